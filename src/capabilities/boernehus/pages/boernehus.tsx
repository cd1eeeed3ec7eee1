import type { Ask } from '../../../platform/action.ts'
import {
  Alert,
  ButtonRow,
  Details,
  Empty,
  LinkButton,
  type Page,
  type Series,
  SeriesPicture,
  Source,
  Table,
  Tag,
} from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { LoadedCases } from '../actions/look.ts'
import {
  deviationOf,
  type Figure,
  isStale,
  type Kind,
  kinds,
  outcomes,
  replaced,
  standing,
  type Target,
  type Year,
  yearsOf,
} from '../cases.ts'

const BOERNEHUS = '/tilbud/saerlige/boernehus'

/** Cases year by year, what happened, the budget and what was expected each by itself; then the tariff's target. */
export const BoernehusPage = (loaded: LoadedCases, ask: Ask): Page => {
  const { figures, targets, today, months } = loaded
  const years = yearsOf(figures, today)
  const edits = ask.may('boernehus.edit')
  return {
    title: 'Børnehus Sjælland',
    lead: 'Rådgiver og undersøger for kommuner, sygehuse og politi i sager om overgreb på børn. Her er tallene, ikke sagerne.',
    crumbs: [
      { text: 'Tilbud', href: '/tilbud' },
      { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
      { text: 'Børnehus Sjælland' },
    ],
    marks: [...figures, ...targets].some(({ example }) => example) ? ['eksempeldata'] : [],
    wide: true,
    body: (
      <>
        {isStale(figures, today, months) && (
          <Alert kind="warning">{`Det nyeste antal sager er fra ${newestYear(figures)}. Nyere tal findes ikke i kilderne.`}</Alert>
        )}
        <h2>Antal sager</h2>
        {years.length === 0 ? (
          <Empty title="Ingen har oplyst et antal sager" level={3} />
        ) : (
          <>
            <SeriesPicture
              id="sager-billede"
              title="Sager, budget og forventet antal i hvert år"
              unit=""
              series={seriesOf(figures)}
            />
            <Years years={years} />
          </>
        )}
        <ButtonRow>
          {edits && (
            <LinkButton href={`${BOERNEHUS}/tal`} look="primary">
              Skriv et tal
            </LinkButton>
          )}
          <LinkButton href={`${BOERNEHUS}.xlsx`} icon="download">
            Excel
          </LinkButton>
          <LinkButton href={`${BOERNEHUS}.csv`} look="tertiary">
            CSV
          </LinkButton>
        </ButtonRow>
        <Municipal loaded={loaded} edits={edits} />
        <h2 id="maal">Mål for taksten</h2>
        <Targets targets={targets} />
        {edits && <LinkButton href={`${BOERNEHUS}/maal`}>Skriv et mål, eller om det er nået</LinkButton>}
        <Replaced figures={figures} />
      </>
    ),
  }
}

const newestYear = (figures: readonly Figure[]) => standing(figures).findLast(({ kind }) => kind === 'actual')?.year ?? ''

const seriesOf = (figures: readonly Figure[]): Series[] =>
  (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const own = standing(figures).filter((figure) => figure.kind === kind && figure.municipalityCode === undefined)
    if (own.length === 0) return []
    return [
      {
        name: `${kinds[kind]}${own.some(({ derived }) => derived) ? ' (regnet ud af kildens procent)' : ''}`,
        step: 1,
        example: own.every(({ example }) => example),
        points: own.map(({ year, cases = 0 }) => ({ at: year + 0.5, label: String(year), value: cases })),
      },
    ]
  })

const Count = ({ of }: { of: Figure | undefined }) =>
  of?.cases === undefined ? (
    <span class="quiet">ikke oplyst</span>
  ) : (
    <span>
      {of.derived && 'ca. '}
      {numberText(of.cases)} {of.derived && <Tag>regnet ud</Tag>} {of.example && <Tag kind="warning">eksempeldata</Tag>}
    </span>
  )

const deviationText = ({ actual, budget }: Year): string | undefined => {
  const deviation = deviationOf({ actual: actual?.cases, budget: budget?.cases })
  if (deviation === undefined) return undefined
  return deviation === 0 ? 'som budgettet' : `${Math.abs(deviation)} % ${deviation > 0 ? 'over' : 'under'}`
}

