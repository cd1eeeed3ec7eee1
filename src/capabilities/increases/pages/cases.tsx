import { maySomewhere } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, Empty, LinkButton, type Page, Table, Tag } from '../../../platform/ui/index.ts'
import type { Day } from '../../../platform/values/day.ts'
import { dayText } from '../../../platform/values/day.ts'
import { type Case, isClosed, isLate, standText } from '../case.ts'
import { outcomeText } from '../half-year.ts'
import { CASES, HALF_YEARS, MAILBOX, RISES, toCases } from '../paths.ts'
import type { ReportMailbox } from '../store/mailbox.ts'
import { waitsForReader } from '../turn.ts'
import { NO_MAILBOX, nameOf, percentText } from '../words.ts'

type Loaded = { cases: Case[]; flips: Case[]; mailbox: ReportMailbox | undefined; waiting: number; today: Day }

/** What waits for somebody comes first: late, then open, then closed. */
const pressing = (cases: readonly Case[], today: Day): Case[] => [...cases].sort((a, b) => rank(a, today) - rank(b, today))
const rank = (one: Case, today: Day): number => (isClosed(one) ? 2 : isLate(one, today) ? 0 : 1)

export const CasesPage = ({ cases, flips, mailbox, waiting, today }: Loaded, ask: Ask): Page => ({
  title: 'Takstindberetninger',
  lead: 'Hver stigning over grænsen er en sag: driftsherren forklarer, kommunen vurderer, og Socialtilsyn Øst får besked.',
  crumbs: toCases,
  marks: cases.some(({ example }) => example) ? ['eksempeldata'] : [],
  body: (
    <>
      <ButtonRow>
        {maySomewhere(ask.actor, 'increases.report') && (
          <LinkButton href={`${CASES}/ny`}>Meld en pris uden for registret</LinkButton>
        )}
        {ask.may('increases.read') && <LinkButton href={HALF_YEARS}>Halvårslister</LinkButton>}
      </ButtonRow>
      {ask.may('increases.read') && <Destination mailbox={mailbox} ask={ask} />}
      {waiting > 0 && (
        <Alert kind="info" title="Nye stigninger">
          {waiting === 1 ? '1 stigning' : `${waiting} stigninger`} over grænsen har ingen sag endnu.{' '}
          {waiting === 1 ? 'Den' : 'De'} åbnes af sig selv i nat.{' '}
          <a href={`${RISES}/find`}>Åbn {waiting === 1 ? 'den' : 'dem'} nu</a>
        </Alert>
      )}
      {flips.length > 0 && <Flips flips={flips} />}
      {cases.length === 0 ? (
        <Empty title="Ingen indberetninger endnu">
          Når en offentliggjort takst er steget over grænsen, åbnes der en sag her.
        </Empty>
      ) : (
        <>
          <Turns cases={pressing(cases, today)} today={today} ask={ask} />
          <p>
            Hent dem som <a href={`${CASES}.xlsx`}>Excel</a> eller <a href={`${CASES}.csv`}>CSV</a>.
          </p>
        </>
      )}
    </>
  ),
})

/** What waits for the reader stands first. */
const Turns = ({ cases, today, ask }: Pick<Loaded, 'cases' | 'today'> & { ask: Ask }) => {
  const mine = cases.filter((one) => waitsForReader(one, ask))
  if (mine.length === 0) return <CaseTable cases={cases} today={today} />
  const others = cases.filter((one) => !mine.includes(one))
  return (
    <>
      <h2>Venter på jer ({mine.length})</h2>
      <CaseTable cases={mine} today={today} caption="Venter på jer" />
      {others.length > 0 && (
        <>
          <h2>Andre</h2>
          <CaseTable cases={others} today={today} caption="Andre indberetninger" />
        </>
      )}
    </>
  )
}

/** Where reports go, for those who send them and those who take them. */
const Destination = ({ mailbox, ask }: Pick<Loaded, 'mailbox'> & { ask: Ask }) => (
  <p class="source">
    {mailbox ? `Indberetninger sendes til Socialtilsyn Øst, ${mailbox.mailbox}.` : NO_MAILBOX}{' '}
    {ask.may('increases.supervise') && <a href={MAILBOX}>{mailbox ? 'Ret postkassen' : 'Skriv postkassen'}</a>}
  </p>
)

const Flips = ({ flips }: Pick<Loaded, 'flips'>) => (
  <Alert kind="warning" title="Reglerne er ændret">
    {flips.length === 1 ? '1 sag ville' : `${flips.length} sager ville`} ikke være over grænsen efter reglerne, som de er nu:{' '}
    {flips.map((one, at) => (
      <>
        {at > 0 && ', '}
        <a href={`${CASES}/${one.id}`}>{nameOf(one)}</a>
      </>
    ))}
    . De lukker ikke af sig selv.
  </Alert>
)

export const CaseTable = ({
  cases,
  today,
  caption = 'Indberetninger',
}: Pick<Loaded, 'cases' | 'today'> & { caption?: string }) => (
  <Table<Case>
    caption={caption}
    captionHidden
    rows={cases}
    columns={[
      {
        head: 'Tilbud',
        rowHead: true,
        cell: (one) => (
          <>
            <a href={`${CASES}/${one.id}`}>{nameOf(one)}</a> {one.example && <Tag kind="warning">eksempeldata</Tag>}
          </>
        ),
      },
      { head: 'Kommune', cell: ({ party }) => party ?? 'Ikke oplyst' },
      { head: 'Stigning', cell: ({ percent, limit }) => percentText(percent, limit) },
      { head: 'Gælder fra', cell: ({ effectiveOn }) => dayText(effectiveOn) },
      {
        head: 'Står ved',
        cell: (one) => (
          <Tag kind={isClosed(one) ? 'success' : isLate(one, today) ? 'error' : 'info'}>{standText(one, today)}</Tag>
        ),
      },
      { head: 'Vurdering', cell: outcomeText },
    ]}
  />
)
