import { type Action, type Ask, form } from '../../../platform/action.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { offerWith, ownerOf } from '../../offers/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { legalBases } from '../../terms/index.ts'
import { type Fact, factsOn, isCurrent, nameOf, type Written } from '../fact.ts'
import {
  decisionCorrection,
  decisionFrom,
  decisionInput,
  mustBeNewest,
  outcomeCorrection,
  outcomeFrom,
  outcomeInput,
} from '../input.ts'
import { CorrectDecisionPage, CorrectOutcomePage, NewDecisionPage, NewOutcomePage } from '../pages/write.tsx'
import { mustNotBeFoster } from '../rule.ts'
import { addFact, authorities, type By, placeOf, writtenOf } from '../store/facts.ts'

type ById = Ask<{ id: string }>

const byOf = ({ actor, today, now }: Ask): By => ({
  actorId: actor.id,
  actorName: actor.name,
  role: actor.grants.some(({ role }) => role === 'socialtilsyn') ? 'socialtilsyn' : 'secretariat',
  today,
  now,
})

async function offerToWrite({ db, params }: Pick<ById, 'db' | 'params'>) {
  const [detail, known, bases] = await Promise.all([offerWith(db, idIn(params.id)), authorities(db), legalBases(db)])
  if (!detail) return undefined
  const { offer, units } = detail
  const keys = new Set(units.flatMap(({ lines }) => lines.flatMap((line) => line.bases)))
  return {
    offer,
    authorities: known,
    place: {
      offerName: offer.name,
      unitNames: units.map(({ name }) => name),
      forms: bases.flatMap(({ key, form }) => (keys.has(key) ? [form] : [])),
    },
  }
}
export type OfferToWrite = NonNullable<Awaited<ReturnType<typeof offerToWrite>>>

/** A decision with its offer, by the number of its first row. */
async function decisionToWrite(ask: ById) {
  const { db, params, today } = ask
  const root = idIn(params.id)
  const place = await placeOf(db, root)
  if (!place || place.aboutId !== undefined) return undefined
  const fact = factsOn(await writtenOf(db, place.offerId), today).find((one) => one.root === root)
  return fact && { fact, authorities: await authorities(db) }
}
export type DecisionToWrite = { fact: Fact; authorities: Awaited<ReturnType<typeof authorities>> }

/** What became of a decision, as it was written last, by the number of its first row. */
async function outcomeToWrite({ db, params, today }: ById) {
  const root = idIn(params.id)
  const place = await placeOf(db, root)
  if (place?.aboutId === undefined) return undefined
  const rows = await writtenOf(db, place.offerId)
  const newest = rows.findLast(({ id, rootId }) => (rootId ?? id) === root)
  const about = factsOn(rows, today).find((one) => one.root === place.aboutId)
  return newest && about && { newest, about, root, authorities: await authorities(db) }
}
export type OutcomeToWrite = NonNullable<Awaited<ReturnType<typeof outcomeToWrite>>>

const monthsOn = ({ db }: Ask, day: string) => parameterOn(db, 'supervision.intensifiedMonths', day)

const at = async ({ db, params }: ById) => {
  const place = await placeOf(db, idIn(params.id))
  return place && { partyId: place.partyId }
}

const afterwards = ({ offerId }: Pick<Written, 'offerId'>, said: string) => ({
  subject: `offer:${offerId}`,
  next: `/tilsyn/tilbud/${offerId}`,
  said,
})

const mustStand = ({ withdrawn }: Pick<Written, 'withdrawn'>) => {
  if (!withdrawn) return
  throw new Refusal(undefined, 'withdrawn', 'Det er trukket tilbage, så der kan ikke skrives mere om det. Intet er gemt.')
}

export const writing: Action[] = [
  form({
    path: '/tilsyn/tilbud/:id/ny',
    may: 'supervision.write',
    at: async ({ db, params }) => ownerOf(db, idIn(params.id)),
    load: offerToWrite,
    input: decisionInput,
    view: NewDecisionPage,
    submit: async (ask, written, { offer, place, authorities }) => {
      mustNotBeFoster(place)
      const months = await monthsOn(ask, written.validFrom ?? written.day)
      const content = decisionFrom(written, { authorities, today: ask.today, months })
      const id = await addFact(ask.db, offer.id, content, {}, { ...byOf(ask), example: offer.example })
      return {
        ...afterwards({ offerId: offer.id }, `${nameOf(content)} er skrevet ved ${offer.name}.`),
        detail: { id, ...content },
      }
    },
  }),

  form({
    path: '/tilsyn/afgoerelser/:id/ret',
    may: 'supervision.write',
    at,
    load: decisionToWrite,
    input: decisionCorrection,
    view: CorrectDecisionPage,
    submit: async (ask, { corrects, withdrawn, reason, ...written }, { fact, authorities }) => {
      mustStand(fact)
      mustBeNewest(fact.id, corrects)
      const months = await monthsOn(ask, written.validFrom ?? written.day)
      const content = decisionFrom(written, { authorities, today: ask.today, months })
      const chained = { rootId: fact.root, correctsId: fact.id, reason, withdrawn }
      await addFact(ask.db, fact.offerId, content, chained, { ...byOf(ask), example: fact.example })
      return {
        ...afterwards(fact, withdrawn ? 'Afgørelsen er trukket tilbage.' : 'Rettelsen er gemt. Det gamle står i historien.'),
        detail: { root: fact.root, withdrawn, reason, ...content },
      }
    },
  }),

  form({
    path: '/tilsyn/afgoerelser/:id/siden',
    may: 'supervision.write',
    at,
    load: decisionToWrite,
    input: outcomeInput,
    view: NewOutcomePage,
    submit: async (ask, written, { fact, authorities }) => {
      mustStand(fact)
      if (!isCurrent(fact) && written.kind === 'met')
        throw new Refusal(
          'kind',
          'over already',
          'Afgørelsen gælder ikke længere, så den kan ikke bringes til ophør igen. Intet er gemt.',
        )
      const content = outcomeFrom(written, { authorities, today: ask.today, decided: fact.day })
      await addFact(ask.db, fact.offerId, content, { aboutId: fact.root }, { ...byOf(ask), example: fact.example })
      return {
        ...afterwards(fact, `${nameOf(fact)}: det er skrevet, hvad der er sket siden. Afgørelsen bliver stående.`),
        detail: { about: fact.root, ...content },
      }
    },
  }),

  form({
    path: '/tilsyn/udfald/:id/ret',
    may: 'supervision.write',
    at,
    load: outcomeToWrite,
    input: outcomeCorrection,
    view: CorrectOutcomePage,
    submit: async (ask, { corrects, withdrawn, reason, ...written }, { newest, about, root, authorities }) => {
      mustStand(newest)
      mustBeNewest(newest.id, corrects)
      const content = outcomeFrom(written, { authorities, today: ask.today, decided: about.day })
      const chained = { aboutId: about.root, rootId: root, correctsId: newest.id, reason, withdrawn }
      await addFact(ask.db, about.offerId, content, chained, { ...byOf(ask), example: newest.example })
      return {
        ...afterwards(about, withdrawn ? 'Oplysningen er trukket tilbage.' : 'Rettelsen er gemt. Det gamle står i historien.'),
        detail: { root, withdrawn, reason, ...content },
      }
    },
  }),
]
