import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { addDays, type Day, dayOf, quarterOf } from '../../platform/values/day.ts'
import type { Measure } from './national.ts'
import { addConclusion, addFigure, addGroup, addNationalOffer, nationalOffers } from './store/national.ts'

type Told = { origin: string; source: string; sourceDay: Day; sourceUrl?: string }
type InFile = {
  groups: { key: string; label: string; parent?: string; note?: string }[]
  offers: (Told & { group: string; name: string; region?: string; offer?: string; validFrom: Day; note?: string })[]
  figures: (Told & { group: string; measure: Measure; year: number; quarter?: number; value: number; note?: string })[]
  conclusions: (Told & { year: number; text: string; decidedBy?: string; decidedOn?: Day })[]
}

/** What the sources tell of national and part-national offers; what is there already stays. */
export async function loadNational(sql: Sql): Promise<void> {
  const text = await readFile(new URL('../../../data/specialised/national.json', import.meta.url), 'utf8')
  const file = JSON.parse(text) as InFile
  const by = { actorName: 'Fælles', recordedAt: new Date() }
  for (const [at, { parent, note, ...group }] of file.groups.entries()) await addGroup(sql, { ...group, parent, note }, at)
  const there = new Set((await sql<{ origin: string }[]>`select origin from national_offer`).map(({ origin }) => origin))
  for (const { group, offer, region, note, ...rest } of file.offers) {
    if (there.has(rest.origin)) continue
    const [known] = await sql<{ id: number }[]>`select id from offer where origin = ${offer ?? ''}`
    await addNationalOffer(sql, { ...rest, ...by, groupKey: group, region, note, offerId: known?.id })
  }
  for (const { group, quarter, note, ...rest } of file.figures)
    await addFigure(sql, { ...rest, ...by, groupKey: group, nationalOfferId: undefined, quarter, note })
  for (const { decidedBy, decidedOn, ...rest } of file.conclusions)
    await addConclusion(sql, { ...rest, ...by, decidedBy, decidedOn })
}

const QUARTERS = 6
const OCCUPANCY: Record<string, number[]> = {
  'Synscenter Refsnæs': [96, 98.5, 101, 99, 102.5, 104],
  Bakkegården: [71, 68, 74.5, 80, 79, 83],
}

/** Invented quarterly occupancy of two offers. */
export const exampleNational = {
  label: 'belægningstal for landsdækkende tilbud',
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from national_figure where example`
    return row?.count ?? 0
  },
  async load(sql: Sql): Promise<void> {
    const now = new Date()
    for (const { id, name, groupKey } of await nationalOffers(sql))
      for (const [at, value] of (OCCUPANCY[name] ?? []).entries())
        await addFigure(sql, {
          ...quarterBack(dayOf(now), QUARTERS - at),
          groupKey,
          nationalOfferId: id,
          measure: 'occupancy',
          value,
          note: undefined,
          source: 'Opfundet til prøveudgaven',
          sourceDay: dayOf(now),
          actorName: 'Eksempel',
          example: true,
          recordedAt: now,
        })
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from national_figure where example`
  },
}

/** The quarter so many quarters before the one a day lies in. */
function quarterBack(day: Day, count: number): { year: number; quarter: number } {
  const { year, quarter } = quarterOf(day)
  return quarterOf(addDays(`${year}-${String(quarter * 3 - 1).padStart(2, '0')}-15`, Math.round(-count * 91.31)))
}
