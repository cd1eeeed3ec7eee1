import type { Ask } from '../../platform/action.ts'
import { dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { ruleSetOfYear, rulesOf } from '../tariffs/index.ts'
import type { SheetLooked } from './actions/at.ts'
import { lineKey, type PlacedLine } from './line.ts'
import { keyOfTariff, type Predecessor } from './predecessor.ts'
import { type Priced, pricesOf } from './pricing.ts'
import { type Current, currentOf } from './store/current.ts'
import { addLineages } from './store/lineage.ts'
import { linesOf, predecessorsOf } from './store/lines.ts'
import { type NewVersion, publishVersions, tariffsFor } from './store/publish.ts'
import { netOf, serviceText } from './tariff.ts'
import { type TariffTold, toldBy } from './telling.ts'

type Published = Pick<Ask, 'db' | 'actor' | 'now'>

/** Publishes every line of an approved sheet as it stands, in the caller's transaction; gives how many. */
export async function publishSheet(ask: Published, { standing, steps: done }: SheetLooked): Promise<number> {
  const { db, now, actor } = ask
  const { year, ownership, sheetId = 0, operatorId } = standing
  const [lines, rules, current, predecessors] = await Promise.all([
    linesOf(db, sheetId),
    ruleSetOfYear(db, year),
    currentOf(db, operatorId, year),
    predecessorsOf(db, operatorId, year, sheetId),
  ])
  const share = Number(rulesOf(rules).number('tariff.vat.share').n) / Number(rulesOf(rules).number('tariff.vat.share').d) / 100
  const approval = { by: approvalOf(done) }
  const versions: NewVersion[] = []
  const priced = new Map<string, PlacedLine[]>()
  for (const line of lines)
    for (const price of await pricesOf(line, { ...ask, standing, rules, approval })) {
      const one = { ...line, ...price }
      const key = `${line.unitId}|${line.placeLineId ?? ''}|${lineKey(one)}`
      mustBeOnce(one, priced.get(key) ?? [])
      priced.set(key, [...(priced.get(key) ?? []), one])
      versions.push({
        ...one,
        ...followed(one, current),
        year,
        ...netFrom(one, { graded: price.level !== line.level, ownership, share }),
        basis: price.calculationId === undefined ? 'not_received' : 'calculated',
        sheetId,
        source: `Takstskema ${year} fra ${standing.operatorName}`,
        example: standing.example,
        actorId: actor.id,
        actorName: actor.name,
        publishedAt: now,
      })
    }
  const told = toldBy([...priced.values()].flat(), predecessors)
  const tariffIds = await tariffsFor(db, versions, now)
  await publishVersions(
    db,
    versions.map((version, at) => ({ ...version, tariffId: tariffIds[at] })),
  )
  const idOf = new Map(versions.map((version, at) => [keyOfTariff(version), tariffIds[at] ?? 0]))
  await tellLineage(ask, told, idOf)
  return versions.length
}

/** 'Rammeaftalesekretariatet, 22. november 2026': the approval of a sheet is that of its occupancies too. */
function approvalOf(done: SheetLooked['steps']): string {
  const day = done.findLast(({ step }) => step === 'approved')?.day
  return day === undefined ? 'Rammeaftalesekretariatet' : `Rammeaftalesekretariatet, ${dayText(day)}`
}

const nothing = 'Intet er offentliggjort.'

/** @throws Refusal when two lines, or a line and a level of another, would be the same tariff at the same time */
function mustBeOnce(priced: PlacedLine, same: readonly PlacedLine[]): void {
  if (same.some((one) => overlaps(one, priced)))
    throw new Refusal(
      undefined,
      'twice',
      `»${serviceText(priced) || priced.unitName}« hos ${priced.offerName}, ${priced.unitName} står to gange i samme periode. Giv den ene et andet navn. ${nothing}`,
    )
}

/** What a price follows on among what is published already: a later period of the same tariff, or a correction of the same one. */
function followed(priced: PlacedLine, current: readonly Current[]) {
  const same = current.filter((one) => one.unitId === priced.unitId && lineKey(one) === lineKey(priced))
  const corrected = same.find(({ validFrom }) => validFrom === priced.validFrom)
  const clash = same.some(
    (one) => one !== corrected && one.validFrom !== undefined && one.validUntil !== undefined && overlaps(one, priced),
  )
  if (clash)
    throw new Refusal(
      undefined,
      'overlap',
      `${priced.offerName}, ${priced.unitName} har allerede en offentliggjort takst, der overlapper perioden. Ret den som en ny version i stedet. ${nothing}`,
    )
  return {
    tariffId: same[0]?.tariffId,
    ...(corrected
      ? {
          correctsId: corrected.id,
          reason: 'Afløst af det takstskema, driftsherren har indsendt.',
          version: corrected.version + 1,
        }
      : {}),
  }
}

const overlaps = (
  a: { validFrom?: string | undefined; validUntil?: string | undefined },
  b: { validFrom: string; validUntil: string },
) => (a.validFrom ?? '') < b.validUntil && b.validFrom < (a.validUntil ?? '9999')

type Net = { graded: boolean; ownership: SheetLooked['standing']['ownership']; share: number }

/** Without VAT as the operator told it, which is never told of a level; else by the share. */
function netFrom({ netOre, amountOre }: PlacedLine & Pick<Priced, 'amountOre'>, { graded, ownership, share }: Net) {
  if (netOre !== undefined && !graded) return { netOre, netTold: true }
  return ownership === 'private' ? { netOre: netOf(amountOre, share), vatShare: share } : { netOre: undefined }
}

/** Keeps what the lines tell of what tariffs were; a tariff that was never published before is made now. */
async function tellLineage({ db, actor, now }: Published, told: readonly TariffTold[], tariffIds: ReadonlyMap<string, number>) {
  const published = (of: PlacedLine | Predecessor) => tariffIds.get(keyOfTariff(of))
  const lineages = told.flatMap(({ kind, from, line, places, day }) => {
    const fromTariffId = from.tariffId ?? published(from)
    const toTariffId = published(line)
    if (fromTariffId === undefined || toTariffId === undefined || fromTariffId === toTariffId) return []
    const reason = `Oplyst i takstskemaet for ${day.slice(0, 4)}.`
    return [{ kind, fromTariffId, toTariffId, places, day, reason, actorId: actor.id, actorName: actor.name, recordedAt: now }]
  })
  if (lineages.length > 0) await addLineages(db, lineages)
}
