import type { Sql } from '../../../platform/db.ts'
import { dayOf } from '../../../platform/values/day.ts'
import { decimal, fraction } from '../../../platform/values/exact.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { inventedOffer } from '../../offers/index.ts'
import { addAccount, addCalculation, type ExampleInput, inputFrom, ruleSetOfYear, usual } from '../../tariffs/index.ts'
import { serviceText } from '../tariff.ts'
import { addLineage } from './lineage.ts'
import { type NewVersion, publishVersions } from './publish.ts'

const SOURCE = 'Opfundet til prøveudgaven'
const NOON = 'T11:00:00Z'

type Service = Omit<ExampleInput, 'ownership'> & {
  service: string
  /** What it was called in the first year. */
  was?: string
  level: string
  groups: string[]
  firstOre: number
}

/** Five tariffs of the invented offer: one rises more than the limit, one pays back, one is regulated up. */
const services: Service[] = [
  {
    service: 'Døgntakst',
    level: 'Niveau 1',
    groups: ['Autisme'],
    firstOre: 212_000,
    places: 6,
    costs: usual(3_400, 520, 420),
    rise: { pay: 2.6, other: 2 },
    occupancy: ['96,4', '97,6'],
  },
  {
    service: 'Døgntakst',
    level: 'Niveau 2',
    groups: ['Autisme', 'Udviklingshæmning'],
    firstOre: 281_000,
    places: 7,
    costs: usual(5_500, 640, 590),
    rise: { pay: 3.4, other: 2 },
    occupancy: ['95,8', '97,2'],
    account: { revenueOre: 740_000_000, costsOre: 691_000_000, regulationOre: 0, basisOre: 705_000_000, budgetOre: 702_000_000 },
  },
  {
    service: 'Døgntakst',
    level: 'Niveau 3',
    groups: ['Udviklingshæmning'],
    firstOre: 352_000,
    places: 8,
    morePlaces: 2,
    costs: usual(8_200, 780, 770),
    rise: { pay: 16, property: 6, other: 12 },
    occupancy: ['97,0', '98,2'],
  },
  {
    service: 'Aflastning',
    was: 'Aflastningsdøgn',
    level: '',
    groups: ['Autisme', 'Udviklingshæmning'],
    firstOre: 236_000,
    places: 9,
    costs: usual(5_800, 760, 690),
    rise: { pay: 3.1, other: 2 },
    occupancy: ['91,4', '93,0'],
    account: { revenueOre: 742_000_000, costsOre: 787_000_000, regulationOre: 0, basisOre: 760_000_000, budgetOre: 758_000_000 },
  },
  {
    service: 'Skærmet plads',
    level: '',
    groups: ['Autisme'],
    firstOre: 478_000,
    places: 10,
    costs: usual(14_600, 1_050, 980),
    rise: { pay: 11.8, property: 4, other: 3 },
    occupancy: ['97,4', '96,2'],
  },
]

type At = { sql: Sql; offerId: number; unitId: number; placeLineId: number; now: Date }

/** Publishes the invented tariffs of three years: the first known by its price alone, the next two with every step. */
export async function publishExamples(sql: Sql, lastYear: number, now: Date): Promise<void> {
  const offerId = await inventedOffer(sql)
  const lines = await sql<{ unitId: number; placeLineId: number }[]>`
    select u.id as unit_id, l.id as place_line_id from offer_unit u join place_line l on l.unit_id = u.id
    where u.offer_id = ${offerId ?? 0} order by l.id`
  const [line] = lines
  if (offerId === undefined || !line) return
  const at = { sql, offerId, ...line, now }
  for (const year of [lastYear - 2, lastYear - 1, lastYear]) {
    const versions: NewVersion[] = []
    for (const [index, service] of services.entries()) {
      const here = { ...at, ...lines[index] }
      versions.push({
        ...versionOf(here, service, year),
        ...(year === lastYear - 2 ? firstName(service) : await calculated(here, service, year, year === lastYear)),
      })
    }
    await publishVersions(sql, versions)
  }
  await tellRenamed(at, lastYear - 1)
  for (const [index, service] of services.entries()) await tellAccount({ ...at, ...lines[index] }, service, lastYear - 2)
}

/** The accounts a tariff regulates are there to be read too. */
async function tellAccount({ sql, placeLineId, now }: At, { account, occupancy }: Service, year: number): Promise<void> {
  if (!account) return
  await addAccount(sql, {
    ...{ placeLineId, label: '', year, ...account, daysUsed: undefined, occupancyPercent: occupancy[1].replace(',', '.') },
    ...{ basisOre: account.basisOre, budgetOre: account.budgetOre, note: undefined, reason: undefined },
    ...{ source: SOURCE, sourceDay: `${year + 1}-03-20`, example: true, actorId: undefined, actorName: 'Eksempel', now },
  })
}

const firstName = ({ was }: Service) => (was === undefined ? {} : { service: was })

async function tellRenamed({ sql, unitId, now }: At, year: number): Promise<void> {
  for (const { service, was } of services) {
    const [ids] = await sql<{ fromTariffId: number; toTariffId: number }[]>`
      select a.id as from_tariff_id, b.id as to_tariff_id from tariff a join tariff b on b.unit_id = a.unit_id
      where a.unit_id = ${unitId} and a.service = ${was ?? ''} and b.service = ${service}`
    if (!ids || was === undefined) continue
    const told = { kind: 'renamed' as const, day: `${year}-01-01`, reason: SOURCE, actorName: 'Eksempel' }
    await addLineage(sql, { ...ids, ...told, example: true, recordedAt: now })
  }
}

function versionOf({ offerId, unitId, placeLineId, now }: At, service: Service, year: number): NewVersion {
  const before = new Date(`${year - 1}-12-01${NOON}`)
  return {
    ...{ offerId, unitId, placeLineId, year },
    service: service.service,
    level: service.level,
    groups: service.groups,
    addOn: false,
    per: 'full_day',
    amountOre: service.firstOre,
    places: service.places,
    validFrom: `${year}-01-01`,
    validUntil: `${year + 1}-01-01`,
    basis: 'not_received',
    source: SOURCE,
    asOfDay: dayOf(before < now ? before : now),
    example: true,
    actorName: 'Eksempel',
    publishedAt: before < now ? before : now,
  }
}

/** As a sheet is published; where the year's rules do not reach that far, the price alone is known. */
async function calculated({ sql, placeLineId, now }: At, service: Service, year: number, rises: boolean) {
  const rules = await ruleSetOfYear(sql, year)
  try {
    const { id, calculated } = await addCalculation(sql, {
      placeLineId,
      label: serviceText(service),
      input: inputFrom({ ...service, ownership: 'municipal' }, year, rises),
      rules,
      reason: undefined,
      source: SOURCE,
      example: true,
      actorId: undefined,
      actorName: 'Eksempel',
      now,
    })
    const { tariff, temporaryOre, days, occupancyPercent, places } = calculated.result
    return {
      ...{ basis: 'calculated' as const, calculationId: id, days },
      amountOre: Number(tariff.ore),
      exactOre: fraction(tariff.exact),
      ...(temporaryOre === 0n ? {} : { temporaryOre: Number(temporaryOre) }),
      ...(occupancyPercent === undefined ? {} : { occupancy: Number(decimal(occupancyPercent, 4)) / 100 }),
      ...(places === undefined ? {} : { places: Number(decimal(places, 4)) }),
    }
  } catch (error) {
    if (error instanceof Refusal) return {}
    throw error
  }
}
