import { Alert, ButtonRow, Card, CardGrid, Empty, LinkButton, type Page, Table, Tag } from '../../../platform/ui/index.ts'
import { dayOf, dayText } from '../../../platform/values/day.ts'
import { standText } from '../case.ts'
import { asOfText, sinceText, summaryText } from '../documents.ts'
import { before, daysOf, type Group, halfYearKey, halfYearText } from '../half-year.ts'
import type { ListedHalfYear, LoadedHalfYear } from '../halves.ts'
import { CASES, HALF_YEARS, toHalfYears, toRises } from '../paths.ts'
import { nameOf } from '../words.ts'
import { CaseTable } from './cases.tsx'

/** What the steering group gets twice a year, ready to be shown. */
export const HalfYearPage = (loaded: LoadedHalfYear): Page => {
  const { list, current, asOf } = loaded
  const earlier = before(list.halfYear)
  const key = halfYearKey(list.halfYear)
  const stand = loaded.isOver && !loaded.frozen ? '?stand=nu' : ''
  return {
    title: `Takstindberetninger, ${halfYearText(list.halfYear)}`,
    lead: summaryText(list),
    crumbs: [...toHalfYears, { text: halfYearText(list.halfYear) }],
    marks: list.cases.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        <ButtonRow>
          <LinkButton href={`${HALF_YEARS}/${key}/liste.pdf${stand}`} look="primary">
            Hent som PDF
          </LinkButton>
          <LinkButton href={`${HALF_YEARS}/${key}/liste.xlsx${stand}`}>Hent som Excel</LinkButton>
          <LinkButton href={`${HALF_YEARS}/${halfYearKey(earlier)}`}>{halfYearText(earlier)}</LinkButton>
          {key !== halfYearKey(current) && <LinkButton href={`${HALF_YEARS}/nu`}>Dette halvår</LinkButton>}
        </ButtonRow>
        <AsOf loaded={loaded} />
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
                    <a href={`${CASES}/${one.id}`}>{nameOf(one)}</a>: {standText(one, asOf)}
                  </li>
                ))}
              </ul>
            )}
            <h2>Alle, den største stigning først</h2>
            <CaseTable cases={list.cases} today={asOf} />
          </>
        )}
      </>
    ),
  }
}

/** Of which day the list is; once the half year is over it stands, and what came later is told beside it. */
const AsOf = ({ loaded }: { loaded: LoadedHalfYear }) => {
  const { list, frozen, isOver, madeOn, since } = loaded
  const at = `${HALF_YEARS}/${halfYearKey(list.halfYear)}`
  if (!isOver) return <p class="source">{asOfText(loaded)}</p>
  if (!frozen)
    return (
      <Alert kind="warning" title="Ikke den liste, styregruppen fik">
        {asOfText(loaded)} <a href={at}>Se listen, som den var, da halvåret sluttede</a>
      </Alert>
    )
  return (
    <>
      <p class="source">
        {asOfText(loaded)} {madeOn && `Listen lavede sig selv ${dayText(madeOn)}.`}
      </p>
      <Alert kind="info">
        {sinceText(since)} {since.cases > 0 && <a href={`${at}?stand=nu`}>Se sagerne, som de står i dag</a>}
      </Alert>
    </>
  )
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

/** Every list there is; each made itself when its half year was over. */
export const HalfYearsPage = (listed: ListedHalfYear[]): Page => ({
  title: 'Halvårslister',
  lead: 'To gange om året får styregruppen en liste over takstindberetninger. Den laver sig selv, når halvåret er slut, og ændrer sig ikke siden.',
  crumbs: [...toRises, { text: 'Halvårslister' }],
  body: (
    <Table<ListedHalfYear>
      caption="Halvårslister"
      captionHidden
      rows={listed}
      columns={[
        {
          head: 'Halvår',
          rowHead: true,
          cell: ({ halfYear }) => <a href={`${HALF_YEARS}/${halfYearKey(halfYear)}`}>{halfYearText(halfYear)}</a>,
        },
        { head: 'Stigninger over grænsen', numeric: true, cell: ({ count }) => String(count) },
        { head: 'Listen', cell: (one) => <Made one={one} /> },
      ]}
    />
  ),
})

const Made = ({ one: { made, isOver, halfYear } }: { one: ListedHalfYear }) => {
  if (made) return <>Lavede sig selv {dayText(dayOf(made.madeAt))}</>
  return isOver ? <>Lægges fast i nat</> : <Tag kind="info">laver sig selv {dayText(daysOf(halfYear).until)}</Tag>
}
