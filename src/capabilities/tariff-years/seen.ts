import type { Ask } from '../../platform/action.ts'
import { type Shown, shownOn, visibilityOf } from '../tariffs/index.ts'
import type { ListedTariff } from './tariff.ts'

type Asking = Pick<Ask, 'db' | 'today' | 'may'>

/**
 * Tariffs as whoever asks may see them. Where only the price is shown, that is the price itself with what of it is temporary, what it
 * is counted by (unit, days, period) and what it is compared with; how many places it was counted on, and how full, are not.
 */
export async function asSeen(asking: Asking, rows: readonly ListedTariff[]): Promise<ListedTariff[]> {
  const shown = await shownOn(asking.db, asking.today)
  return rows.map((row) => seenRow(row, shown, asking))
}

function seenRow(row: ListedTariff, shown: Shown, { may }: Asking): ListedTariff {
  const { level } = visibilityOf(
    { ...row, places: row.countedPlaces },
    shown,
    may('tariffs.readInside', { partyId: row.partyId }),
  )
  return level === 'price'
    ? { ...row, visibility: level, places: undefined, occupancy: undefined, beforePlaces: undefined }
    : { ...row, visibility: level }
}

/** Whose places are not shown, so that no order of the list tells them. */
export type Hidden = { fewest: number; operators: number[]; open: number[]; ownerships: string[] }

export function hiddenBy({ fewestPlaces, byOperator, byOwnership }: Shown): Hidden {
  const decided = [...byOperator.values()].filter(({ level }) => level !== undefined)
  const idsOf = (price: boolean) =>
    decided.flatMap(({ operatorId, level }) => ((level === 'price') === price ? [operatorId] : []))
  return {
    fewest: fewestPlaces,
    operators: idsOf(true),
    open: idsOf(false),
    ownerships: Object.entries(byOwnership).flatMap(([ownership, level]) => (level === 'price' ? [ownership] : [])),
  }
}
