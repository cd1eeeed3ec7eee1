import { type Column, Table } from '../../../platform/ui/index.ts'
import { plus } from '../../../platform/values/exact.ts'
import { tariffUnits } from '../calculation.ts'
import type { PartOfYear, SheetToRead } from '../reading.ts'
import { oreText, periodText, quantityText } from '../shown.ts'

/** A tariff that changes within the year: each period, and what the two of them bring in together. */
export const YearParts = ({ read: { calculation, parts, wholeYear } }: { read: SheetToRead }) => {
  if (calculation.input.period === undefined) return null
  const { year, unit } = calculation.input
  const periods = wholeYear?.periods ?? []
  const inPart = ({ from }: PartOfYear) => periods.find((one) => one.from === from)
  const columns: Column<PartOfYear>[] = [
    {
      head: 'Gælder',
      rowHead: true,
      cell: (part) => (part.own ? periodText(part) : <a href={`/takster/beregning/${part.id}`}>{periodText(part)}</a>),
    },
    { head: `Takst pr. ${tariffUnits[unit]}`, numeric: true, cell: ({ tariffOre }) => oreText(tariffOre) },
    ...(wholeYear
      ? [
          {
            head: 'Enheder i perioden',
            numeric: true,
            cell: (part: PartOfYear) => told(inPart(part)?.units, unit === 'hour' ? 'timer' : 'døgn'),
          },
          { head: 'Indtægt', numeric: true, cell: (part: PartOfYear) => told(inPart(part)?.income, 'øre') },
          { head: 'Omkostninger', numeric: true, cell: (part: PartOfYear) => told(inPart(part)?.costs, 'øre') },
        ]
      : []),
  ]
  return (
    <>
      <h2>{`Taksten i ${year}`}</h2>
      <p>
        Taksten gælder kun en del af året. Den er regnet af omkostninger og pladser, som gjaldt de hele året, og afregnes efter
        dagen.
      </p>
      {parts.length > 1 && <Table caption={`Perioderne i ${year}`} captionHidden compact columns={columns} rows={parts} />}
      {wholeYear && (
        <p>
          {`Tilsammen giver perioderne ${quantityText(sumOf(periods, 'income'), 'øre')} i indtægt og ${quantityText(sumOf(periods, 'costs'), 'øre')} i omkostninger og regulering. Forskellen, ${quantityText(wholeYear.remainder, 'øre')}, er afrunding.`}
        </p>
      )}
    </>
  )
}

type Periods = NonNullable<SheetToRead['wholeYear']>['periods']

const sumOf = (periods: Periods, of: 'income' | 'costs') => periods.map((one) => one[of]).reduce(plus)

const told = (value: Periods[number]['units'] | undefined, unit: Parameters<typeof quantityText>[1]) =>
  value === undefined ? '–' : quantityText(value, unit)
