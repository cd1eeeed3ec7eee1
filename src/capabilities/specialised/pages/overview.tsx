import { Card, CardGrid, type Page } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { nameOf, spanText } from '../../national/index.ts'
import { schoolYearText } from '../../schooling/index.ts'
import type { LoadedOverview } from '../actions/overview.ts'
import { CASES, Contradiction, LIST } from './parts.tsx'

const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** The doors to the offers that are looked after in particular, each with where it stands. */
export const OverviewPage = (loaded: LoadedOverview): Page => {
  const { listed, followUp, old, cases, notes } = loaded
  const open = cases.filter(({ progress }) => progress.open)
  const late = open.filter(({ progress }) => progress.late.length > 0).length
  return {
    title: 'Særlige tilbud',
    lead: 'Tilbud, samarbejdet holder særligt øje med: de mest specialiserede, de lands- og landsdelsdækkende, specialundervisningen og Børnehus Sjælland.',
    crumbs: [{ text: 'Tilbud', href: '/tilbud' }, { text: 'Særlige tilbud' }],
    marks: cases.some(({ of }) => of.example) ? ['eksempeldata'] : [],
    body: (
      <>
        <CardGrid>
          <Card title="De mest specialiserede tilbud" href={LIST} level={2}>
            <p>
              {some(listed, 'tilbud', 'tilbud')} på listen.
              {followUp > 0 && ` ${some(followUp, 'er', 'er')} under opfølgning.`}
              {old > 0 && ` ${old} er ikke vurderet længe.`}
            </p>
          </Card>
          <Card title="Task force" href={CASES} level={2}>
            <p>
              {some(open.length, 'åben sag', 'åbne sager')}, {some(cases.length - open.length, 'lukket', 'lukkede')}.
              {late > 0 && ` ${some(late, 'har', 'har')} overskredet en frist.`}
            </p>
          </Card>
          <Others loaded={loaded} />
        </CardGrid>
        {notes.map((note) => (
          <Contradiction note={note} />
        ))}
      </>
    ),
  }
}

const Others = ({ loaded: { occupancy, groups, concluded, schoolYear, boernehus } }: { loaded: LoadedOverview }) => (
  <>
    <Card title="Lands- og landsdelsdækkende tilbud" href="/tilbud/saerlige/landsdaekkende" level={2}>
      <p>
        {occupancy.length === 0 && 'Ingen belægning oplyst. '}
        {occupancy.map((line) => {
          const newest = line.figures.at(-1)
          return newest && `${nameOf(line, { groups, offers: [] })}: ${numberText(newest.value ?? 0)} % i ${spanText(newest)}. `
        })}
        {concluded === undefined ? 'Ingen konklusion om kapaciteten endnu.' : `Konklusion om kapaciteten fra ${concluded}.`}
      </p>
    </Card>
    <Card title="Specialundervisning" href="/tilbud/saerlige/specialundervisning" level={2}>
      <p>{schoolYear === undefined ? 'Ingen elevtal oplyst endnu.' : `Elevtal for skoleåret ${schoolYearText(schoolYear)}.`}</p>
    </Card>
    <Card title="Børnehus Sjælland" href="/tilbud/saerlige/boernehus" level={2}>
      <p>
        {boernehus?.cases === undefined
          ? 'Intet antal sager oplyst.'
          : `${numberText(boernehus.cases)} sager i ${boernehus.year}, det nyeste tal.`}
      </p>
    </Card>
  </>
)
