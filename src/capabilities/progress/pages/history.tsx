import { asOfSentence, keepDay } from '../../../platform/as-of.ts'
import { ButtonRow, Empty, LinkButton } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Day } from '../../../platform/values/day.ts'
import { awayText } from '../member.ts'
import type { CellHistory } from '../reading.ts'
import { stateText } from '../status.ts'
import { Sign } from './marks.tsx'
import { areMixed, Marks, ReportText } from './report.tsx'

type Asked = { query: { pr?: string | undefined }; today: Day }
type Read = { cell: CellHistory; day: Day; meld: string | undefined }

/** All a party has reported of one area, newest first. */
export const HistoryPage = ({ cell, day, meld }: Read, ask: Asked): Page => {
  const { party, area, reports, before, predecessor } = cell
  const away = awayText(party, day, cell)
  return {
    title: `${party.name}: ${area.title}`,
    crumbs: [
      { text: 'Parter', href: keepDay('/plan/parter', ask) },
      { text: party.name, href: keepDay(`/plan/parter/${party.slug}`, ask) },
      { text: area.key },
    ],
    lead: leadOf(cell),
    asOf: asOfSentence(ask),
    marks: [...reports, ...(before ? [before] : [])].some(({ example }) => example) ? ['eksempeldata'] : undefined,
    body: (
      <>
        {away && <p>{away}</p>}
        {before && predecessor && (
          <p>
            {predecessor.name} meldte sidst »{stateText(before.state)}«.{' '}
            <a href={keepDay(`/plan/parter/${predecessor.slug}/${area.key}`, ask)}>Se {predecessor.name}s historie</a>
          </p>
        )}
        {meld && (
          <ButtonRow>
            <LinkButton href={meld}>{reports.length > 0 ? 'Ret status' : 'Meld status'}</LinkButton>
          </ButtonRow>
        )}
        {reports.length === 0 ? <Nothing name={party.name} /> : <Reports cell={cell} />}
        <p>
          <a href={keepDay(`/plan/indsatsomraader/${area.key}`, ask)}>Læs om indsatsområdet, og se de andre parter</a>
        </p>
      </>
    ),
  }
}

function leadOf({ reports }: CellHistory): string {
  const holds = reports.find(({ late }) => !late)
  if (!holds) return 'Ikke meldt.'
  const all = reports.length > 1 ? ` Herunder står alle ${reports.length} meldinger, den senest skrevne først.` : ''
  const history = reports.some(({ late }) => late) ? ' »Kun historie« er skrevet efter en melding for en senere dag.' : ''
  return `${stateText(holds.state)}.${all}${history}`
}

const Nothing = ({ name }: { name: string }) => (
  <Empty title="Ikke meldt endnu">
    <p>{name} har ikke meldt status for dette indsatsområde. Det betyder ikke, at intet sker.</p>
  </Empty>
)

const Reports = ({ cell: { reports, notes, aged, staleDays } }: { cell: CellHistory }) => {
  const holds = reports.find(({ late }) => !late)
  return (
    <ol class="st-history">
      {reports.map((report) => (
        <li class="st-line">
          <p class="st-signs">
            <Sign state={report.state} />
            <Marks report={report} aged={report === holds && aged} staleDays={staleDays} mixed={areMixed(reports)} />
          </p>
          <ReportText report={report} note={notes.get(report.id)} />
        </li>
      ))}
    </ol>
  )
}
