import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, Form, Hidden, type Page, SubmitRow, Table } from '../../../platform/ui/index.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import { ChangeForm, valuesOf, valueText } from '../../rules/index.ts'
import type { LoadedChange } from '../actions/rules.ts'
import { standText } from '../case.ts'
import { CASES, toRises } from '../paths.ts'
import type { Moved } from '../reading.ts'
import { percentText } from '../words.ts'
import { FromTo, measureText, TariffName } from './rise-table.tsx'

const office = (key: string) => `/kontor/regler/${key}`

/** What a change of a rule moves, both ways, before it is saved. */
export const ChangePage = (loaded: LoadedChange, ask: Ask, form: FormState): Page => {
  const { rule, change } = loaded
  return {
    title: 'moved' in change ? 'Hvad ændringen flytter' : 'Ret en regel',
    lead: 'moved' in change ? `»${rule.label}«: ${changeText(loaded)} Intet er gemt endnu.` : rule.label,
    crumbs: [...toRises, { text: rule.label, href: office(rule.key) }, { text: 'Hvad ændringen flytter' }],
    marks:
      'moved' in change && [...change.moved.over, ...change.moved.under].some(({ judged }) => judged.row.example)
        ? ['eksempeldata']
        : [],
    body:
      'moved' in change ? (
        <Weighed loaded={loaded} moved={change.moved} ask={ask} form={form} />
      ) : (
        <Mend loaded={loaded} ask={ask} form={form} />
      ),
  }
}

/** '8 procent fra 1. januar 2026.' */
function changeText({ change, query }: LoadedChange): string {
  if (!('values' in change)) return ''
  const set = change.values.at(-1)
  if (!set) return ''
  const since = query['moves'] && query['moves'] !== set.validFrom ? ` i stedet for fra ${dayText(query['moves'])}` : ''
  return `${valueText(set)} fra ${dayText(set.validFrom)}${since}${set.confirmed ? '' : ', ikke bekræftet'}.`
}

type Parts = { loaded: LoadedChange; ask: Ask; form: FormState }

const Mend = ({ loaded: { rule, query, change }, ask, form }: Parts) => (
  <ChangeForm
    rule={rule}
    today={ask.today}
    form={Object.keys(query).length === 0 ? form : { ...form, values: query, errors: 'errors' in change ? change.errors : {} }}
    moved={valuesOf(rule).find(({ validFrom }) => validFrom === query['moves'])}
  />
)

const Weighed = ({ loaded: { rule, query }, moved, ask: { today }, form }: Parts & { moved: Moved }) => (
  <>
    <h2>Kommer over grænsen ({moved.over.length})</h2>
    {moved.over.length === 0 ? (
      <p>Ingen takst kommer over grænsen.</p>
    ) : (
      <MovedTable caption="Kommer over grænsen" rows={moved.over} today={today} />
    )}
    <h2>Er ikke længere over grænsen ({moved.under.length})</h2>
    {moved.under.length === 0 ? (
      <p>Ingen takst kommer under grænsen.</p>
    ) : (
      <MovedTable caption="Er ikke længere over grænsen" rows={moved.under} today={today} />
    )}
    <Alert kind="info" title="Ingen sag lukkes">
      Sager, der er åbnet, bliver stående med den grænse, de blev fundet efter. For dem, der kommer over grænsen, åbnes en sag den
      næste nat.
    </Alert>
    <Form action={`/takster/stigninger/regler/${rule.key}`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      {Object.entries(query).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <SubmitRow text="Gem ændringen" secondary={{ text: 'Fortryd', href: office(rule.key) }} />
    </Form>
  </>
)

const limitText = ({ rules: { limit } }: Moved['over'][number]['judged']): string =>
  limit === undefined ? 'ingen' : percentText(limit.percent)

const MovedTable = ({ caption, rows, today }: { caption: string; rows: Moved['over']; today: Day }) => (
  <Table<Moved['over'][number]>
    caption={caption}
    captionHidden
    rows={rows}
    columns={[
      { head: 'Takst', rowHead: true, cell: ({ judged }) => <TariffName row={judged.row} /> },
      { head: 'Gælder fra', cell: ({ judged }) => dayText(judged.row.validFrom) },
      { head: 'Før og nu', cell: ({ judged }) => <FromTo judged={judged} /> },
      {
        head: 'Stigning',
        cell: ({ judged, was }) =>
          measureText('unknown' in judged.decides ? was.decides : judged.decides, judged.rules.limit?.percent),
      },
      { head: 'Grænse nu', cell: ({ was }) => limitText(was) },
      { head: 'Grænse efter', cell: ({ judged }) => limitText(judged) },
      { head: 'Sag', cell: (one) => <CaseOf one={one} today={today} /> },
    ]}
  />
)

const CaseOf = ({ one: { found, judged }, today }: { one: Moved['over'][number]; today: Day }) => {
  if (found)
    return (
      <>
        <a href={`${CASES}/${found.id}`}>Sag {found.id}</a>: {standText(found, today)}
      </>
    )
  return <>{judged.exceeds ? 'Åbnes den næste nat' : 'Ingen'}</>
}
