import { type Action, form } from '../../platform/action.ts'
import { numberText } from '../../platform/values/danish.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { ExamplesPage } from './pages.tsx'
import { type Count, examplesNow, realNow, removalOf, removeExamples } from './store.ts'

const and = new Intl.ListFormat('da')

/** '128 statusindberetninger og 3 forbedringsforløb'. */
const said = (counts: readonly Count[]) => and.format(counts.map(({ label, count }) => `${numberText(count)} ${label}`))

const asDetail = (counts: readonly Count[]) => Object.fromEntries(counts.map(({ label, count }) => [label, count]))

export const actions: Action[] = [
  form({
    path: '/kontor/eksempeldata',
    may: 'examples.remove',
    load: async ({ db, site }) => ({
      going: await examplesNow(db),
      staying: await realNow(db),
      removal: await removalOf(db),
      trial: site.trial,
    }),
    view: ExamplesPage,
    submit: async ({ db }, _, { going, staying }) => {
      if (going.length === 0)
        throw new Refusal(undefined, 'nothing there', 'Der er ingen eksempeldata at fjerne. Intet er ændret.')
      await removeExamples(db)
      return {
        subject: 'examples:all',
        next: '/kontor/eksempeldata',
        said: `Fjernet: ${said(going)}. Planen, parterne og alt, hvad I selv har skrevet, står, som det stod.`,
        detail: { removed: asDetail(going), stayed: asDetail(staying) },
      }
    },
  }),
]
