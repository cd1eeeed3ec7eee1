import { numberText } from '../../platform/values/danish.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { type CalculationResult, costKindKeys, costKinds } from '../tariffs/index.ts'
import { isExplained } from './basis.ts'
import { changeText } from './figures.ts'
import { costsTotal, lineKey, namesOf, type PlacedLine } from './line.ts'
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
export type Warning = { lineId: number | undefined; text: string }

/** What is known of the year before. */
export type Before = {
  tariffId: number
  offerName: string
  unitId: number
  unitName: string
  service: string
  level: string
  per: string
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

/** Fewest tariffs and fewest add-ons, as the agreement has it. */
function tooMany(lines: readonly PlacedLine[], { mostPerUnit, mostAddOns }: Limits): Warning[] {
  const units = new Map<number, PlacedLine[]>()
  for (const line of lines) units.set(line.unitId, [...(units.get(line.unitId) ?? []), line])
  return [...units.values()].flatMap((of) => {
    const [first] = of
    const names = new Set(of.filter(({ addOn }) => !addOn).map(lineKey)).size
    const addOns = new Set(of.filter(({ addOn }) => addOn).map(lineKey)).size
    const where = first ? `${first.offerName}, ${first.unitName}` : ''
    return [
      ...(names > mostPerUnit
        ? [
            `${where} har ${names} takster. Aftalen siger færrest mulige; der advares ved flere end ${mostPerUnit}. Kan nogle samles?`,
          ]
        : []),
      ...(addOns > mostAddOns
        ? [`${where} har ${addOns} tillægsydelser. Aftalen siger færrest mulige; der advares ved flere end ${mostAddOns}.`]
        : []),
    ].map((text) => ({ lineId: undefined, text }))
  })
}

/** Hours and stays have no places of their own. */
const countsPlaces = ({ basis }: PlacedLine): boolean => basis === undefined || basis.counting.by === 'places'

/** What the line itself says. */
function ofItself(line: PlacedLine, limits: Limits, reckoned: Reckoned | undefined): string[] {
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
    ...(reckoned?.refused ? [reckoned.refused] : []),
    ...(reckoned?.awaits && !isExplained(line)
      ? ['Skriv en forklaring på belægningen. Uden den kan skemaet ikke indsendes.']
      : []),
    ...(amountOre !== undefined &&
    reckoned?.amountOre !== undefined &&
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

/** Tariffs of the year before that nobody has carried on, beside new ones that say nothing of what they were. */
function lostNames(lines: readonly PlacedLine[], before: readonly Before[]): Warning[] {
  const now = new Set(lines.flatMap((line) => namesOf(line).map((level) => `${line.unitId}|${lineKey({ ...line, level })}`)))
  const told = new Set(lines.flatMap(({ unitId, was }) => was.map((name) => `${unitId}|${name.toLocaleLowerCase('da')}`)))
  const gone = before.filter(
    (one) =>
      !now.has(`${one.unitId}|${lineKey({ ...one, per: one.per as PlacedLine['per'] })}`) &&
      !told.has(`${one.unitId}|${serviceText(one).toLocaleLowerCase('da')}`),
  )
  const known = new Set(before.map((one) => `${one.unitId}|${lineKey({ ...one, per: one.per as PlacedLine['per'] })}`))
  return lines.flatMap((line) => {
    if (namesOf(line).some((level) => known.has(`${line.unitId}|${lineKey({ ...line, level })}`)) || line.was.length > 0)
      return []
    const lost = gone.filter(({ unitId }) => unitId === line.unitId).map((one) => `»${serviceText(one) || 'uden navn'}«`)
    if (lost.length === 0) return []
    return [
      {
        lineId: line.id,
        text: `${nameOf(line)} er et nyt navn, og ${lost.join(', ')} fra året før mangler. Hed taksten det før? Skriv det i »Hed før«, så historien følger med.`,
      },
    ]
  })
}

/** Everything to look at before a sheet is handed in, in the order of its lines. */
export function warningsOf(
  lines: readonly PlacedLine[],
  { before, limits, reckoned }: { before: readonly Before[]; limits: Limits; reckoned: ReadonlyMap<number, Reckoned> },
): Warning[] {
  const beforeOf = new Map(before.map((one) => [`${one.unitId}|${lineKey({ ...one, per: one.per as PlacedLine['per'] })}`, one]))
  const ofLines = lines.flatMap((line) => {
    const own = reckoned.get(line.id)
    const texts = [
      ...ofItself(line, limits, own),
      ...sinceBefore(line, beforeOf.get(`${line.unitId}|${lineKey(line)}`), limits, own?.amountOre ?? line.amountOre),
    ]
    return texts.map((text) => ({ lineId: line.id, text: `${nameOf(line)}: ${text}` }))
  })
  return [...tooMany(lines, limits), ...ofLines, ...lostNames(lines, before)]
}
