import { html } from 'hono/html'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
  type Column,
  DayField,
  Empty,
  Form,
  Hidden,
  LinkButton,
  type Page,
  SubmitRow,
  Table,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayShort, dayText } from '../../../platform/values/day.ts'
import { type Ownership, ownerships } from '../../offers/index.ts'
import { type DeadlineRule, deadlineText, isLate, type SheetState, sheetStates } from '../round.ts'
import type { Round, RoundDeadline, Standing } from '../store/rounds.ts'
import { fieldOf } from './note-form.tsx'

const NONE = html`<span class="quiet nothing">–</span>`

const start = [{ text: 'Takster', href: '/takster' }]
const inRounds = [...start, { text: 'Takstrunder', href: '/takster/runder' }]

export const RoundsPage = ({ rounds }: { rounds: readonly Round[] }): Page => ({
  title: 'Takstrunder',
  lead: 'Én runde for hvert takstår: driftsherrerne indsender, sekretariatet godkender og offentliggør.',
  crumbs: [...start, { text: 'Takstrunder' }],
  marks: rounds.some(({ example }) => example) ? ['eksempeldata'] : [],
  body: (
    <>
      {rounds.length === 0 ? (
        <Empty title="Ingen takstrunde er åbnet endnu" action={{ text: 'Åbn en takstrunde', href: '/takster/runder/ny' }}>
          <p>Når runden er åben, kan driftsherrerne skrive eller sende deres takster for året, og de mindes om fristen.</p>
        </Empty>
      ) : (
        <>
          <Table
            caption="Takstrunder"
            captionHidden
            columns={[
              { head: 'År', rowHead: true, cell: ({ year }) => <a href={`/takster/runder/${year}`}>{year}</a> },
              { head: 'Åbnet', cell: ({ openedOn, actorName }) => `${dayText(openedOn)} af ${actorName}` },
              { head: 'Bemærkning', cell: ({ note }) => note },
            ]}
            rows={rounds}
          />
          <LinkButton href="/takster/runder/ny">Åbn en takstrunde</LinkButton>
        </>
      )}
    </>
  ),
})

const owners: Ownership[] = ['municipal', 'regional', 'self_governing', 'private']

const DueFields = ({ form, due }: { form: FormState; due: ReadonlyMap<Ownership, string> }) => (
  <>
    {owners.map((owner) => (
      <DayField
        {...fieldOf(form)(owner, `Frist: ${ownerships[owner].toLowerCase()}`)}
        value={form.values[owner] ?? due.get(owner)}
        required
      />
    ))}
  </>
)

type NewRound = { year: number; rules: DeadlineRule[]; due: ReadonlyMap<Ownership, string> }

export const NewRoundPage = ({ year, rules, due }: NewRound, _: Ask, form: FormState): Page => ({
  title: 'Åbn en takstrunde',
  lead: 'Fristerne er udfyldt efter reglerne. Ret dem, hvis der er aftalt andet.',
  crumbs: [...inRounds, { text: 'Ny' }],
  body: (
    <Form action="/takster/runder/ny" errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <TextField
        {...fieldOf(form)('year', 'Takstår')}
        value={form.values['year'] ?? String(year)}
        inputmode="numeric"
        width="xs"
        required
      />
      <DueFields form={form} due={due} />
      <TextArea {...fieldOf(form)('note', 'Bemærkning til driftsherrerne')} maxlength={1000} />
      <SubmitRow text="Åbn runden" secondary={{ text: 'Fortryd', href: '/takster/runder' }} />
      <p class="source">Regler: {[...new Set(rules.map(({ source }) => source))].join(' · ')}</p>
    </Form>
  ),
})

type Deadlines = { round: Round; deadlines: readonly RoundDeadline[] }

