import { numberText } from '../../platform/values/danish.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { type PriceUnit, priceUnits } from '../offers/index.ts'
import { type CalculationResult, costKindKeys, costKinds } from '../tariffs/index.ts'
import { isExplained } from './basis.ts'
import { changeText } from './figures.ts'
import { costsTotal, type PlacedLine } from './line.ts'
import { serviceText } from './tariff.ts'

/** From when a sheet is warned of; all of it dated rules. */
export type Limits = {
  mostPerUnit: number
  mostAddOns: number
  /** As a share. */
  jump: number
  occupancyLow: number
  occupancyHigh: number
  toleranceOre: number
}

/** Something to look at before a sheet is handed in; it stops nobody. Danish: advarsel. */
export type Warning = { lineId: number | undefined; text: string; at: WarnedLine | undefined }

/** Where a line that is warned of stands; `origin`: in the workbook it came from. */
export type WarnedLine = { offerName: string; unitName: string; service: string; level: string; origin: string | undefined }

/** What is known of the year before. */
export type Before = {
  tariffId: number
  offerName: string
  unitId: number
  unitName: string
  service: string
  level: string
  per: PriceUnit
  amountOre: number
  places: number | undefined
  costs: Partial<Record<string, number>>
}

/** What the tariff would be, where it can be calculated; `refused`: why not. `awaits`: its occupancy is still to be approved. */
export type Reckoned = {
  amountOre: number | undefined
  refused: string | undefined
  result?: CalculationResult | undefined
  awaits?: boolean | undefined
}

export const nameOf = (line: PlacedLine): string => [line.offerName, line.unitName, serviceText(line)].filter(Boolean).join(', ')

/** Hours and stays have no places of their own. */
export const countsPlaces = ({ basis }: PlacedLine): boolean => basis === undefined || basis.counting.by === 'places'

/** What the line itself says. */
function ofItself(line: PlacedLine, limits: Limits, reckoned: Reckoned): string[] {
  const { occupancy, places, amountOre } = line
  const told = occupancy === undefined ? undefined : `${numberText(Math.round(occupancy * 10_000) / 100)} %`
  return [
    ...(places === undefined && !line.addOn && countsPlaces(line)
      ? ['Pladser mangler. Så kan taksten ikke vægtes, og beregningen vises ikke.']
      : []),
    ...(places === 0 ? ['Der er 0 pladser. Så er der intet at dele omkostningerne på.'] : []),
    ...(occupancy !== undefined && occupancy < limits.occupancyLow
      ? [`Belægningen er ${told}, under grænsen på ${numberText(limits.occupancyLow * 100)} %.`]
      : []),
    ...(occupancy !== undefined && occupancy > limits.occupancyHigh
      ? [`Belægningen er ${told}, over grænsen på ${numberText(limits.occupancyHigh * 100)} %.`]
      : []),
    ...(reckoned.refused ? [reckoned.refused] : []),
    ...(reckoned.awaits && !isExplained(line)
      ? ['Skriv en forklaring på belægningen. Uden den kan skemaet ikke indsendes.']
      : []),
    ...(amountOre !== undefined &&
    reckoned.amountOre !== undefined &&
    Math.abs(amountOre - reckoned.amountOre) > limits.toleranceOre
      ? [
          `Taksten i skemaet er ${kronerText(amountOre)}, men omkostningerne giver ${kronerText(reckoned.amountOre)}. Det beregnede offentliggøres.`,
        ]
      : []),
    ...(costsTotal(line.costs) === undefined && line.basis === undefined
      ? ['Omkostningerne mangler. Taksten offentliggøres som »beregningsgrundlag ikke modtaget«.']
      : []),
  ]
}

const jumped = (now: number, before: number, most: number): boolean => before > 0 && Math.abs(now / before - 1) > most

/** What has moved since the year before. */
function sinceBefore(line: PlacedLine, before: Before | undefined, { jump }: Limits, amountOre: number | undefined): string[] {
  if (!before) return []
  const kinds = costKindKeys.flatMap((kind) => {
    const [now, then] = [line.costs[kind], before.costs[kind]]
    if (now === undefined || then === undefined || !jumped(now, then, jump)) return []
    return [
      `${costKinds[kind]} ændrer sig ${changeText(now / then - 1)} fra året før (${kronerText(then)} til ${kronerText(now)}).`,
    ]
  })
  return [
    ...(amountOre !== undefined && jumped(amountOre, before.amountOre, jump)
      ? [`Taksten ændrer sig ${changeText(amountOre / before.amountOre - 1)} fra året før (${kronerText(before.amountOre)}).`]
      : []),
    ...kinds,
  ]
}

/** A price by another unit is not compared: the history goes on, the change does not show. */
const otherUnit = ({ per }: PlacedLine, before: Before | undefined): string[] =>
  before && before.per !== per
    ? [`Taksten var pr. ${priceUnits[before.per]} og er nu pr. ${priceUnits[per]}, så prisen kan ikke sammenlignes med året før.`]
    : []

type Around = { limits: Limits; before: Before | undefined; reckoned: Reckoned }

/** What there is to look at in one line, beside what the same was the year before. */
export function warningsOf(line: PlacedLine, { limits, before, reckoned }: Around): string[] {
  const other = otherUnit(line, before)
  const amountOre = reckoned.amountOre ?? line.amountOre
  return [
    ...ofItself(line, limits, reckoned),
    ...other,
    ...(other.length > 0 ? [] : sinceBefore(line, before, limits, amountOre)),
  ].map((text) => `${nameOf(line)}: ${text}`)
}
