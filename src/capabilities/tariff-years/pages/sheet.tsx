import { html } from 'hono/html'
import type { Ask } from '../../../platform/action.ts'
import {
  Alert,
  ButtonRow,
  type Column,
  Details,
  Empty,
  LinkButton,
  type Page,
  Table,
  Timeline,
} from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { priceUnits } from '../../offers/index.ts'
import type { SheetLooked } from '../actions/at.ts'
import { placesText, placeText, shareText } from '../figures.ts'
import { costsTotal, type PlacedLine } from '../line.ts'
import { deadlineText, isLate, isOpenTo, steps } from '../round.ts'
import { serviceText } from '../tariff.ts'
import type { Reckoned } from '../warning.ts'
import { sheetCrumbs } from './line-form.tsx'
import { StateTag } from './rounds.tsx'

const MOST_LINES = 300
const MOST_SHOWN = 25

/** An operator's tariffs of a year: what is next, what to look at, and the lines. */
export function SheetPage(looked: SheetLooked, ask: Ask): Page {
  const { standing, lines, steps: done, warnings } = looked
  const { state, deadline, year, operatorName } = standing
  const late = isLate(state, deadline, ask.today)
  return {
    title: `Takster for ${year}: ${operatorName}`,
    lead: isOpenTo(state, 'handed_in') || state === 'not_begun' ? deadlineText(deadline, ask.today) : leads[state],
    crumbs: sheetCrumbs(standing),
    wide: true,
    marks: standing.example ? ['eksempeldata'] : [],
    body: (
      <>
        <p>{StateTag({ state, late })}</p>
        <Asked looked={looked} />
        <Next looked={looked} ask={ask} />
        <WhoHandsIn looked={looked} ask={ask} />
        {lines.length === 0 ? (
          <Empty title="Der er ingen takster i skemaet endnu" level={2}>
            <p>Hent skabelonen og udfyld den, send jeres eget regneark, eller skriv taksterne én ad gangen.</p>
          </Empty>
        ) : (
          <>
            <Warnings warnings={warnings} href={hrefOf(looked)} writable={looked.writable} />
            <h2>
              {numberText(standing.lines)} {standing.lines === 1 ? 'takst' : 'takster'} i skemaet
            </h2>
            {standing.lines > MOST_LINES && <p class="quiet">De første {MOST_LINES} vises.</p>}
            <div class="tariffs-sheet">
              <Table
                caption="Takster i skemaet"
                captionHidden
                columns={lineColumns(looked)}
                rows={lines.slice(0, MOST_LINES)}
                wide
                stacks
                compact
              />
            </div>
          </>
        )}
        <h2>Hvad der er sket</h2>
        {done.length === 0 ? (
          <p>Ingen har begyndt på skemaet.</p>
        ) : (
          <Timeline
            items={done.map(({ step, day, actorName, note, lines: count }) => ({
              title: `${steps[step]} af ${actorName}`,
              day,
              body: [count === undefined ? '' : `${numberText(count)} takster.`, note].filter(Boolean).join(' ') || undefined,
            }))}
          />
        )}
      </>
    ),
  }
}

const leads = {
  not_begun: '',
  in_work: '',
  handed_in: 'Skemaet er indsendt og venter på sekretariatet.',
  questions: '',
  approved: 'Skemaet er godkendt og kan offentliggøres.',
  published: 'Taksterne er offentliggjort. En rettelse er en ny version af den enkelte takst.',
} as const

const hrefOf = ({ standing }: SheetLooked) => `/takster/skema/${standing.year}/${standing.operatorId}`

/** The secretariat's question stands on top until it is answered. */
const Asked = ({ looked: { standing, steps: done } }: { looked: SheetLooked }) => {
  const question = done.findLast(({ step }) => step === 'asked')
  return standing.state === 'questions' && question ? (
    <Alert kind="warning" title={`${question.actorName} spørger`}>
      {question.note} Ret skemaet, og indsend det igen.
    </Alert>
  ) : null
}

const Next = ({ looked, ask }: { looked: SheetLooked; ask: Ask }) => {
  const { standing, writable } = looked
  const href = hrefOf(looked)
  const at = { partyId: standing.partyId }
  const writes = writable && ask.may('tariffSheets.write', at)
  const filled = standing.lines > 0
  const office = ask.may('tariffs.publish')
  return (
    <ButtonRow>
      {writes && filled && ask.may('tariffSheets.handIn', at) && (
        <LinkButton href={`${href}/indsend`} look="primary">
          Indsend skemaet
        </LinkButton>
      )}
      {office && isOpenTo(standing.state, 'published') && (
        <LinkButton href={`${href}/offentliggoer`} look="primary">
          Offentliggør taksterne
        </LinkButton>
      )}
      {office && isOpenTo(standing.state, 'approved') && (
        <LinkButton href={`${href}/godkend`} look="primary">
          Godkend skemaet
        </LinkButton>
      )}
      {office && isOpenTo(standing.state, 'asked') && <LinkButton href={`${href}/spoerg`}>Stil et spørgsmål</LinkButton>}
      {writes && (
        <>
          <LinkButton href={`${href}/regneark`} look={filled ? 'secondary' : 'primary'}>
            Send et regneark
          </LinkButton>
          <LinkButton href={`${href}/linje/ny`}>Skriv en takst</LinkButton>
        </>
      )}
      <LinkButton href={`${href}/skabelon.xlsx`} look="tertiary">
        {filled ? 'Hent skemaet som regneark' : 'Hent skabelonen'}
      </LinkButton>
    </ButtonRow>
  )
}

