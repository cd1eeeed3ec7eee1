import type { Ask } from '../../platform/action.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { addCalculation, ruleSetOfYear, rulesOf } from '../tariffs/index.ts'
import type { SheetLooked } from './actions/at.ts'
import { inputOf } from './calculating.ts'
import { lineKey, type PlacedLine } from './line.ts'
import { keyOfTariff, type Predecessor } from './predecessor.ts'
import { currentOf } from './store/current.ts'
import { addLineages } from './store/lineage.ts'
import { linesOf, predecessorsOf } from './store/lines.ts'
import { type NewVersion, publishVersions, tariffsFor } from './store/publish.ts'
import { netOf, serviceText } from './tariff.ts'
import { type TariffTold, toldBy } from './telling.ts'

type Published = Pick<Ask, 'db' | 'actor' | 'now'>

/** Publishes every line of an approved sheet as it stands, in the caller's transaction; gives how many. */
export async function publishSheet(ask: Published, { standing }: SheetLooked): Promise<number> {
  const { db, now, actor } = ask
  const { year, ownership, sheetId = 0, operatorId } = standing
  const [lines, rules, current, predecessors] = await Promise.all([
    linesOf(db, sheetId),
    ruleSetOfYear(db, year),
    currentOf(db, operatorId, year),
    predecessorsOf(db, operatorId, year, sheetId),
  ])
  const told = toldBy(lines, predecessors)
  const share = Number(rulesOf(rules).number('tariff.vat.share').n) / Number(rulesOf(rules).number('tariff.vat.share').d) / 100
  const versions: NewVersion[] = []
  for (const line of lines) {
    const calculated = await calculationOf(ask, line, { standing, rules })
    const amountOre = calculated?.amountOre ?? line.amountOre
    if (amountOre === undefined)
      throw new Refusal(undefined, 'no price', `${line.offerName}, ${line.unitName} har ingen pris. Intet er offentliggjort.`)
    const earlier = current.find((one) => one.unitId === line.unitId && lineKey(one) === lineKey(line))
    if (
      earlier &&
      earlier.validFrom !== undefined &&
      earlier.validFrom !== line.validFrom &&
      earlier.validUntil !== undefined &&
      overlaps(earlier, line)
    )
      throw new Refusal(
        undefined,
        'overlap',
        `${line.offerName}, ${line.unitName} har allerede en offentliggjort takst, der overlapper perioden. Ret den som en ny version i stedet. Intet er offentliggjort.`,
      )
    const corrected = earlier?.validFrom === line.validFrom ? earlier : undefined
    versions.push({
      ...line,
      tariffId: earlier?.tariffId,
      year,
      amountOre,
      days: calculated?.days ?? line.days,
      temporaryOre: calculated?.temporaryOre,
      exactOre: calculated?.exactOre,
      ...netFrom(line, amountOre, ownership, share),
      basis: calculated ? 'calculated' : 'not_received',
      calculationId: calculated?.id,
      sheetId,
      ...(corrected
        ? {
            correctsId: corrected.id,
            reason: 'Afløst af det takstskema, driftsherren har indsendt.',
            version: corrected.version + 1,
          }
        : {}),
      source: `Takstskema ${year} fra ${standing.operatorName}`,
      example: standing.example,
      actorId: actor.id,
      actorName: actor.name,
      publishedAt: now,
    } as NewVersion)
  }
  const tariffIds = await tariffsFor(db, versions, now)
  await publishVersions(
    db,
    versions.map((version, at) => ({ ...version, tariffId: tariffIds[at] })),
  )
  const idOf = new Map(lines.map((line, at) => [keyOfTariff(line), tariffIds[at] ?? 0]))
  await tellLineage(ask, told, idOf)
  return versions.length
}

const overlaps = (
  a: { validFrom?: string | undefined; validUntil?: string | undefined },
  b: { validFrom: string; validUntil: string },
) => (a.validFrom ?? '') < b.validUntil && b.validFrom < (a.validUntil ?? '9999')

function netFrom(line: PlacedLine, amountOre: number, ownership: SheetLooked['standing']['ownership'], share: number) {
  if (line.netOre !== undefined) return { netOre: line.netOre, netTold: true }
  return ownership === 'private' ? { netOre: netOf(amountOre, share), vatShare: share } : {}
}

type Rules = Awaited<ReturnType<typeof ruleSetOfYear>>

/** Calculates and keeps what can be calculated; undefined: only the price is known. */
async function calculationOf(
  { db, actor, now }: Published,
  line: PlacedLine,
  { standing, rules }: Pick<SheetLooked, 'standing'> & { rules: Rules },
) {
  const input = inputOf(line, standing.year, standing.ownership)
  if (!input || line.placeLineId === undefined) return undefined
  try {
    const { id, version, calculated } = await addCalculation(db, {
      placeLineId: line.placeLineId,
      label: serviceText(line),
      input,
      rules,
      reason: undefined,
      source: `Takstskema ${standing.year} fra ${standing.operatorName}`,
      example: standing.example,
      actorId: actor.id,
      actorName: actor.name,
      now,
    })
    const { tariff, temporaryOre, days } = calculated.result
    return {
      id,
      version,
      amountOre: Number(tariff.ore),
      temporaryOre: temporaryOre === 0n ? undefined : Number(temporaryOre),
      exactOre: `${tariff.exact.n}/${tariff.exact.d}`,
      days,
    }
  } catch (error) {
    if (error instanceof Refusal && line.amountOre !== undefined) return undefined
    throw error
  }
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
