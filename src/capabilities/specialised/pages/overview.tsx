import { Card, CardGrid, type Page } from '../../../platform/ui/index.ts'
import type { LoadedOverview } from '../actions/overview.ts'
import { CASES, Contradiction, LIST } from './parts.tsx'

const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** The doors to the offers that are looked after in particular, each with where it stands. */
export const OverviewPage = ({ listed, followUp, old, cases, notes }: LoadedOverview): Page => {
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
        </CardGrid>
        {notes.map((note) => (
          <Contradiction note={note} />
        ))}
      </>
    ),
  }
}
