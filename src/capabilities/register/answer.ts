import { z } from 'zod'
import { type Found, freshnessOf, type JudgedOn } from '../offers/index.ts'
import type { Search } from './reading.ts'

/** How what is found looks in the open API. */
const resultOutput = z.object({
  offerId: z.int(),
  unitId: z.int(),
  lineId: z.int().optional(),
  offer: z.string(),
  unit: z.string(),
  label: z.string().optional(),
  operator: z.string().optional(),
  ownership: z.string().optional(),
  municipalityCode: z.int().optional(),
  municipality: z.string().optional(),
  status: z.string(),
  kinds: z.array(z.string()),
  legalBases: z.array(z.string()),
  targetGroups: z.array(z.string()),
  ages: z.string().optional(),
  placesApproved: z.int().optional(),
  placesInUse: z.int().optional(),
  freePlaces: z.int().optional(),
  freeFrom: z.iso.date().optional(),
  confirmedOn: z.iso.date().optional(),
  freshness: z.enum(['fresh', 'ageing', 'stale', 'none']),
  priceMinOre: z.int().optional(),
  priceMaxOre: z.int().optional(),
  pricePer: z.string().optional(),
  priceYear: z.int().optional(),
  inAgreement: z.enum(['yes', 'no', 'unknown']),
  mostSpecialised: z.boolean(),
  asOf: z.string().optional(),
  source: z.string(),
  sourceUrl: z.string().optional(),
  example: z.boolean(),
})

const counts = z.record(z.string(), z.int())

export const foundOutput = z.object({
  total: z.int(),
  page: z.int(),
  results: z.array(resultOutput),
  counts: z.object({
    legalBases: counts,
    targetGroups: counts,
    municipalities: counts,
    ownerships: counts,
    kinds: counts,
    statuses: counts,
    inAgreement: counts,
    free: z.int(),
    mostSpecialised: z.int(),
  }),
})

const resultAnswer = (row: Found, judged: JudgedOn): z.output<typeof resultOutput> => ({
  offerId: row.offerId,
  unitId: row.unitId,
  lineId: row.lineId,
  offer: row.offerName,
  unit: row.unitName,
  label: row.label || undefined,
  operator: row.operatorName,
  ownership: row.ownership,
  municipalityCode: row.municipalityCode,
  municipality: row.municipality,
  status: row.status,
  kinds: row.kinds,
  legalBases: row.bases,
  targetGroups: row.groups,
  ages: row.ages,
  placesApproved: row.placesApproved,
  placesInUse: row.placesInUse,
  freePlaces: row.freePlaces,
  freeFrom: row.freeFrom,
  confirmedOn: row.confirmedOn,
  freshness: freshnessOf(row.confirmedOn, judged),
  priceMinOre: row.priceMinOre,
  priceMaxOre: row.priceMaxOre,
  pricePer: row.pricePer,
  priceYear: row.priceYear,
  inAgreement: row.agreement,
  mostSpecialised: row.specialised,
  asOf: row.asOf ?? row.asOfDay,
  source: row.source,
  sourceUrl: row.sourceUrl,
  example: row.example,
})

/** Only what a click would find: a count of 0 is left out. */
const some = (map: ReadonlyMap<string | number, number>): Record<string, number> =>
  Object.fromEntries([...map].filter(([, count]) => count > 0))

export const foundAnswer = ({ rows, facets, finding, judged }: Search): z.output<typeof foundOutput> => ({
  total: facets.hits,
  page: finding.page,
  results: rows.map((row) => resultAnswer(row, judged)),
  counts: {
    legalBases: some(facets.bases),
    targetGroups: some(facets.groups),
    municipalities: some(facets.municipalities),
    ownerships: some(facets.owners),
    kinds: some(facets.kinds),
    statuses: some(facets.statuses),
    inAgreement: some(facets.agreement),
    free: facets.free,
    mostSpecialised: facets.specialised,
  },
})
