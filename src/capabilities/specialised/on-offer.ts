import type { Ask } from '../../platform/action.ts'
import { parameterOn } from '../rules/index.ts'
import { progressesOf, type Running } from './actions/progress.ts'
import { isOld, type Specialised, type Standing, standingOn } from './listing.ts'
import { casesOf } from './store/cases.ts'
import { specialisedOf } from './store/listing.ts'

export type OnOffer = { one: Specialised; standing: Standing; old: boolean; open: Running | undefined; example: boolean }

/** What the list says of an offer in the register; undefined when it never was on it. */
export async function specialisedOnOffer(ask: Pick<Ask, 'db' | 'today'>, offerId: number): Promise<OnOffer | undefined> {
  const one = await specialisedOf(ask.db, offerId)
  if (!one) return undefined
  const standing = standingOn(one, ask.today)
  const cases = await progressesOf(ask, await casesOf(ask.db, one.id, { internal: false }))
  const open = cases.find(({ progress }) => progress.open)
  const months = await parameterOn(ask.db, 'specialised.assessMonths', ask.today)
  return { one, standing, old: isOld(standing, ask.today, months), open, example: open?.of.example ?? false }
}
