import type { Ask } from '../../platform/action.ts'
import type { Day } from '../../platform/values/day.ts'
import { idIn } from '../../platform/values/id.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { legalBases, targetGroupsOn } from '../terms/index.ts'
import type { Municipality } from './municipality.ts'
import type { ChangeKind, Entry } from './store/journal.ts'
import { changesTo } from './store/journal.ts'
import { municipalities } from './store/municipalities.ts'
import { ownerOf } from './store/places.ts'
import { offerWith, operatorWith } from './store/standing.ts'

/** What every deed on an offer begins with: whose it is, what there is, and how a change is signed. */

type OfOffer = Pick<Ask<{ id: string }>, 'db' | 'params'>
type OfOperator = Pick<Ask<{ operator: string }>, 'db' | 'params'>

export const atOffer = ({ db, params }: OfOffer) => ownerOf(db, idIn(params.id))

export async function atOperator({ db, params }: OfOperator) {
  const operator = await operatorWith(db, idIn(params.operator))
  return operator && { partyId: operator.partyId }
}

/** An offer, everything under it, and what there is to choose between. */
export async function offerToEdit({ db, params, today }: OfOffer & { today: Day }) {
  const [detail, places, bases, groups] = await Promise.all([
    offerWith(db, idIn(params.id)),
    municipalities(db),
    legalBases(db),
    targetGroupsOn(db, today),
  ])
  return detail && { ...detail, municipalities: places, bases, groups, changes: await changesTo(db, 'offer', detail.offer.id) }
}

export type OfferToEdit = NonNullable<Awaited<ReturnType<typeof offerToEdit>>>

/** A unit of the offer in the address, with what was done to it. */
export async function unitToEdit(ask: OfOffer & { params: { id: string; unit: string }; today: Day }) {
  const offer = await offerToEdit(ask)
  const unit = offer?.units.find(({ id }) => id === idIn(ask.params.unit))
  return offer && unit && { ...offer, unit, changes: await changesTo(ask.db, 'unit', unit.id) }
}

/** A place line of the offer in the address, with its unit and what was done to it. */
export async function lineToEdit(ask: OfOffer & { params: { id: string; line: string }; today: Day }) {
  const offer = await offerToEdit(ask)
  const found = offer?.units.flatMap((unit) => unit.lines.map((line) => ({ unit, line })))
  const one = found?.find(({ line }) => line.id === idIn(ask.params.line))
  return offer && one && { ...offer, ...one, changes: await changesTo(ask.db, 'line', one.line.id) }
}

type Signed = Pick<Ask, 'actor' | 'now'>

/** The signature under a change. */
export const entryOf = (
  { actor, now }: Signed,
  { validFrom, source }: { validFrom: Day; source: string },
  kind: ChangeKind,
): Entry => ({ kind, validFrom, source, actorId: actor.id, actorName: actor.name, now })

/** @throws Refusal at `field` when no municipality has the code */
export function mustBeMunicipality(code: number | undefined, all: readonly Municipality[], field = 'municipalityCode'): void {
  if (code === undefined || all.some((one) => one.code === code)) return
  throw new Refusal(
    field,
    'no municipality',
    `Der er ingen kommune med nummeret ${code}. Vælg en på listen. Der er ikke gemt noget.`,
  )
}

/** @throws Refusal at `closesOn` when an offer would close before it opens */
export function mustOpenFirst({ opensOn, closesOn }: { opensOn: Day | undefined; closesOn: Day | undefined }): void {
  if (opensOn === undefined || closesOn === undefined || opensOn <= closesOn) return
  throw new Refusal('closesOn', 'backwards', 'Tilbuddet kan ikke lukke, før det åbner. Ret en af dagene. Der er ikke gemt noget.')
}

/** What is written here is as old as the day it holds from, whatever was told before. */
export const asOf = (validFrom: string) => ({ asOf: undefined, asOfDay: validFrom, sourceUrl: undefined })

/** @throws Refusal when it is no number of the national portal */
export function mustBePortalId(portalId: string | undefined): void {
  if (portalId === undefined || /^\d{1,12}$/.test(portalId)) return
  throw new Refusal('portalId', 'no number', 'Nummeret på Tilbudsportalen er kun cifre. Der er ikke gemt noget.')
}
