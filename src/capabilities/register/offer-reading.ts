import type { Ask } from '../../platform/action.ts'
import { readingDay } from '../../platform/as-of.ts'
import { idIn } from '../../platform/values/id.ts'
import {
  changesOf,
  coverRules,
  inAgreement,
  judgedOn,
  municipalities,
  type OfferDetail,
  offerOn,
  offerWith,
} from '../offers/index.ts'
import { allParties } from '../parties/index.ts'
import { legalBases } from '../terms/index.ts'
import { sections } from './sections.tsx'

/** How many municipalities other than its own used an offer in the newest year anybody has told of. */
function usageIn({ usage }: OfferDetail, ownCode: number | undefined) {
  const year = usage[0]?.year
  if (year === undefined) return undefined
  const others = usage.filter((one) => one.year === year && one.used && one.municipalityCode !== ownCode)
  return { year, others: others.length }
}

/** An offer with everything its page tells, as it stood on the day that is read by. */
export async function offerToRead(ask: Ask<{ id: string }, { pr?: string | undefined }>) {
  const { db, params, today } = ask
  const day = readingDay(ask)
  const id = idIn(params.id)
  const detail = day === today ? await offerWith(db, id) : await offerOn(db, id, day)
  if (!detail) return undefined
  const [judged, rules, bases, parties, places, changes] = await Promise.all([
    judgedOn(db, day),
    coverRules(db),
    legalBases(db),
    allParties(db),
    municipalities(db),
    changesOf(db, { offerId: id }),
  ])
  const keys = new Set(detail.units.flatMap(({ lines }) => lines.flatMap(({ bases }) => bases)))
  const own = parties.find((party) => party.id === detail.operator?.partyId)
  const agreement = inAgreement(
    { ownership: detail.operator?.ownership, bases: bases.filter(({ key }) => keys.has(key)), usage: usageIn(detail, own?.code) },
    { rules, others: judged.usedByOthers, day },
  )
  const shown = await Promise.all(sections.map(async (one) => ({ one, loaded: await one.load(ask, detail) })))
  return {
    detail,
    agreement,
    judged,
    bases,
    municipalities: places,
    changes: changes.filter(({ validFrom }) => validFrom <= day),
    sections: shown.filter(({ loaded }) => loaded !== undefined),
  }
}

export type OfferToRead = NonNullable<Awaited<ReturnType<typeof offerToRead>>>
