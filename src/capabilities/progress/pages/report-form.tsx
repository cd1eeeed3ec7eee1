import type { FormState } from '../../../platform/action.ts'
import { Alert, DayField, Form, Hidden, Radios, SubmitRow, TextArea, TextField } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import { awayText } from '../member.ts'
import type { Cell } from '../reading.ts'
import { stateKeys, states } from '../status.ts'
import { Sign } from './marks.tsx'
import { ReportText } from './report.tsx'

export type ReportRead = { cell: Cell; approver: boolean; approveFirst: boolean; forOthers: boolean }

type Asked = { today: Day; url: URL }

/** Whoever is no member is told so at once; what was written on the last evening is still given back. */
export const ReportPage = (read: ReportRead, ask: Asked, form: FormState): Page => {
  const { cell, forOthers } = read
  const { party, area } = cell
  const away = awayText(party, ask.today, {})
  return {
    title: forOthers ? `Meld status for ${party.name}` : `Meld status: ${party.name}`,
    lead: `${area.key} ${area.title}`,
    crumbs: [
      { text: 'Parter', href: '/plan/parter' },
      { text: party.name, href: `/plan/parter/${party.slug}` },
      { text: 'Meld status' },
    ],
    robots: 'noindex',
    marks: cell.shown?.example || cell.waiting?.example ? ['eksempeldata'] : undefined,
    body: (
      <>
        {away && <Alert kind="warning">{away}</Alert>}
        {(!away || form.values['state']) && <ReportForm read={read} ask={ask} form={form} />}
      </>
    ),
  }
}

type Props = { read: ReportRead; ask: Asked; form: FormState }

const ReportForm = ({ read, ask, form }: Props) => {
  const { cell } = read
  const { seen, ...errors } = form.errors
  const values = { ...begun(cell, ask.today), ...form.values }
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <Form
      action={ask.url.pathname}
      errors={seen ? { '': 'En anden har meldt imens. Din melding er ikke gemt endnu.', ...errors } : errors}
    >
      {seen && <Newer cell={cell} />}
      <Hidden name="_key" value={form.key} />
      <Hidden name="seen" value={String(cell.newest ?? '')} />
      <Radios
        {...field('state')}
        label="Hvor langt er I?"
        required
        options={stateKeys.map((value) => ({ value, text: states[value].text, hint: states[value].hint }))}
      />
      <TextArea
        {...field('reason')}
        label="Begrundelse"
        hint="Skal skrives, når det er gået i stå eller ikke er relevant."
        rows={2}
        maxlength={500}
      />
      <TextArea
        {...field('publicNote')}
        label="Note, som alle kan læse"
        hint="Kort og i jeres egne ord. Skriv aldrig om enkelte borgere."
        rows={4}
        maxlength={1000}
      />
      <TextField
        {...field('evidence')}
        type="url"
        label="Link til dokumentation"
        hint="For eksempel et referat eller en beslutning på jeres hjemmeside."
      />
      <TextArea
        {...field('internalNote')}
        label="Intern note"
        hint="Læses kun af jeres egne folk og sekretariatet. Kommer aldrig med i rapporter, udtræk eller søgning."
        rows={3}
        maxlength={1000}
      />
      <DayField {...field('day')} label="Hvilken dag gælder det?" hint={dayHint(cell)} required max={ask.today} />
      <p class="form-hint st-after">{whatHappens(read)}</p>
      <SubmitRow text="Gem status" secondary={{ text: 'Fortryd', href: `/plan/parter/${cell.party.slug}#${cell.area.key}` }} />
    </Form>
  )
}

/** A correction begins with what was said last, and today. */
function begun({ shown, waiting, note }: Cell, today: Day): Record<string, string | undefined> {
  const last = waiting ?? shown
  return {
    state: last?.state,
    reason: last?.reason,
    publicNote: last?.publicNote,
    evidence: last?.evidence,
    internalNote: note,
    day: today,
  }
}

const dayHint = ({ shown }: Cell): string | undefined =>
  shown &&
  `Skriver I en dag før ${dayText(shown.day)}, bliver meldingen gemt som historie, og »${states[shown.state].text}« gælder stadig.`

/** The other's report beside what was written: nothing is lost, and the reader decides. */
const Newer = ({ cell: { shown, waiting } }: { cell: Cell }) => {
  const other = waiting ?? shown
  return other ? (
    <Alert kind="warning" title="En anden har meldt imens">
      <div class="st-other">
        <p class="st-signs">
          <Sign state={other.state} />
        </p>
        <ReportText report={other} />
      </div>
      <p>
        Det, du skrev, står herunder. Tryk »Gem status«, hvis din melding skal gælde i stedet. Den andens bliver stående i
        historien.
      </p>
    </Alert>
  ) : null
}

function whatHappens({ forOthers, approver, approveFirst, cell: { party } }: ReportRead): string {
  const until = `indtil en godkender i ${party.name} har godkendt den`
  if (forOthers)
    return approveFirst
      ? `Meldingen står som indberettet af sekretariatet og vises først, når en godkender i ${party.name} har godkendt den.`
      : `Meldingen vises med det samme som indberettet af sekretariatet og »ikke godkendt«, ${until}.`
  if (approver) return 'Meldingen vises med det samme og er godkendt, fordi du er godkender.'
  return approveFirst
    ? `Meldingen vises først for andre, når en godkender i ${party.name} har godkendt den.`
    : `Meldingen vises med det samme som »ikke godkendt«, ${until}.`
}
