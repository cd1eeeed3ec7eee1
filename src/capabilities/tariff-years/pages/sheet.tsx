import { html } from 'hono/html'
import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, type Column, Empty, LinkButton, type Page, Table, Timeline } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { priceUnits } from '../../offers/index.ts'
import type { SheetLooked } from '../actions/at.ts'
import { placesText, placeText, shareText, validText } from '../figures.ts'
import { costsTotal, isWholeYear, type PlacedLine } from '../line.ts'
import { deadlineText, isLate, isOpenTo, steps } from '../round.ts'
import { serviceText } from '../tariff.ts'
import { countsPlaces, type Reckoned } from '../warning.ts'
import { InflowsLine } from './inflows.tsx'
import { sheetCrumbs } from './line-form.tsx'
import { StateTag } from './rounds.tsx'
import { Warnings } from './warnings.tsx'

/** An operator's tariffs of a year: what is next, what to look at, and the lines. */
export function SheetPage(looked: SheetLooked, ask: Ask): Page {
  const { standing, lines, steps: done, review } = looked
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
            <Warnings review={review} href={hrefOf(looked)} writable={looked.writable} />
            <h2>
              {numberText(standing.lines)} {standing.lines === 1 ? 'takst' : 'takster'} i skemaet
            </h2>
            {standing.lines > lines.length && (
              <p class="quiet">De første {lines.length} vises. Hent skemaet som regneark for at se dem alle.</p>
            )}
            <div class="tariffs-sheet">
              <Table caption="Takster i skemaet" captionHidden columns={lineColumns(looked)} rows={lines} wide stacks compact />
            </div>
          </>
        )}
        {lines.length > 0 && <InflowsLine looked={looked} />}
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

const NONE = html`<span class="quiet nothing">–</span>`

const lineColumns = ({ reckoned, writable, standing, review: { beforeOre } }: SheetLooked): Column<PlacedLine>[] => {
  const href = `/takster/skema/${standing.year}/${standing.operatorId}/linje`
  return [
    {
      head: 'Tilbud og ydelse',
      rowHead: true,
      cell: (line) =>
        html`${writable ? html`<a href="${href}/${line.id}">${placeText(line)}</a>` : placeText(line)}${serviceText(line) ? html`<span class="tariffs-service">${serviceText(line)}</span>` : ''}${isWholeYear(line, standing.year) ? '' : html`<span class="tariffs-service">${validText(line)}</span>`}${line.addOn ? html` <span class="label label-info">Tillæg</span>` : ''}`,
    },
    {
      head: 'Grundlag',
      cell: ({ id, basis }) =>
        html`<a href="${href}/${id}/beregning">${basis ? 'Fuldt' : 'Faste tal'}<span class="sr-only"> beregningsgrundlag</span></a>`,
    },
    { head: 'Omkostninger', numeric: true, cell: ({ costs }) => moneyOr(costsTotal(costs)) },
    { head: 'Pladser', numeric: true, cell: (line) => (countsPlaces(line) ? placesText(line.places) : NONE) },
    { head: 'Belægning', numeric: true, cell: (line) => (countsPlaces(line) ? shareText(line.occupancy) : NONE) },
    { head: 'Dage', numeric: true, cell: (line) => (countsPlaces(line) ? daysOr(line.days) : NONE) },
    { head: 'Beregnet takst', numeric: true, cell: ({ id }) => reckonedText(reckoned.get(id)) },
    { head: 'Takst i skemaet', numeric: true, cell: ({ amountOre }) => moneyOr(amountOre) },
    { head: 'Pr.', cell: ({ per }) => priceUnits[per] },
    { head: 'Året før', numeric: true, cell: ({ id }) => moneyOr(beforeOre.get(id)) },
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

const daysOr = (days: number | undefined) => (days === undefined ? 'efter reglen' : String(days))

const moneyOr = (ore: number | undefined) => (ore === undefined ? NONE : kronerText(ore))
