import type { FormState } from '../../../platform/action.ts'
import { DayField, fieldIn, Hidden, Table, TextField } from '../../../platform/ui/index.ts'
import type { Day } from '../../../platform/values/day.ts'
import { fieldsOf } from '../answer.ts'
import type { Limits } from '../freshness.ts'
import { approvedOn, freeText, isOpen, type Line, shortNameOf } from '../line.ts'
import { Freshness } from './freshness.tsx'

type Shown = { lines: readonly Line[]; today: Day; limits: Limits }

/** Lines by their offer, in the order they come. */
export const byOffer = (lines: readonly Line[]): [string, Line[]][] => {
  const offers = new Map<number, Line[]>()
  for (const line of lines) offers.set(line.offerId, [...(offers.get(line.offerId) ?? []), line])
  return [...offers.values()].map((own) => [own[0]?.offerName ?? '', own])
}

/** What stands now, offer by offer. */
export const LineTables = ({ lines, today, limits }: Shown) => (
  <>
    {byOffer(lines).map(([offer, own]) => (
      <Table<Line>
        caption={offer}
        compact
        rows={own}
        columns={[
          { head: 'Pladser', rowHead: true, cell: shortNameOf },
          { head: 'Godkendt', numeric: true, cell: (line) => approvedOn(line, today) ?? 'ikke oplyst' },
          { head: 'Ledige', cell: (line) => freeCell(line, today) },
          { head: 'Hvor sikkert', cell: ({ statement }) => <Freshness statement={statement} today={today} limits={limits} /> },
        ]}
      />
    ))}
  </>
)

const freeCell = (line: Line, today: Day) => {
  if (!isOpen(line, today)) return line.status === 'closed' ? 'Lukket' : 'Ophørt'
  return line.statement ? freeText(line.statement, today) : 'Ikke meldt'
}

/** One number and one day a line, with what stands now beside it. */
export const LineFields = ({ lines, today, limits, form }: Shown & { form: FormState }) => (
  <>
    {byOffer(lines).map(([offer, own]) => (
      <section class="vacancies-offer">
        <h2>{offer}</h2>
        {own.map((line) => (
          <LineField line={line} today={today} limits={limits} form={form} />
        ))}
      </section>
    ))}
  </>
)

const LineField = ({ line, today, limits, form }: { line: Line; today: Day; limits: Limits; form: FormState }) => {
  const fields = fieldsOf(line.id)
  const { statement } = line
  const places = approvedOn(line, today)
  return (
    <fieldset class="vacancies-line">
      <legend>{shortNameOf(line)}</legend>
      <p class="vacancies-now">
        {statement ? `Står nu: ${freeText(statement, today)}. ` : ''}
        <Freshness statement={statement} today={today} limits={limits} />
      </p>
      <Hidden name={fields.seen} value={String(statement?.id ?? '')} />
      <div class="vacancies-pair">
        <TextField
          {...fieldIn(form, fields.free, statement?.free.toString())}
          label="Ledige pladser"
          hint={places === undefined ? '0 er også et svar.' : `Af ${places}. 0 er også et svar.`}
          width="xs"
          inputmode="numeric"
        />
        <DayField
          {...fieldIn(form, fields.freeFrom, statement && statement.freeFrom > today ? statement.freeFrom : undefined)}
          label="Ledige fra"
          hint="Tom: fra i dag."
        />
      </div>
    </fieldset>
  )
}
