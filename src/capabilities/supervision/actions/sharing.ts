import { z } from 'zod'
import { type Action, type Ask, page } from '../../../platform/action.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { type LoadedSharing, SharingPage } from '../pages/sharing.tsx'
import { isBegun, isByPopulation, type SharingQuery, sharingOf } from '../share.ts'
import { municipalitiesOfRegion, populationsOf, populationYears } from '../store/tariffs.ts'

/** Whose numbers of residents they are: those that supervision of the region is financed by. */
const OWN = 'oest'

async function load({ db, query }: Ask<Record<string, string>, SharingQuery>): Promise<LoadedSharing> {
  const years = await populationYears(db, OWN)
  const year = years.find((one) => String(one) === query['aar']) ?? years[0]
  const [all, region] = await Promise.all([year === undefined ? [] : populationsOf(db, OWN, year), municipalitiesOfRegion(db)])
  const parties = new Set(region.map(({ code }) => code))
  const populations = all.filter(({ code }) => parties.has(code))
  const told = new Set(populations.map(({ code }) => code))
  const missing = region.filter(({ code }) => !told.has(code)).map(({ name }) => name)
  return { query, years, year, populations, missing, outcome: isBegun(query) ? outcomeOf(query, populations) : undefined }
}

function outcomeOf(query: SharingQuery, populations: LoadedSharing['populations']): LoadedSharing['outcome'] {
  try {
    return sharingOf(query, isByPopulation(query) ? populations : [])
  } catch (error) {
    if (error instanceof Refusal) return { field: error.field, sentence: error.message }
    throw error
  }
}

export const sharing: Action[] = [
  page({
    path: '/takster/deling',
    may: 'tariffs.read',
    query: z
      .record(
        z.string(),
        z.string().transform((written) => written.slice(0, 120)),
      )
      .catch({}),
    load,
    view: SharingPage,
  }),
]