const Years = ({ years }: { years: readonly Year[] }) => (
  <Table<Year>
    caption="Sager, budget og forventet antal i hvert år"
    captionHidden
    rows={years.toReversed()}
    columns={[
      { head: 'År', rowHead: true, cell: ({ year, until }) => (year === until ? year : `${year}-${until}`) },
      { head: kinds.actual, numeric: true, cell: ({ actual }) => <Count of={actual} /> },
      { head: kinds.budget, numeric: true, cell: ({ budget }) => <Count of={budget} /> },
      { head: 'Mod budget', numeric: true, cell: (year) => deviationText(year) ?? <span class="quiet">kan ikke regnes</span> },
      { head: kinds.forecast, numeric: true, cell: ({ forecast }) => <Count of={forecast} /> },
      { head: 'Kilde', cell: (year) => <Sources year={year} /> },
    ]}
  />
)

const Sources = ({ year: { actual, budget, forecast } }: { year: Year }) => (
  <div class="special-sources">
    {[actual, budget, forecast].map(
      (figure) =>
        figure && (
          <>
            {figure.note && <p class="quiet">{`${kinds[figure.kind]}: ${figure.note}`}</p>}
            <Source
              title={figure.source}
              day={figure.sourceDay}
              {...(figure.sourceUrl !== undefined && { href: figure.sourceUrl })}
            />
          </>
        ),
    )}
  </div>
)

/** Counts of children by municipality: that they are there is told to all, what they are to the secretariat. */
const Municipal = ({ loaded: { told, figures }, edits }: { loaded: LoadedCases; edits: boolean }) => {
  if (told.length === 0) return <p class="quiet">Kilderne har ingen tal for de enkelte kommuner.</p>
  const own = standing(figures).filter(({ municipalityCode }) => municipalityCode !== undefined)
  return (
    <>
      <h2>De enkelte kommuner</h2>
      <p>
        {told.map(({ year, count }) => `${year}: ${count === 1 ? '1 kommune' : `${count} kommuner`} har oplyst.`).join(' ')}{' '}
        Tallene vises kun for sekretariatet, fordi de kan være små og handler om børn.
      </p>
      {edits && (
        <Table<Figure>
          caption="Sager i de enkelte kommuner, kun for sekretariatet"
          rows={own.toReversed()}
          columns={[
            { head: 'Kommune', rowHead: true, cell: ({ municipality }) => municipality ?? '' },
            { head: 'År', cell: ({ year }) => year },
            { head: 'Hvad', cell: ({ kind }) => kinds[kind] },
            { head: 'Antal', numeric: true, cell: (figure) => <Count of={figure} /> },
            { head: 'Kilde', cell: ({ source, sourceDay }) => <Source title={source} day={sourceDay} /> },
          ]}
        />
      )}
    </>
  )
}

const outcomeKinds = { unknown: 'warning', met: 'success', not_met: 'error' } as const

const Targets = ({ targets }: { targets: readonly Target[] }) => {
  const newest = targets.filter(({ year }, at) => targets.findIndex((one) => one.year === year) === at)
  const older = targets.filter((target) => !newest.includes(target))
  if (newest.length === 0) return <p>Der er ikke skrevet et mål.</p>
  return (
    <>
      {newest.map((target) => (
        <OneTarget target={target} />
      ))}
      {older.length > 0 && (
        <Details summary={`Skrevet før (${older.length})`}>
          {older.map((target) => (
            <OneTarget target={target} />
          ))}
        </Details>
      )}
    </>
  )
}

const OneTarget = ({ target: { year, text, outcome, note, source, sourceDay, sourceUrl } }: { target: Target }) => (
  <div class="special-target">
    <p>
      <strong>{year}:</strong> {text} <Tag kind={outcomeKinds[outcome]}>{`nået? ${outcomes[outcome].toLowerCase()}`}</Tag>
    </p>
    {note && <p>{note}</p>}
    <Source title={source} day={sourceDay} {...(sourceUrl !== undefined && { href: sourceUrl })} />
  </div>
)

const Replaced = ({ figures }: { figures: readonly Figure[] }) => {
  const old = replaced(figures)
  return old.length === 0 ? null : (
    <Details summary={`Rettede tal (${old.length})`}>
      <ul>
        {old.map(({ kind, year, municipality, cases, source }) => (
          <li>
            {kinds[kind]} {year}
            {municipality && `, ${municipality}`}: {cases === undefined ? 'trukket tilbage' : numberText(cases)} ({source})
          </li>
        ))}
      </ul>
    </Details>
  )
}
