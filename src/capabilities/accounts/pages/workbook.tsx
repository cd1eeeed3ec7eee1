import type { Ask, FormState } from '../../../platform/action.ts'
import {
  askingColumns,
  CheckedAgain,
  Columns,
  ConfirmForm,
  countText,
  type DraftLine,
  moving,
  OwnDrafts,
  Refused,
  rowsText,
  UploadForm,
  Wrong,
  wrongText,
} from '../../../platform/incoming.ts'
import { Details, LinkButton, type Page, SummaryList, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { oreText } from '../../tariffs/index.ts'
import { type OwnYears, operatorHref } from '../at.ts'
import { changes, type Draft, type Result, way } from '../draft.ts'
import { fields } from '../fields.ts'
import type { StagedYear } from '../store/staged.ts'

const homeOf = ({ operatorId, year }: Draft['scope']) => operatorHref(operatorId, year)

const crumbs = (name: string, home: string, text: string) => [
  { text: 'Takster', href: '/takster' },
  { text: 'Regnskaber', href: '/takster/regnskaber' },
  { text: name, href: home },
  { text },
]

export function UploadPage({ operator, year, mine }: OwnYears & { mine: readonly DraftLine[] }, _: Ask, form: FormState): Page {
  const home = operatorHref(operator.id, year)
  return {
    title: `Send et regneark med regnskaber for ${year}`,
    lead: 'Jeres eget regneark kan bruges, som det er. Første gang siger I, hvad kolonnerne er. Det huskes til næste gang.',
    crumbs: crumbs(`${operator.name} ${year}`, home, 'Regneark'),
    body: (
      <>
        <UploadForm
          form={form}
          action={`${home}/regneark`}
          label="Regneark"
          hint="Intet er gemt, før I har set det igennem."
          text="Læs regnearket"
        />
        <OwnDrafts way={way} drafts={mine} />
        <h2>Har I ikke et?</h2>
        <p>
          <a href={`${home}/skabelon.xlsx`}>Hent skabelonen</a>. Den er udfyldt med jeres afdelinger og det, der er modtaget, og
          fortæller, hvad hver kolonne er til.
        </p>
      </>
    ),
  }
}

type Loaded = { draft: Draft; rows: readonly StagedYear[] }
type Shown = Pick<Page, 'title' | 'lead' | 'body' | 'wide'>

export function DraftPage({ draft, rows }: Loaded, _: Ask<unknown, unknown>, form: FormState): Page {
  const { year, operatorName } = draft.scope
  return {
    crumbs: crumbs(`${operatorName} ${year}`, homeOf(draft.scope), draft.fileName),
    robots: 'noindex',
    ...shown(draft, rows, form),
  }
}

function shown(draft: Draft, rows: readonly StagedYear[], form: FormState): Shown {
  const { state, result, survey } = draft
  if (state === 'asking' && survey) return askingColumns({ way, draft, plan: survey, fields, form })
  if (state === 'refused') return refused(draft, form)
  if (state === 'waiting' || state === 'writing' || !result) return moving(way, draft)
  if (state === 'done')
    return {
      title: 'Regnskaberne er gemt',
      lead: `${rowsText(changes(result))} er gemt. Sender du det samme regneark igen, ændrer det intet.`,
      body: <Home draft={draft} primary />,
    }
  if (result.wrong > 0) return wrong(draft, result, form)
  return changes(result) > 0 ? ready(draft, result, rows, form) : nothing(draft, result, form)
}

const Home = ({ draft, primary }: { draft: Draft; primary?: boolean }) => (
  <LinkButton href={homeOf(draft.scope)} look={primary ? 'primary' : 'secondary'}>
    Se regnskaberne
  </LinkButton>
)

const Again = ({ draft, form }: { draft: Draft; form: FormState }) => (
  <UploadForm
    form={form}
    action={`${homeOf(draft.scope)}/regneark`}
    label="Send filen igen, eller en anden"
    hint=""
    text="Læs regnearket"
  />
)

const refused = (draft: Draft, form: FormState): Shown => ({
  title: 'Regnearket kunne ikke læses',
  body: (
    <>
      <Refused {...draft} />
      <Again draft={draft} form={form} />
    </>
  ),
})

const wrong = (draft: Draft, result: Result, form: FormState): Shown => ({
  title: wrongText(result.wrong),
  lead: 'Intet er gemt. Ret cellerne i regnearket, gem det, og send det igen.',
  body: (
    <>
      <Wrong errors={result.errors} wrong={result.wrong} />
      <Read draft={draft} result={result} form={form} />
      <Again draft={draft} form={form} />
    </>
  ),
})

const nothing = (draft: Draft, result: Result, form: FormState): Shown => ({
  title: 'Der er intet nyt i regnearket',
  lead: 'Alt i det er modtaget allerede, så der er intet at gemme.',
  body: (
    <>
      <Read draft={draft} result={result} form={form} />
      <Home draft={draft} />
    </>
  ),
})

/** What was read and what was passed by, and a way to read the columns otherwise. */
const Read = ({ draft, result, form }: { draft: Draft; result: Result; form: FormState }) => (
  <>
    <SummaryList
      items={[
        {
          term: 'Regnskaber',
          value: [
            countText(result.new, 'nyt', 'nye'),
            countText(result.changed, 'rettet', 'rettede'),
            countText(result.same, 'uændret', 'uændrede'),
          ].join(', '),
        },
        ...(result.passed > 0
          ? [{ term: 'Sprunget over', value: `${rowsText(result.passed)} uden tal eller med mellemsummer` }]
          : []),
        ...(result.skipped.length > 0 ? [{ term: 'Ark, der ikke er læst', value: result.skipped.join(', ') }] : []),
        ...(result.unread.length > 0 ? [{ term: 'Kolonner, der ikke er læst', value: result.unread.join(', ') }] : []),
      ]}
    />
    {draft.survey && (
      <Details summary="Er kolonnerne læst forkert?">
        <Columns way={way} draft={draft} plan={draft.survey} fields={fields} form={form} />
      </Details>
    )}
  </>
)

function ready(draft: Draft, result: Result, rows: readonly StagedYear[], form: FormState): Shown {
  const count = changes(result)
  const name = count === 1 ? 'regnskab' : 'regnskaber'
  return {
    title: `${numberText(count)} ${name} er ${count === 1 ? 'nyt eller rettet' : 'nye eller rettede'}`,
    lead: 'Se dem igennem. Intet er gemt, før du siger ja.',
    wide: true,
    body: (
      <>
        <CheckedAgain way={way} draft={draft} />
        <ConfirmForm way={way} draft={draft} form={form} text={`Gem ${numberText(count)} ${name}`} />
        <Read draft={draft} result={result} form={form} />
        <Preview rows={rows} />
      </>
    ),
  }
}

const Preview = ({ rows }: { rows: readonly StagedYear[] }) => (
  <Table<StagedYear>
    caption="Det, der bliver gemt"
    columns={[
      { head: 'Pladser', rowHead: true, cell: ({ name }) => name },
      {
        head: '',
        cell: ({ change }) => <Tag kind={change === 'new' ? 'success' : 'info'}>{change === 'new' ? 'Nyt' : 'Rettet'}</Tag>,
      },
      { head: 'Indtægt', numeric: true, cell: ({ account }) => orNone(account.revenueOre) },
      { head: 'Omkostninger', numeric: true, cell: ({ account }) => orNone(account.costsOre) },
      { head: 'Heraf regulering', numeric: true, cell: ({ account }) => orNone(account.regulationOre) },
      { head: 'Takstgrundlag', numeric: true, cell: ({ account }) => orNone(account.basisOre) },
      {
        head: 'Belægning',
        numeric: true,
        cell: ({ account: { occupancyPercent } }) =>
          occupancyPercent ? `${occupancyPercent.replace('.', ',')} %` : 'ikke oplyst',
      },
      { head: 'Række', numeric: true, cell: ({ number }) => number },
    ]}
    rows={rows}
    wide
  />
)

const orNone = (ore: number | undefined) => (ore === undefined ? 'ikke oplyst' : oreText(BigInt(ore)))
