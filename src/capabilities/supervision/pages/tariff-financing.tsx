import { Empty, Source, SummaryList, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { LoadedTariffs } from '../actions/tariffs.ts'
import { changeOf, type Figure, figures, type Part } from '../tariff.ts'
import { pctText } from './tariffs.tsx'

export const Agrees = ({ agrees }: { agrees: boolean }) =>
  agrees ? <Tag kind="success">passer</Tag> : <Tag kind="warning">afviger</Tag>

const thousands = (value: number) => `${numberText(value)} tusind kr.`

/** What the municipalities pay together, and how it is parted by children. */
export const Financing = ({ loaded: { financing, parts } }: { loaded: LoadedTariffs }) => (
  <section id="finansiering">
    <h2>{figures.fosterFinancing}</h2>
    <p>Kommunerne betaler i fællesskab, hver efter sit antal 0-17-årige. Det er summer; der står intet om nogen plejefamilie.</p>
    {financing ? <Told financing={financing} /> : <p>Ikke oplyst.</p>}
    {financing && (parts.length > 0 ? <Shares financing={financing} parts={parts} /> : <NoPopulation year={financing.year} />)}
  </section>
)

const Told = ({ financing }: { financing: Figure }) => {
  const { before, statedPct, value, year, authority, reservation } = financing
  const computed = before === undefined ? undefined : changeOf(before, value)
  return (
    <>
      <SummaryList
        items={[
          { term: `${authority}, ${year}`, value: thousands(value) },
          { term: 'Året før', value: before === undefined ? 'Ikke oplyst' : thousands(before) },
          {
            term: 'Ændring',
            value: (
              <>
                {statedPct === undefined ? 'Ikke oplyst i kilden' : `${pctText(statedPct)} ifølge kilden`}
                {computed !== undefined && `, efterregnet ${pctText(computed)} `}
                {computed !== undefined && statedPct !== undefined && <Agrees agrees={computed === statedPct} />}
              </>
            ),
          },
          ...(reservation ? [{ term: 'Forbehold', value: reservation }] : []),
        ]}
      />
      <Source title={financing.source} {...(financing.sourceUrl !== undefined && { href: financing.sourceUrl })} />
    </>
  )
}

const NoPopulation = ({ year }: { year: number }) => (
  <Empty title={`Befolkningstal for ${year} er ikke skrevet`} level={3}>
    Når sekretariatet har skrevet antallet af 0-17-årige, vises hver kommunes andel her.
  </Empty>
)

const kroner = (ore: number) => numberText(Math.round(ore / 100))

const Shares = ({ financing, parts }: { financing: Figure; parts: readonly Part[] }) => {
  const sum = parts.reduce((all, { ore }) => all + ore, 0)
  const [first] = parts
  return (
    <>
      <h3>
        Hver kommunes andel i {financing.year} {parts.some(({ example }) => example) && <Tag kind="warning">eksempeldata</Tag>}
      </h3>
      <Table<Part>
        caption={`Hver kommunes andel i ${financing.year}`}
        captionHidden
        compact
        wide
        rows={parts}
        columns={[
          { head: 'Kommune', rowHead: true, cell: ({ name }) => name },
          { head: '0-17-årige', numeric: true, cell: ({ residents }) => numberText(residents) },
          { head: 'Andel', numeric: true, cell: ({ pct }) => `${numberText(pct)} %` },
          { head: 'Kroner', numeric: true, cell: ({ ore }) => kroner(ore) },
        ]}
      />
      <p>
        Efterregnet: de {parts.length} andele er tilsammen {kroner(sum)} kr.{' '}
        <Agrees agrees={sum === Math.round(financing.value * 100_000)} />
      </p>
      {first && <Source title={first.source} {...(first.sourceUrl !== undefined && { href: first.sourceUrl })} />}
    </>
  )
}