/** Who fills in is not always who hands in. */
const WhoHandsIn = ({ looked: { standing, writable }, ask }: { looked: SheetLooked; ask: Ask }) => {
  const at = { partyId: standing.partyId }
  const waits = writable && standing.lines > 0 && ask.may('tariffSheets.write', at) && !ask.may('tariffSheets.handIn', at)
  return waits ? <p>Når taksterne er på plads, er det jeres godkender, der indsender skemaet.</p> : null
}

type WarningsProps = { warnings: SheetLooked['warnings']; href: string; writable: boolean }

export const Warnings = ({ warnings, href, writable }: WarningsProps) => {
  if (warnings.length === 0) return <Alert kind="success">Der er intet at advare om.</Alert>
  const item = ({ lineId, text }: SheetLooked['warnings'][number]) => (
    <li>
      {text} {writable && lineId !== undefined && <a href={`${href}/linje/${lineId}`}>Ret</a>}
    </li>
  )
  return (
    <Alert kind="warning" title={warnings.length === 1 ? '1 ting at se på' : `${numberText(warnings.length)} ting at se på`}>
      <p>Skemaet kan indsendes alligevel. Skriv gerne en forklaring på taksten.</p>
      <ul>{warnings.slice(0, MOST_SHOWN).map(item)}</ul>
      {warnings.length > MOST_SHOWN && (
        <Details summary={`${numberText(warnings.length - MOST_SHOWN)} flere`}>
          <ul>{warnings.slice(MOST_SHOWN, MOST_SHOWN * 10).map(item)}</ul>
        </Details>
      )}
    </Alert>
  )
}

const NONE = html`<span class="quiet nothing">–</span>`

const lineColumns = ({ reckoned, writable, standing, before }: SheetLooked): Column<PlacedLine>[] => {
  const was = (line: PlacedLine) =>
    before.find(
      (one) => one.unitId === line.unitId && one.service === line.service && one.level === line.level && one.per === line.per,
    )
  const href = `/takster/skema/${standing.year}/${standing.operatorId}/linje`
  return [
    {
      head: 'Tilbud og ydelse',
      rowHead: true,
      cell: (line) =>
        html`${writable ? html`<a href="${href}/${line.id}">${placeText(line)}</a>` : placeText(line)}${serviceText(line) ? html`<span class="tariffs-service">${serviceText(line)}</span>` : ''}${line.addOn ? html` <span class="label label-info">Tillæg</span>` : ''}`,
    },
    {
      head: 'Grundlag',
      cell: ({ id, basis }) =>
        html`<a href="${href}/${id}/beregning">${basis ? 'Fuldt' : 'Faste tal'}<span class="sr-only"> beregningsgrundlag</span></a>`,
    },
    { head: 'Omkostninger', numeric: true, cell: ({ costs }) => moneyOr(costsTotal(costs)) },
    { head: 'Pladser', numeric: true, cell: ({ places }) => placesText(places) },
    { head: 'Belægning', numeric: true, cell: ({ occupancy }) => shareText(occupancy) },
    { head: 'Dage', numeric: true, cell: ({ days }) => (days === undefined ? 'efter reglen' : String(days)) },
    { head: 'Beregnet takst', numeric: true, cell: ({ id }) => reckonedText(reckoned.get(id)) },
    { head: 'Takst i skemaet', numeric: true, cell: ({ amountOre }) => moneyOr(amountOre) },
    { head: 'Pr.', cell: ({ per }) => priceUnits[per] },
    { head: 'Året før', numeric: true, cell: (line) => moneyOr(was(line)?.amountOre) },
    ...(writable
      ? [
          {
            head: 'Fjern',
            cell: ({ id }: PlacedLine) => html`<a href="${href}/${id}/fjern">Fjern<span class="sr-only"> linjen</span></a>`,
          },
        ]
      : []),
  ]
}

/** What it comes to; how many levels, and what still has to be approved. */
const reckonedText = (reckoned: Reckoned | undefined) => {
  const levels = reckoned?.result?.levels.length ?? 0
  return html`${moneyOr(reckoned?.amountOre)}${levels > 0 ? html`<span class="tariffs-service">i snit af ${levels} niveauer</span>` : ''}${reckoned?.awaits ? html`<span class="tariffs-service">belægningen venter på godkendelse</span>` : ''}`
}

const moneyOr = (ore: number | undefined) => (ore === undefined ? NONE : kronerText(ore))
