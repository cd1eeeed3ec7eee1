import { Refusal } from '../../platform/values/refusal.ts'
import { explanationOf } from './basis.ts'
import { validText } from './figures.ts'
import { lineKey, namesOf, type PlacedLine } from './line.ts'
import { keyOfTariff, type Predecessors } from './predecessor.ts'
import { serviceText } from './tariff.ts'
import { type Before, type Limits, nameOf, type Reckoned, type WarnedLine, type Warning, warningsOf } from './warning.ts'

/** What a sheet is held against. */
export type Against = { before: readonly Before[]; limits: Limits; predecessors: Predecessors }

/** A line that has no price and cannot be calculated. */
export type Unpriced = { offerName: string; unitName: string; refused: string | undefined }

/** A line whose occupancy is outside the bounds, and what is said of it. */
export type Awaiting = { name: string; occupancy: number | undefined; explanation: string | undefined }

const MOST_NAMED = 3
const MOST_AWAITING = 50
/** More lines than a page shows. */
const MOST_BEFORE = 1000

const atLine = ({ offerName, unitName, service, level, origin }: PlacedLine): WarnedLine => ({
  offerName,
  unitName,
  service,
  level,
  origin,
})

/**
 * A whole sheet, looked through line by line however long it is: what there is to warn of, how many can be calculated, and how many
 * have no price. Only names are kept of the lines. Danish: gennemsyn af skemaet.
 */
export class Review {
  calculated = 0
  unpriced = 0
  firstUnpriced: Unpriced | undefined
  awaiting = 0
  readonly firstAwaiting: Awaiting[] = []
  unexplained = 0
  firstUnexplained: string | undefined
  /** A name before that cannot be followed. */
  firstLost: string | undefined
  /** Two lines of one tariff that hold on the same days. */
  firstOverlap: string | undefined
  /** What the first lines cost the year before, by line. */
  readonly beforeOre = new Map<number, number>()
  readonly #limits: Limits
  readonly #before: readonly Before[]
  readonly #predecessors: Predecessors
  readonly #byKey: ReadonlyMap<string, Before>
  readonly #byId: ReadonlyMap<number, Before>
  readonly #units = new Map<number, { where: string; names: Set<string>; addOns: Set<string> }>()
  readonly #keys = new Set<string>()
  readonly #followed = new Set<number>()
  readonly #periods = new Map<string, Pick<PlacedLine, 'validFrom' | 'validUntil'>[]>()
  readonly #fresh: { lineId: number; unitId: number; name: string; at: WarnedLine }[] = []

  constructor({ before, limits, predecessors }: Against) {
    this.#before = before
    this.#limits = limits
    this.#predecessors = predecessors
    this.#byKey = new Map(before.map((one) => [keyOfTariff(one), one]))
    this.#byId = new Map(before.map((one) => [one.tariffId, one]))
  }

