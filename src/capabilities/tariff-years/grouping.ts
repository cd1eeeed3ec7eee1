import type { Ownership, PriceUnit } from '../offers/index.ts'
import { type Spread, spreadOf } from './spread.ts'
import { comparableOre } from './tariff.ts'

type Priced = {
  amountOre: number
  netOre: number | undefined
  per: PriceUnit
  groups: string[]
  addOn: boolean
  ownership: Ownership | undefined
}

/** The comparable prices of one target group and one unit. `spread` undefined: too few to show. */
export type Grouped = { group: string; per: PriceUnit; count: number; spread: Spread | undefined }

export const NO_GROUP = 'Målgruppe ikke oplyst'

const isPublic = (ownership: Ownership | undefined) => ownership === 'municipal' || ownership === 'regional'

/** A tariff counts in each of its target groups; one of which none is told, in a group of its own. Add-ons are left out. */
export function groupsOf(tariffs: readonly Priced[], fewest: number): Grouped[] {
  const byKey = new Map<string, { group: string; per: PriceUnit; amounts: number[] }>()
  for (const tariff of tariffs) {
    if (tariff.addOn) continue
    for (const group of tariff.groups.length > 0 ? new Set(tariff.groups) : [NO_GROUP]) {
      const key = `${tariff.per} ${group}`
      const at = byKey.get(key) ?? { group, per: tariff.per, amounts: [] }
      at.amounts.push(comparableOre(tariff))
      byKey.set(key, at)
    }
  }
  return [...byKey.values()].map(({ group, per, amounts }) => ({
    group,
    per,
    count: amounts.length,
    spread: spreadOf(amounts, fewest),
  }))
}

/** Public and private beside each other, on comparable prices. */
export const sidesOf = (tariffs: readonly Priced[], fewest: number) =>
  (
    [
      { text: 'Kommunale og regionale', of: (tariff: Priced) => isPublic(tariff.ownership) },
      { text: 'Private, uden moms', of: (tariff: Priced) => tariff.ownership === 'private' },
      { text: 'Selvejende', of: (tariff: Priced) => tariff.ownership === 'self_governing' },
      { text: 'Ejerform ikke oplyst', of: (tariff: Priced) => tariff.ownership === undefined },
    ] as const
  )
    .map(({ text, of }) => {
      const amounts = tariffs.filter((tariff) => !tariff.addOn && of(tariff)).map(comparableOre)
      return { text, count: amounts.length, spread: spreadOf(amounts, fewest) }
    })
    .filter(({ count }) => count > 0)
