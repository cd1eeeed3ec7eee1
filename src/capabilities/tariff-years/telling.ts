import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { PlacedLine } from './line.ts'
import type { LineageKind } from './lineage-rule.ts'
import { keyOfTariff, type Predecessor, type Predecessors } from './predecessor.ts'

/** What a sheet tells of one tariff having been another. */
export type TariffTold = { kind: LineageKind; from: Predecessor; line: PlacedLine; places: number | undefined; day: Day }

type Said = { from: Predecessor; line: PlacedLine; places: number | undefined }

/**
 * What tariffs were, as their lines tell it: one name to one is a new name, several to one a merger, one to several a split. A tariff
 * whose own name goes on beside a new one is split too. The parts of a split take with them as many places as they have, in
 * proportion when there are more now than there were; what is neither told nor split goes whole.
 * @throws Refusal when a name can no longer be followed
 */
export function toldBy(lines: readonly PlacedLine[], predecessors: Predecessors): TariffTold[] {
  const said = lines.flatMap((line) => line.was.flatMap((written) => whatIsSaid(written, line, predecessors)))
  const latestFirst = said.sort((a, b) => (a.line.validFrom < b.line.validFrom ? 1 : -1))
  const once = [...new Map(latestFirst.map((one) => [`${keyOfTariff(one.from)}>${keyOfTariff(one.line)}`, one])).values()]
  const out = counted(once, ({ from }) => keyOfTariff(from))
  const into = counted(once, ({ line }) => keyOfTariff(line))
  const own = new Map(lines.map((line) => [keyOfTariff(line), line]))
  const told = once.map(({ from, line, places }): TariffTold => {
    const split = (out.get(keyOfTariff(from)) ?? 0) > 1 || own.has(keyOfTariff(from))
    const merged = (into.get(keyOfTariff(line)) ?? 0) > 1
    return {
      kind: merged ? 'merged' : split ? 'split' : 'renamed',
      from,
      line,
      places: places ?? (split && !merged ? line.places : undefined),
      day: line.validFrom,
    }
  })
  const gone = new Map([...out.keys()].map((key) => [key, own.get(key)?.places ?? 0]))
  for (const { from, places = 0 } of told) gone.set(keyOfTariff(from), (gone.get(keyOfTariff(from)) ?? 0) + places)
  return told.map((one) => ({ ...one, places: withinPlaces(one, gone.get(keyOfTariff(one.from)) ?? 0) }))
}

function whatIsSaid(written: string, line: PlacedLine, predecessors: Predecessors): Said[] {
  try {
    const was = predecessors.wasOf(written, line)
    return was ? [{ from: was.of, line, places: was.places }] : []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const where = `${line.offerName}, ${line.unitName}`
    throw new Refusal(
      undefined,
      error.code,
      `${where}: ${error.message} Intet er offentliggjort. Stil driftsherren et spørgsmål, så det kan rettes.`,
    )
  }
}

function counted<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** No more places go out than there were: `gone` is all that is said to, with what goes on under the old name. */
function withinPlaces({ from, places }: TariffTold, gone: number): number | undefined {
  if (places === undefined || places === 0 || from.places === undefined) return places || undefined
  const share = gone > from.places ? (places * from.places) / gone : places
  return Math.floor(share * 10_000) / 10_000 || undefined
}