  /** What to look at in one line. */
  add(line: PlacedLine, reckoned: Reckoned): Warning[] {
    const key = keyOfTariff(line)
    const { was, wrong } = this.#was(line)
    const own = this.#byKey.get(key)
    this.#count(line, reckoned)
    for (const level of namesOf(line)) this.#keys.add(keyOfTariff({ ...line, level }))
    for (const { tariffId } of was) this.#followed.add(tariffId)
    const known = namesOf(line).some((level) => this.#byKey.has(keyOfTariff({ ...line, level })))
    if (!known && line.was.length === 0)
      this.#fresh.push({ lineId: line.id, unitId: line.unitId, name: nameOf(line), at: atLine(line) })
    const before = own ?? (was.length === 1 ? was[0] : undefined)
    if (before && this.beforeOre.size < MOST_BEFORE) this.beforeOre.set(line.id, before.amountOre)
    const texts = [...warningsOf(line, { limits: this.#limits, before, reckoned }), ...wrong, ...this.#overlaps(line)]
    if (texts.length === 0) return []
    const at = atLine(line)
    return texts.map((text) => ({ lineId: line.id, text, at }))
  }

  /** Each level of a line is a tariff of its own; one clash is told for all of them. */
  #overlaps(line: PlacedLine): string[] {
    return namesOf(line)
      .flatMap((level) => this.#overlap(keyOfTariff({ ...line, level }), line))
      .slice(0, 1)
  }

  #overlap(key: string, line: PlacedLine): string[] {
    const { validFrom, validUntil } = line
    const same = this.#periods.get(`${key}|${line.placeLineId}`) ?? []
    const other = same.find((one) => one.validFrom < validUntil && validFrom < one.validUntil)
    this.#periods.set(`${key}|${line.placeLineId}`, [...same, { validFrom, validUntil }])
    if (!other) return []
    const text = `${nameOf(line)}: perioden ${validText(line)} overlapper ${validText(other)}, som også står i skemaet. Ret dagene, så der er én takst ad gangen.`
    this.firstOverlap ??= text
    return [text]
  }

  #was(line: PlacedLine): { was: Before[]; wrong: string[] } {
    const was: Before[] = []
    const wrong: string[] = []
    for (const written of line.was)
      try {
        const before = this.#byId.get(this.#predecessors.wasOf(written, line)?.of.tariffId ?? 0)
        if (before) was.push(before)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        wrong.push(`${nameOf(line)}: ${error.message}`)
      }
    this.firstLost ??= wrong[0]
    return { was, wrong }
  }

  /** An occupancy outside the bounds is approved with the sheet, and has to be explained. */
  #countAwaiting(line: PlacedLine): void {
    const explanation = explanationOf(line)
    this.awaiting += 1
    if (this.firstAwaiting.length < MOST_AWAITING)
      this.firstAwaiting.push({ name: nameOf(line), occupancy: line.occupancy, explanation })
    if (explanation !== undefined) return
    this.unexplained += 1
    this.firstUnexplained ??= nameOf(line)
  }

  #count(line: PlacedLine, { amountOre, refused, awaits }: Reckoned): void {
    if (awaits) this.#countAwaiting(line)
    if (amountOre !== undefined) this.calculated += 1
    else if (line.amountOre === undefined || line.basis !== undefined) {
      this.unpriced += 1
      this.firstUnpriced ??= { offerName: line.offerName, unitName: line.unitName, refused }
    }
    const unit = this.#units.get(line.unitId) ?? {
      where: `${line.offerName}, ${line.unitName}`,
      names: new Set<string>(),
      addOns: new Set<string>(),
    }
    this.#units.set(line.unitId, unit)
    if (line.addOn) unit.addOns.add(lineKey(line))
    else unit.names.add(lineKey(line))
  }

  /** What only shows when all of it has been seen: too many tariffs, and names that are lost. */
  end(): Warning[] {
    return [...this.#tooMany(), ...this.#lostNames()]
  }

  /** Fewest tariffs and fewest add-ons, as the agreement has it. */
  #tooMany(): Warning[] {
    const { mostPerUnit, mostAddOns } = this.#limits
    return [...this.#units.values()]
      .flatMap(({ where, names, addOns }) => [
        ...(names.size > mostPerUnit
          ? [
              `${where} har ${names.size} takster. Aftalen siger færrest mulige; der advares ved flere end ${mostPerUnit}. Kan nogle samles?`,
            ]
          : []),
        ...(addOns.size > mostAddOns
          ? [`${where} har ${addOns.size} tillægsydelser. Aftalen siger færrest mulige; der advares ved flere end ${mostAddOns}.`]
          : []),
      ])
      .map((text) => ({ lineId: undefined, text, at: undefined }))
  }

  /** Tariffs of the year before that nobody has carried on, beside new ones that say nothing of what they were. */
  #lostNames(): Warning[] {
    const gone = this.#before.filter((one) => !this.#keys.has(keyOfTariff(one)) && !this.#followed.has(one.tariffId))
    if (gone.length === 0) return []
    const byUnit = new Map<number, Before[]>()
    for (const one of gone) byUnit.set(one.unitId, [...(byUnit.get(one.unitId) ?? []), one])
    const elsewhere = this.#named(gone, (one) => this.#predecessors.fullName(one))
    return this.#fresh.map(({ lineId, unitId, name, at }) => {
      const own = byUnit.get(unitId)
      const lost = own ? this.#named(own, (one) => serviceText(one) || 'uden navn') : elsewhere
      return {
        lineId,
        at,
        text: `${name} er et nyt navn, og ${lost} fra året før mangler. Hed taksten det før? Skriv det i »Hed før«, så historien følger med.`,
      }
    })
  }

  #named(tariffs: readonly Before[], nameOf: (one: Before) => string): string {
    const names = tariffs.slice(0, MOST_NAMED).map((one) => `»${nameOf(one)}«`)
    const more = tariffs.length - names.length
    return `${names.join(', ')}${more > 0 ? ` og ${more} andre` : ''}`
  }
}
