import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { amountIn } from '../../../platform/mapping.ts'
import { day, optionalText, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { placeText } from '../figures.ts'
import { type End, lineageKinds, mustBeTellable } from '../lineage-rule.ts'
import { LineagePage, UndoLineagePage } from '../pages/lineage.tsx'
import { addLineage, lineageOfTariffs, undoLineage } from '../store/lineage.ts'
import { linksAround } from '../store/links.ts'
import { tariffsOfOperator, versionsOf, versionWith } from '../store/list.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'

const nameOf = (version: ListedTariff): string => [placeText(version), serviceText(version)].filter(Boolean).join(': ')

/** A tariff with everything ever told of what it was and became, and the operator's other tariffs to choose among. */
async function lineageAt({ db, params }: Pick<Ask<{ id: string }>, 'db' | 'params'>) {
  const version = await versionWith(db, idIn(params.id))
  if (!version) return undefined
  const [told, others] = await Promise.all([
    lineageOfTariffs(db, [version.tariffId]),
    version.operatorId === undefined ? [] : tariffsOfOperator(db, version.operatorId),
  ])
  const related = await versionsOf(
    db,
    told.flatMap(({ fromTariffId, toTariffId }) => [fromTariffId, toTariffId]),
  )
  const names = new Map(related.toReversed().map((one) => [one.tariffId, nameOf(one)]))
  return { version, name: nameOf(version), told, names, others: others.filter(({ tariffId }) => tariffId !== version.tariffId) }
}

/** One row of it that still stands. */
async function toldAt(ask: Pick<Ask<{ id: string; lineage: string }>, 'db' | 'params'>) {
  const found = await lineageAt(ask)
  const lineage = found?.told.find(({ id }) => id === idIn(ask.params.lineage))
  return found && lineage && { ...found, lineage }
}

/** The other tariff: chosen from the list, or by the number of any of its versions. */
async function otherOf(db: Ask['db'], { other, number }: { other?: string | undefined; number?: string | undefined }) {
  if (number === undefined && !other)
    throw new Refusal('other', 'none', 'Vælg den anden takst, eller skriv dens nummer. Intet er gemt.')
  if (number === undefined) return idIn(other ?? '')
  const found = await versionWith(db, idIn(number.trim()))
  if (!found)
    throw new Refusal(
      'number',
      'none',
      `Der er ingen takst nr. ${number.slice(0, 20)}. Nummeret står sidst i takstens adresse. Intet er gemt.`,
    )
  return found.tariffId
}

async function endOf(db: Ask['db'], tariffId: number): Promise<End> {
  const versions = (await versionsOf(db, [tariffId])).filter(({ current, withdrawn }) => current && !withdrawn).toReversed()
  const last = versions.at(-1)
  if (!last)
    throw new Refusal('other', 'gone', 'Den takst er trukket tilbage, så der er intet at følge. Vælg en anden. Intet er gemt.')
  return { tariffId, name: nameOf(last), versions }
}

function placesIn(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const places = amountIn({ value: written })
  if (places === undefined || places <= 0 || places > 100_000)
    throw new Refusal(
      'places',
      'no number',
      `»${written.slice(0, 20)}« er ikke et antal pladser over 0. Skriv fx 6 eller 7,5. Intet er gemt.`,
    )
  return places
}

const keys = keysOf(lineageKinds)

export const lineageDeeds: Action[] = [
  form({
    path: '/takster/:id/slaegtskab',
    may: 'tariffs.publish',
    load: lineageAt,
    input: z.object({
      way: z.enum(['was', 'became'], { error: 'Vælg, om taksten kom af den anden eller blev til den.' }),
      other: optionalText(20),
      number: optionalText(20),
      kind: z.enum(keys, { error: 'Vælg, hvad der skete.' }),
      places: optionalText(20),
      day: day('Skriv den dag, det skete.'),
      reason: text(500, 'Skriv, hvor det vides fra. Det kan ses af alle.'),
    }),
    view: LineagePage,
    submit: async ({ db, actor, now }, written, { version }) => {
      const { kind, day, reason, way } = written
      const [own, other] = [await endOf(db, version.tariffId), await endOf(db, await otherOf(db, written))]
      const [from, to] = way === 'was' ? [other, own] : [own, other]
      const links = (await linksAround(db, [from.tariffId, to.tariffId])).map((link) => ({
        ...link,
        places: link.places === undefined ? undefined : Number(link.places),
      }))
      const places = placesIn(written.places)
      mustBeTellable({ kind, from, to, places, day }, links)
      const signed = { actorId: actor.id, actorName: actor.name, recordedAt: now }
      await addLineage(db, { kind, fromTariffId: from.tariffId, toTariffId: to.tariffId, places, day, reason, ...signed })
      return {
        subject: `tariff:${version.id}`,
        next: `/takster/${version.id}`,
        said: `Det er gemt, at »${from.name}« blev til »${to.name}«. Året før er regnet igen.`,
        detail: { kind, from: from.tariffId, to: to.tariffId, places, day, reason },
      }
    },
  }),

  form({
    path: '/takster/:id/slaegtskab/:lineage/fortryd',
    may: 'tariffs.publish',
    load: toldAt,
    input: z.object({ reason: text(500, 'Skriv, hvorfor det ikke passer. Det kan ses her på siden.') }),
    view: UndoLineagePage,
    submit: async ({ db, actor, now, today }, { reason }, { version, lineage }) => {
      if (lineage.undoneOn !== undefined)
        throw new Refusal(undefined, 'undone', `${lineage.undoneBy ?? 'En anden'} har allerede fortrudt det. Intet er gemt.`)
      await undoLineage(db, lineage, { day: today, reason, actorId: actor.id, actorName: actor.name, recordedAt: now })
      return {
        subject: `tariff:${version.id}`,
        next: `/takster/${version.id}/slaegtskab`,
        said: 'Slægtskabet er fortrudt. Det står her stadig, men ingen takst sammenlignes længere efter det.',
        detail: { lineage: lineage.id, reason },
      }
    },
  }),
]