export const DeadlinesPage = ({ round, deadlines }: Deadlines, _: Ask, form: FormState): Page => ({
  title: `Ret fristerne for ${round.year}`,
  crumbs: [...inRounds, { text: String(round.year), href: `/takster/runder/${round.year}` }, { text: 'Frister' }],
  body: (
    <Form action={`/takster/runder/${round.year}/frister`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <DueFields form={form} due={new Map(deadlines.map(({ ownership, day }) => [ownership, day]))} />
      <TextField {...fieldOf(form)('source', 'Hvor er det besluttet?')} required maxlength={300} />
      <SubmitRow text="Gem fristerne" secondary={{ text: 'Fortryd', href: `/takster/runder/${round.year}` }} />
    </Form>
  ),
})

/** A sheet's state as a word with a colour. */
export const StateTag = ({ state, late }: { state: SheetState; late: boolean }) =>
  html`<span class="tariffs-state tariffs-state-${state}">${sheetStates[state]}</span>${late ? html` <span class="label label-error">For sent</span>` : ''}`

const href = ({ year, operatorId }: Standing) => `/takster/skema/${year}/${operatorId}`

const standingColumns = (today: string): Column<Standing>[] => [
  { head: 'Driftsherre', rowHead: true, cell: (row) => html`<a href="${href(row)}">${row.operatorName}</a>` },
  { head: 'Ejerform', cell: ({ ownership }) => (ownership ? ownerships[ownership] : 'ikke oplyst') },
  { head: 'Status', cell: ({ state, deadline }) => StateTag({ state, late: isLate(state, deadline, today) }) },
  { head: 'Frist', cell: ({ deadline }) => (deadline ? dayShort(deadline) : 'ikke fastsat') },
  { head: 'Indsendt', cell: ({ handedInOn }) => (handedInOn ? dayShort(handedInOn) : NONE) },
  { head: 'Takster', numeric: true, cell: ({ lines }) => numberText(lines) },
  { head: 'Sidst rørt', cell: ({ lastStepOn, lastActor }) => (lastStepOn ? `${dayShort(lastStepOn)}, ${lastActor}` : NONE) },
  {
    head: 'Mindet',
    cell: ({ lastReminded, mailbox }) => (lastReminded ? dayShort(lastReminded) : mailbox ? NONE : 'ingen postkasse'),
  },
]

type RoundLooked = { round: Round; standings: readonly Standing[]; deadlines: readonly RoundDeadline[] }

export function RoundPage({ round, standings, deadlines }: RoundLooked, { today }: Ask): Page {
  const late = standings.filter(({ state, deadline }) => isLate(state, deadline, today))
  const states = Object.keys(sheetStates) as SheetState[]
  const rank = (one: Standing) =>
    one.state === 'handed_in' || one.state === 'approved' ? 0 : isLate(one.state, one.deadline, today) ? 1 : 2
  return {
    title: `Takstrunden for ${round.year}`,
    lead: `${late.length === 0 ? 'Ingen er for sent på den.' : late.length === 1 ? '1 driftsherre er for sent på den.' : `${late.length} driftsherrer er for sent på den.`} Åbnet ${dayText(round.openedOn)}.`,
    crumbs: [...inRounds, { text: String(round.year) }],
    wide: true,
    marks: round.example || standings.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        {round.note && <p>{round.note}</p>}
        <ul class="tariffs-tally">
          {states.map((state) => (
            <li>
              <strong>{numberText(standings.filter((one) => one.state === state).length)}</strong>{' '}
              {sheetStates[state].toLowerCase()}
            </li>
          ))}
        </ul>
        <Table
          caption="Driftsherrer i runden"
          captionHidden
          columns={standingColumns(today)}
          rows={standings.toSorted((a, b) => rank(a) - rank(b))}
        />
        <p class="source">
          Har en driftsherre en postkasse, mindes den af sig selv før fristen og derefter højst én gang om ugen, til skemaet er
          indsendt. Hvor længe før står i <a href="/om/regler">reglerne</a>. Har den ingen, må I selv skrive.
        </p>
        <h2>Frister</h2>
        <Table
          caption="Rundens frister"
          captionHidden
          columns={[
            { head: 'Ejerform', rowHead: true, cell: ({ ownership }) => ownerships[ownership] },
            { head: 'Frist', cell: ({ day }) => dayText(day) },
            { head: 'Kilde', cell: ({ source }) => source },
          ]}
          rows={deadlines}
        />
        <LinkButton href={`/takster/runder/${round.year}/frister`}>Ret fristerne</LinkButton>
      </>
    ),
  }
}

export function MinePage({ standings }: { standings: readonly Standing[] }, { today }: Ask): Page {
  const open = standings.filter(({ state }) => state !== 'published')
  const next = open[0]
  return {
    title: 'Vores takster',
    lead: next ? deadlineText(next.deadline, today) : 'Her indsender I jeres takster for næste år.',
    crumbs: [...start, { text: 'Vores takster' }],
    marks: standings.some(({ example }) => example) ? ['eksempeldata'] : [],
    body:
      standings.length === 0 ? (
        <Empty title="Der er intet at indsende" level={2}>
          <p>Enten er ingen takstrunde åben, eller også er I ikke knyttet til en driftsherre i Fælles.</p>
        </Empty>
      ) : (
        <>
          <Table
            caption="Vores takstskemaer"
            captionHidden
            columns={[
              { head: 'År', cell: ({ year }: Standing) => String(year) },
              ...standingColumns(today).filter(({ head }) => head !== 'Mindet'),
            ]}
            rows={standings}
          />
          <p>
            <a href="/takster/regnskaber/skriv">Skriv jeres regnskaber</a>, som går videre til senere takster.
          </p>
        </>
      ),
  }
}
