import type { Ask, FormState } from '../../../platform/action.ts'
import { Empty, Form, fieldIn, Hidden, SubmitRow, Table, Tabs, Tag, TextField } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Operator } from '../../offers/index.ts'
import type { LoadedCapacity } from '../actions/capacity.ts'
import { type Line, shortNameOf } from '../line.ts'
import {
  deviationOf,
  isMarked,
  pointsText,
  type Quarter,
  quarterKey,
  quartersBefore,
  quarterText,
  type Return,
  returnFields,
} from '../occupancy.ts'
import type { Reported } from '../store/occupancy.ts'
import { byOffer } from './lines.tsx'

const QUARTERS = 5

const tabs = (href: string, quarter: Quarter, today: Day) =>
  quartersBefore(today, QUARTERS).map((one) => ({
    text: quarterText(one),
    href: `${href}${href.includes('?') ? '&' : '?'}kvartal=${quarterKey(one)}`,
    current: quarterKey(one) === quarterKey(quarter),
  }))

const percent = (value: number | undefined) => (value === undefined ? 'ikke oplyst' : `${numberText(value)} %`)

/** A quarter's returns, what lies furthest from its budget on top. */
export const Occupancy = ({ loaded, today }: { loaded: LoadedCapacity; today: Day }) => {
  const { quarter, reported, points, groupId, municipalityCode } = loaded
  const kept = new URLSearchParams({
    ...(groupId !== undefined && { maalgruppe: String(groupId) }),
    ...(municipalityCode !== undefined && { kommune: String(municipalityCode) }),
  })
  const marked = reported.returns.filter((one) => isMarked(deviationOf(one), points))
  return (
    <section id="belaegning">
      <h2>Belægning</h2>
      <Tabs label="Kvartal" items={tabs(`/tilbud/kapacitet?${kept}`, quarter, today)} />
      <p>
        {reported.returns.length} af {reported.lines} pladslinjer har indberettet {quarterText(quarter)}. {marked.length} afviger
        mindst {numberText(points)} procentpoint fra budgettet.
      </p>
      {reported.returns.length === 0 ? (
        <Empty title={`Ingen har indberettet ${quarterText(quarter)}`} level={3} />
      ) : (
        <Table<Reported>
          caption={`Belægning i ${quarterText(quarter)}`}
          captionHidden
          compact
          rows={reported.returns}
          rowClass={(one) => (isMarked(deviationOf(one), points) ? 'vacancies-marked' : undefined)}
          columns={[
            {
              head: 'Tilbud',
              rowHead: true,
              cell: ({ offerId, offerName, unitName }) => (
                <span>
                  <a href={`/tilbud/${offerId}`}>{offerName}</a> <span class="quiet">{unitName}</span>
                </span>
              ),
            },
            { head: 'Kommune', cell: ({ municipality }) => municipality ?? 'Ikke oplyst' },
            { head: 'Gennemsnit', numeric: true, cell: ({ average }) => percent(average) },
            { head: 'Budget', numeric: true, cell: ({ budgeted }) => percent(budgeted) },
            { head: 'Afvigelse', numeric: true, cell: (one) => <Deviation of={one} points={points} /> },
          ]}
        />
      )}
    </section>
  )
}

const Deviation = ({ of, points }: { of: Reported; points: number }) => {
  const deviation = deviationOf(of)
  if (deviation === undefined) return <span class="quiet">ikke oplyst</span>
  return (
    <span>
      {pointsText(deviation)} {isMarked(deviation, points) && <Tag kind="warning">afviger</Tag>}
    </span>
  )
}

type Loaded = { operator: Operator; quarter: Quarter; lines: Line[]; returns: Return[]; budgets: Map<number, number> }

/** The quarter's occupancy, one line at a time. */
export const OccupancyPage = (loaded: Loaded, { today }: Ask, form: FormState): Page => {
  const { operator, quarter, lines, returns } = loaded
  const own = `/ledige/driftsherre/${operator.id}`
  const href = `${own}/belaegning`
  return {
    title: `Belægning i ${quarterText(quarter)}`,
    lead: `${operator.name}. Skriv den gennemsnitlige belægning i procent. 0 er også et svar; lad feltet være tomt, hvis du ikke ved det.`,
    crumbs: [{ text: 'Ledige pladser', href: '/ledige' }, { text: operator.name, href: own }, { text: 'Belægning' }],
    marks: returns.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        <Tabs label="Kvartal" items={tabs(href, quarter, today)} />
        {lines.length === 0 ? (
          <Empty title="Ingen pladser var åbne i kvartalet" action={{ text: 'Tilbage', href: own }} />
        ) : (
          <Form action={`${href}?kvartal=${quarterKey(quarter)}`} errors={form.errors}>
            <Hidden name="_key" value={form.key} />
            {byOffer(lines).map(([offer, ownLines]) => (
              <section class="vacancies-offer">
                <h2>{offer}</h2>
                {ownLines.map((line) => (
                  <ReturnFields line={line} loaded={loaded} form={form} />
                ))}
              </section>
            ))}
            <SubmitRow text="Gem belægningen" secondary={{ text: 'Fortryd', href: own }} />
          </Form>
        )}
      </>
    ),
  }
}

const written = (value: number | undefined) => (value === undefined ? undefined : numberText(value))

type FieldsProps = { line: Line; loaded: Loaded; form: FormState }

const ReturnFields = ({ line, loaded: { returns, budgets }, form }: FieldsProps) => {
  const fields = returnFields(line.id)
  const now = returns.find(({ lineId }) => lineId === line.id)
  return (
    <fieldset class="vacancies-line">
      <legend>{shortNameOf(line)}</legend>
      <Hidden name={fields.seen} value={String(now?.id ?? '')} />
      <div class="vacancies-pair">
        <TextField
          {...fieldIn(form, fields.average, written(now?.average))}
          label="Gennemsnitlig belægning"
          width="xs"
          inputmode="decimal"
          suffix="%"
        />
        <TextField
          {...fieldIn(form, fields.budgeted, written(now ? now.budgeted : budgets.get(line.id)))}
          label="Budgetteret belægning"
          width="xs"
          inputmode="decimal"
          suffix="%"
        />
      </div>
    </fieldset>
  )
}
