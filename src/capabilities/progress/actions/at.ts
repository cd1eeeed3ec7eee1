import type { At, Permission } from '../../../access.ts'
import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { partyWithSlug } from '../../parties/index.ts'
import { cellNow } from '../reading.ts'
import { approvesFirst } from '../store.ts'

/** Whose the addresses under /plan/parter/:slug are, and what their deeds load. */

type Party = { db: Sql; params: { slug: string } }
type Cell = Party & { params: { slug: string; key: string }; today: Day }
type May = { may(permission: Permission, at?: At): boolean }

/** A member, past or to come; other organisations have no status. */
export async function memberOf({ db, params }: Party) {
  const party = await partyWithSlug(db, params.slug)
  return party?.member ? party : undefined
}

export async function atParty(ask: Party): Promise<At | undefined> {
  const party = await memberOf(ask)
  return party && { partyId: party.id }
}

export async function cellOf(ask: Cell) {
  const party = await memberOf(ask)
  return party && (await cellNow(ask.db, ask.today, party, ask.params.key))
}

/** The cell with what decides when a new report of it is shown. */
export async function cellToReport(ask: Cell & May, forOthers: boolean) {
  const cell = await cellOf(ask)
  if (!cell) return undefined
  const approver = !forOthers && ask.may('status.approve', { partyId: cell.party.id })
  return { cell, approver, approveFirst: await approvesFirst(ask.db, cell.party.id), forOthers }
}
