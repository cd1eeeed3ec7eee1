import { amountIn, plainTitle } from '../../platform/mapping.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type PriceUnit, priceUnits } from '../offers/index.ts'
import { lineKey, type SheetLine } from './line.ts'
import { serviceText } from './tariff.ts'

/** A tariff that another may have been: one of the operator's the year before, or one of the sheet that ends before. Danish: takst før. */
export type Predecessor = {
  offerName: string
  unitId: number
  unitName: string
  service: string
  level: string
  per: PriceUnit
  places: number | undefined
  /** Where it is published already. */
  tariffId: number | undefined
}

type Line = Pick<SheetLine, 'unitId' | 'service' | 'level' | 'per'>

/** What »Hed før« says: which tariff, and how many of its places, where that is written. */
export type Was = { of: Predecessor; places: number | undefined }

export const keyOfTariff = (tariff: Line): string => `${tariff.unitId}|${lineKey(tariff)}`

const offerAndUnit = ({ offerName, unitName }: Predecessor) =>
  unitName === offerName || unitName === 'Hele tilbuddet' ? offerName : `${offerName}, ${unitName}`

const after = (where: string, tariff: Predecessor) => [where, serviceText(tariff)].filter(Boolean).join(': ')

const ENDING = /\s*\((?:(\d+(?:[.,]\d+)?) pladser?|pr\. ([\p{L}]+))\)\s*$/iu

/** 'Døgntakst (pr. døgn) (6 pladser)': the name, and what is written of it in brackets. */
function read(written: string): { name: string; per: string | undefined; places: number | undefined } {
  const [ending, count, per] = ENDING.exec(written) ?? []
  if (ending === undefined) return { name: plainTitle(written), per: undefined, places: undefined }
  const inner = read(written.slice(0, -ending.length))
  return {
    ...inner,
    ...(per === undefined ? {} : { per }),
    ...(count === undefined ? {} : { places: amountIn({ value: count }) }),
  }
}

const keep = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const of = map.get(key)
  if (of) of.push(value)
  else map.set(key, [value])
}

/** All that a line of a sheet can have been, found by how people write it. */
export class Predecessors {
  readonly all: readonly Predecessor[]
  readonly #inUnit = new Map<string, Predecessor[]>()
  readonly #named = new Map<string, Predecessor[]>()
  readonly #offers = new Map<number, string>()
  readonly #units = new Map<string, Set<PriceUnit>>()

  /** A tariff that is both published and in the sheet counts once, as it comes first. */
  constructor(tariffs: readonly Predecessor[]) {
    const byKey = new Map<string, Predecessor>()
    for (const one of tariffs) if (!byKey.has(keyOfTariff(one))) byKey.set(keyOfTariff(one), one)
    this.all = [...byKey.values()]
    for (const one of this.all) {
      const where = [offerAndUnit(one), `${one.offerName}, ${one.unitName}`, one.unitName]
      for (const name of new Set(where.map((text) => plainTitle(after(text, one))))) keep(this.#named, name, one)
      keep(this.#inUnit, `${one.unitId}|${plainTitle(serviceText(one))}`, one)
      this.#offers.set(one.unitId, one.offerName)
      const name = after(offerAndUnit(one), one)
      this.#units.set(name, (this.#units.get(name) ?? new Set()).add(one.per))
    }
  }

  /** »Bøgely, Nord: Døgntakst, niveau 2«, as it stands in the list and may be written. A semicolon would set two names apart. */
  fullName(tariff: Predecessor): string {
    const name = after(offerAndUnit(tariff), tariff)
    const several = (this.#units.get(name)?.size ?? 0) > 1
    return `${name}${several ? ` (pr. ${priceUnits[tariff.per]})` : ''}`.replaceAll(';', ',')
  }

  /** Those that a name can be of: in the line's own unit by the name alone, elsewhere with the unit or the offer before it. */
  meant(written: string, line: Line): readonly Predecessor[] {
    const { name, per } = read(written)
    const of = (found: readonly Predecessor[] = []) =>
      per === undefined ? found : found.filter((one) => priceUnits[one.per] === per.toLocaleLowerCase('da'))
    const own = of(this.#inUnit.get(`${line.unitId}|${name}`))
    if (own.length > 0) return paidAlike(own, line)
    const all = of(this.#named.get(name))
    const near = all.filter(({ offerName }) => offerName === this.#offers.get(line.unitId))
    return paidAlike(near.length > 0 ? near : all, line)
  }

  /**
   * The tariff a name means. undefined: it is the line's own name, which needs no telling.
   * @throws Refusal at `was` when it names none, or more than one
   */
  wasOf(written: string, line: Line): Was | undefined {
    const [only, ...more] = this.meant(written, line)
    if (!only) throw new Refusal('was', 'no such tariff', this.#none(written, line))
    if (more.length > 0) throw new Refusal('was', 'several', this.#several(written, [only, ...more]))
    return keyOfTariff(only) === keyOfTariff(line) ? undefined : { of: only, places: read(written).places }
  }

  #none(written: string, { unitId }: Line): string {
    const near = this.all.find((one) => one.unitId === unitId) ?? this.all[0]
    return near
      ? `${quoted(written)} i »Hed før« er ikke en takst, driftsherren havde før. Skriv navnet, som det stod, eller med afdelingen foran, fx »${this.fullName(near)}«.`
      : `Der står ${quoted(written)} i »Hed før«, men vi kender ingen takster fra driftsherren året før. Lad feltet være tomt.`
  }

  #several(written: string, found: readonly Predecessor[]): string {
    const names = found.slice(0, 4).map((one) => `»${this.fullName(one)}«`)
    return `${quoted(written)} i »Hed før« kan være flere takster: ${names.join(', ')}. Skriv hele navnet.`
  }
}

const quoted = (written: string) => `»${written.slice(0, 80)}«`

/** Of the same name by the day and by the month, the one that is paid as the new one. */
const paidAlike = (found: readonly Predecessor[], { per }: Line): readonly Predecessor[] => {
  const same = found.filter((one) => one.per === per)
  return same.length === 1 ? same : found
}
