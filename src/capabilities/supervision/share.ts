import { looksLikeCpr } from '../../platform/values/cpr.ts'
import { decimal, type Exact, exact, over, sum, times } from '../../platform/values/exact.ts'
import { exactFrom, oreFrom } from '../../platform/values/kroner.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { sharedAmong } from '../tariffs/index.ts'
import type { Population } from './tariff.ts'

/** An amount parted between those who bear it together: by population, or by names and numbers somebody writes. Danish: deling. */

export type SharingQuery = Record<string, string>

export const MOST_ROWS = 24

export type Weighted = { name: string; weight: string; field: string }

/** A share with what it is made of. `calculated`: before it is parted to the øre. */
export type ToldShare = { name: string; weight: Exact; ore: bigint; calculated: Exact }
export type Sharing = { totalOre: number; all: Exact; shares: ToldShare[] }

const written = (query: SharingQuery, name: string): string => (query[name] ?? '').trim()

export const isByPopulation = (query: SharingQuery): boolean => query['efter'] === 'befolkning'

/** Has anything been asked to be shared yet? */
export const isBegun = (query: SharingQuery): boolean => 'beloeb' in query

/** Rows in which somebody wrote anything. */
export const rowsIn = (query: SharingQuery): Weighted[] =>
  Array.from({ length: MOST_ROWS }, (_, at) => at).flatMap((at) => {
    const [name, weight] = [written(query, `navn-${at}`), written(query, `tal-${at}`)]
    return name === '' && weight === '' ? [] : [{ name, weight, field: `${at}` }]
  })

/** @throws Refusal at `beloeb` */
function totalIn(query: SharingQuery): number {
  const total = oreFrom(written(query, 'beloeb'))
  if (total === undefined || total <= 0)
    throw new Refusal('beloeb', 'no amount', 'Skriv det beløb, der skal deles, i kroner. Skriv fx 1.250.000 eller 980,50.')
  return total
}

/** @throws Refusal at the row */
function weightsIn(rows: readonly Weighted[]): { name: string; weight: string }[] {
  const names = new Set<string>()
  return rows.map(({ name, weight, field }) => {
    if (name === '') throw new Refusal(`navn-${field}`, 'no name', 'Skriv, hvem tallet er for.')
    if (looksLikeCpr(name))
      throw new Refusal(`navn-${field}`, 'cpr', 'Skriv ikke CPR-numre her. Skriv kommunens eller stedets navn.')
    if (names.has(name.toLocaleLowerCase('da')))
      throw new Refusal(`navn-${field}`, 'twice', `»${name}« står der to gange. Læg tallene sammen.`)
    names.add(name.toLocaleLowerCase('da'))
    const number = exactFrom(weight)
    if (!number || number.n < 0n)
      throw new Refusal(`tal-${field}`, 'no number', `Skriv et tal på 0 eller mere for »${name}«, fx 365.`)
    return { name, weight: decimal(number, 6) }
  })
}

const ofPopulation = (populations: readonly Population[]): Weighted[] =>
  populations.map(({ name, residents }, at) => ({ name, weight: String(residents), field: String(at) }))

/**
 * What each bears, to the øre: the shares sum to the amount.
 * @throws Refusal at the field
 * @law serviceloven § 174, stk. 3-6
 * @example 100,00 kr. by 1, 1 and 1 day: 33,34 · 33,33 · 33,33
 */
export function sharingOf(query: SharingQuery, populations: readonly Population[]): Sharing {
  const totalOre = totalIn(query)
  const byPopulation = isByPopulation(query)
  const by = weightsIn(byPopulation ? ofPopulation(populations) : rowsIn(query))
  if (by.length === 0)
    throw new Refusal(
      byPopulation ? 'aar' : 'navn-0',
      'nobody',
      byPopulation ? 'Der er ingen befolkningstal for det år. Skriv navne og tal i stedet.' : 'Skriv mindst ét navn og et tal.',
    )
  const parted = sharedAmong(totalOre, by)
  const all = sum(parted.map(({ weight }) => weight))
  return { totalOre, all, shares: parted.map((one) => ({ ...one, calculated: over(times(exact(totalOre), one.weight), all) })) }
}
