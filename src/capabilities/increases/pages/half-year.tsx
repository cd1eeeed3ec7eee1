import { ButtonRow, Card, CardGrid, Empty, LinkButton, type Page } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { standText } from '../case.ts'
import { summaryText } from '../documents.ts'
import { before, type Group, halfYearKey, halfYearText } from '../half-year.ts'
import { CASES, HALF_YEARS, toRises } from '../paths.ts'
import type { LoadedHalfYear } from '../reading.ts'
import { nameOf } from '../words.ts'
import { CaseTable } from './cases.tsx'

/** What the steering group gets twice a year, ready to be shown. */
export const HalfYearPage = ({ list, current, today }: LoadedHalfYear): Page => {
  const earlier = before(list.halfYear)
  const key = halfYearKey(list.halfYear)
  return {
    title: `Takstindberetninger, ${halfYearText(list.halfYear)}`,
    lead: summaryText(list),
    crumbs: [...toRises, { text: halfYearText(list.halfYear) }],
    marks: list.cases.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        <ButtonRow>
          <LinkButton href={`${HALF_YEARS}/${key}/liste.pdf`} look="primary">
            Hent som PDF
          </LinkButton>
          <LinkButton href={`${HALF_YEARS}/${key}/liste.xlsx`}>Hent som Excel</LinkButton>
          <LinkButton href={`${HALF_YEARS}/${halfYearKey(earlier)}`}>{halfYearText(earlier)}</LinkButton>
          {key !== halfYearKey(current) && <LinkButton href={`${HALF_YEARS}/nu`}>Dette halvår</LinkButton>}
        </ButtonRow>
        <p class="source">Opgjort {dayText(today)} af de sager, der er åbnet i halvåret.</p>
        {list.cases.length === 0 ? (
          <Empty title="Ingen stigninger over grænsen i halvåret">Listen fylder sig selv, når der åbnes sager.</Empty>
        ) : (
          <>
            <CardGrid>
              {list.groups.map((group) => (
                <Counts group={group} />
              ))}
            </CardGrid>
            <h2>Ikke besvaret</h2>
            {list.unanswered.length === 0 ? (
              <p>Alle, der er spurgt, har svaret.</p>
            ) : (
              <ul>
                {list.unanswered.map((one) => (
                  <li>
                    <a href={`${CASES}/${one.id}`}>{nameOf(one)}</a>: {standText(one, today)}
                  </li>
                ))}
              </ul>
            )}
            <h2>Alle, den største stigning først</h2>
            <CaseTable cases={list.cases} today={today} />
          </>
        )}
      </>
    ),
  }
}

const Counts = ({ group: { title, counts } }: { group: Group }) => (
  <Card title={title} level={2}>
    <ul>
      {counts.map(({ label, count }) => (
        <li>
          {label}: <strong>{count}</strong>
        </li>
      ))}
    </ul>
  </Card>
)
