import type { Ask, FormState } from '../../../../platform/action.ts'
import { type Choice, DayField, fieldIn, Hidden, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { Page } from '../../../../platform/ui/page.ts'
import { byDanish } from '../../../../platform/values/danish.ts'
import type { Editable } from '../../reading.ts'
import { planPage } from '../frame.tsx'

/** The three fields every word about the plan is given with: since when, on what ground, and a remark. */
export const Ground = ({ form, today, when }: { form: FormState; today: string; when?: string }) => (
  <>
    <DayField
      {...fieldIn(form, 'day', today)}
      label={when ?? 'Fra hvilken dag gælder det?'}
      hint={when ? undefined : 'Den dag, det blev kendt eller besluttet.'}
      max={today}
      required
    />
    <TextField
      {...fieldIn(form, 'source')}
      label="Hvor har du det fra?"
      hint="Det bliver vist som kilde, fx »Referat af Styregruppen 21. november 2025, punkt 4«."
      maxlength={300}
      width="l"
      required
    />
  </>
)

export const Remark = ({ form }: { form: FormState }) => (
  <TextArea
    {...fieldIn(form, 'note')}
    label="Bemærkning"
    hint="Kan undværes. Vises sammen med oplysningen."
    rows={3}
    maxlength={1000}
  />
)

export const Key = ({ form }: { form: FormState }) => <Hidden name="_key" value={form.key} />

/** First and last day, and how people say it. */
export const PeriodFields = ({ form, required, words = 'words' }: { form: FormState; required?: true; words?: string }) => (
  <>
    <DayField {...fieldIn(form, 'from')} label="Første dag" required={required} />
    <DayField {...fieldIn(form, 'to')} label="Sidste dag" required={required} />
    <TextField
      {...fieldIn(form, words)}
      label="Sådan siger man det"
      hint="Kan undværes, fx »forår 2026«. Ellers skriver vi datoerne."
      width="m"
    />
  </>
)

/** Bodies and parties by name. */
export const bodyChoices = (names: ReadonlyMap<string, string>): Choice[] =>
  [...names].map(([value, text]) => ({ value, text })).sort(byDanish(({ text }) => text))

type EditProps = { title: string; lead: string; step: string; body: Page['body'] }

/** A page the secretariat edits on. */
export const editPage = ({ item, reading }: Editable, ask: Ask, { step, ...page }: EditProps): Page => ({
  ...planPage(reading, ask, {
    ...page,
    crumbs: [{ text: item.title, href: item.href }, { text: 'Ret', href: `/plan/ret/${item.key}` }, { text: step }],
  }),
  body: page.body,
  robots: 'noindex',
})
