import { z } from 'zod'
import type { Agreement, OfferDetail } from '../offers/index.ts'

const told = {
  source: z.string(),
  sourceUrl: z.string().optional(),
  asOf: z.string().optional(),
  asOfDay: z.iso.date().optional(),
  example: z.boolean(),
}
const period = { validFrom: z.iso.date().optional(), validUntil: z.iso.date().optional() }

/** How one offer looks in the open API. */
export const offerOutput = z.object({
  id: z.int(),
  uuid: z.uuid(),
  name: z.string(),
  portalId: z.string().optional(),
  operator: z.object({ id: z.int(), uuid: z.uuid(), name: z.string(), ownership: z.string().optional() }).optional(),
  municipalityCode: z.int().optional(),
  address: z.string().optional(),
  website: z.string().optional(),
  status: z.string(),
  opensOn: z.iso.date().optional(),
  closesOn: z.iso.date().optional(),
  inAgreement: z.object({ answer: z.string(), why: z.string(), source: z.string() }),
  ...told,
  units: z.array(
    z.object({
      id: z.int(),
      uuid: z.uuid(),
      name: z.string(),
      portalId: z.string().optional(),
      pNumber: z.string().optional(),
      municipalityCode: z.int().optional(),
      ...told,
      lines: z.array(
        z.object({
          id: z.int(),
          uuid: z.uuid(),
          label: z.string(),
          kind: z.string().optional(),
          legalBases: z.array(z.string()),
          legalBasisText: z.string().optional(),
          legalBasisEvidence: z.string(),
          ageFrom: z.int().optional(),
          ageTo: z.int().optional(),
          targetGroups: z.array(z.object({ label: z.string(), ageFrom: z.int().optional(), ageTo: z.int().optional() })),
          ...period,
          ...told,
          counts: z.array(
            z.object({
              approved: z.int().optional(),
              inUse: z.int().optional(),
              budgetedOccupancy: z.number().optional(),
              ...period,
              ...told,
            }),
          ),
        }),
      ),
      prices: z.array(
        z.object({
          lineId: z.int().optional(),
          label: z.string(),
          amountOre: z.int(),
          per: z.string(),
          year: z.int().optional(),
          ...told,
        }),
      ),
    }),
  ),
  usage: z.array(
    z.object({
      municipalityCode: z.int(),
      year: z.int(),
      used: z.boolean(),
      places: z.number().optional(),
      source: z.string(),
      example: z.boolean(),
    }),
  ),
})

type Told = {
  source: string
  sourceUrl: string | undefined
  asOf: string | undefined
  asOfDay: string | undefined
  example: boolean
}

const toldOf = ({ source, sourceUrl, asOf, asOfDay, example }: Told): Told => ({ source, sourceUrl, asOf, asOfDay, example })

export const offerAnswer = (
  { offer, operator, units, usage }: OfferDetail,
  { answer, why, source }: Agreement,
): z.output<typeof offerOutput> => ({
  id: offer.id,
  uuid: offer.uuid,
  name: offer.name,
  portalId: offer.portalId,
  operator: operator && { id: operator.id, uuid: operator.uuid, name: operator.name, ownership: operator.ownership },
  municipalityCode: offer.municipalityCode,
  address: offer.address,
  website: offer.website,
  status: offer.status,
  opensOn: offer.opensOn,
  closesOn: offer.closesOn,
  inAgreement: { answer, why, source },
  ...toldOf(offer),
  units: units.map((unit) => ({
    id: unit.id,
    uuid: unit.uuid,
    name: unit.name,
    portalId: unit.portalId,
    pNumber: unit.pNumber,
    municipalityCode: unit.municipalityCode,
    ...toldOf(unit),
    lines: unit.lines.map((line) => ({
      id: line.id,
      uuid: line.uuid,
      label: line.label,
      kind: line.kind,
      legalBases: line.bases,
      legalBasisText: line.basisText,
      legalBasisEvidence: line.basisEvidence,
      ageFrom: line.ageFrom,
      ageTo: line.ageTo,
      targetGroups: line.groups.map(({ label, ageFrom, ageTo }) => ({ label, ageFrom, ageTo })),
      validFrom: line.validFrom,
      validUntil: line.validUntil,
      ...toldOf(line),
      counts: line.counts.map((count) => ({
        approved: count.approved,
        inUse: count.inUse,
        budgetedOccupancy: count.budgetedOccupancy,
        validFrom: count.validFrom,
        validUntil: count.validUntil,
        ...toldOf(count),
      })),
    })),
    prices: unit.prices.map((price) => ({
      lineId: price.placeLineId,
      label: price.label,
      amountOre: price.amountOre,
      per: price.per,
      year: price.year,
      ...toldOf(price),
    })),
  })),
  usage: usage.map(({ municipalityCode, year, used, places, source, example }) => ({
    municipalityCode,
    year,
    used,
    places,
    source,
    example,
  })),
})
