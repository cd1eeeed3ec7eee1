import { expect } from 'vitest'
import type { Visitor, World } from '../world.ts'

/** Faxe with two invented offers of two units each, and rounds of tariffs, driven as people do. */
export type Faxe = {
  secretariat: Visitor
  contributor: Visitor
  approver: Visitor
  operatorId: number
  /** Where the sheet of a year is. */
  sheet(year?: number): string
  /** 'Bøgely, Nord' as a form names it. */
  place(name: string): string
  unit(name: string): number
}

export const deadlines = (year: number) => ({
  year: String(year),
  municipal: `${year - 1}-11-15`,
  regional: `${year - 1}-11-15`,
  self_governing: `${year - 1}-11-15`,
  private: `${year - 1}-10-01`,
})

export async function faxe(w: World): Promise<Faxe> {
  w.now = new Date('2026-09-01T09:00:00Z')
  const secretariat = await w.as('secretariat')
  expect((await secretariat.post('/takster/runder/ny', deadlines(2027))).status).toBe(303)
  const [found] = await w.sql<{ id: number }[]>`
    select d.id from operator d join party p on p.id = d.party_id where p.key = 'faxe' limit 1`
  const operatorId = found?.id ?? 0
  const common = { source: 'Prøve', recordedAt: w.now }
  const units = new Map<string, { unitId: number; lineId: number }>()
  for (const offer of ['Bøgely', 'Egely']) {
    const offerId = await added(w, 'offer', { ...common, name: offer, operatorId, status: 'running' })
    for (const unit of ['Nord', 'Syd']) {
      const unitId = await added(w, 'offer_unit', { ...common, name: unit, offerId })
      const lineId = await added(w, 'place_line', { ...common, unitId, kind: 'residential' })
      units.set(`${offer}, ${unit}`, { unitId, lineId })
    }
  }
  const of = (name: string) => units.get(name) ?? { unitId: 0, lineId: 0 }
  return {
    secretariat,
    contributor: await w.as('contributor', 'faxe'),
    approver: await w.as('approver', 'faxe'),
    operatorId,
    sheet: (year = 2027) => `/takster/skema/${year}/${operatorId}`,
    place: (name) => `${of(name).unitId}-${of(name).lineId}`,
    unit: (name) => of(name).unitId,
  }
}

async function added(w: World, table: string, row: Record<string, unknown>): Promise<number> {
  const [made] = await w.sql<{ id: number }[]>`insert into ${w.sql(table)} ${w.sql(row)} returning id`
  return made?.id ?? 0
}

/** A line that comes to 2.000 kr. a day: 10 places, 365 days, 7.300.000 kr. */
export const lineFor = (place: string, more: Record<string, string> = {}) => ({
  place,
  service: 'Døgntakst',
  per: 'full_day',
  places: '10',
  occupancy: '100',
  days: '365',
  'cost-pay': '7.300.000',
  ...more,
})

/** What a form of the sheet holds to know that nobody came between. */
export async function seenOf(w: World, path: string): Promise<{ seen: string; revision: string }> {
  const [year, operator] = path.split('/').slice(-2)
  const [row] = await w.sql<{ step: number; revision: number }[]>`
    select coalesce((select max(t.id) from tariff_sheet_step t where t.sheet_id = s.id), 0) as step, s.revision from tariff_sheet s
    where s.year = ${year ?? ''} and s.operator_id = ${operator ?? ''}`
  return { seen: String(row?.step ?? 0), revision: String(row?.revision ?? 0) }
}

/** Writes a line in a sheet by the form. */
export async function write(w: World, who: Visitor, path: string, line: Record<string, string>) {
  return who.post(`${path}/linje/ny`, { ...line, seen: (await seenOf(w, path)).revision })
}

/** From handed in to published. */
export async function publish(w: World, { approver, secretariat }: Pick<Faxe, 'approver' | 'secretariat'>, path: string) {
  expect((await approver.post(`${path}/indsend`, await seenOf(w, path))).status).toBe(303)
  expect((await secretariat.post(`${path}/godkend`, await seenOf(w, path))).status).toBe(303)
  return secretariat.post(`${path}/offentliggoer`, await seenOf(w, path))
}
