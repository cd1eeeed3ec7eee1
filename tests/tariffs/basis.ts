import { expect } from 'vitest'
import type { World } from '../world.ts'

const due = { municipal: '2026-11-15', regional: '2026-11-15', self_governing: '2026-11-15', private: '2026-10-01' }

/** A line of Faxe's sheet for 2027: 7.300.000 kr. on ten places, all of the year. */
export async function begun(w: World, more: Record<string, string> = {}) {
  w.now = new Date('2026-09-01T09:00:00Z')
  const secretariat = await w.as('secretariat')
  await secretariat.post('/takster/runder/ny', { year: '2027', ...due })
  const [place] = await w.sql<{ operatorId: number; unitId: number; lineId: number }[]>`
    select d.id as operator_id, u.id as unit_id, l.id as line_id from operator d join party p on p.id = d.party_id
    join offer o on o.operator_id = d.id join offer_unit u on u.offer_id = o.id join place_line l on l.unit_id = u.id
    where p.key = 'faxe' order by l.id limit 1`
  if (!place) throw new Error('Faxe runs nothing')
  const contributor = await w.as('contributor', 'faxe')
  const sheet = `/takster/skema/2027/${place.operatorId}`
  const { status } = await contributor.post(`${sheet}/linje/ny`, {
    place: `${place.unitId}-${place.lineId}`,
    ...{ service: 'Døgntakst', per: 'full_day', places: '10', occupancy: '100', days: '365', 'cost-pay': '7.300.000', seen: '0' },
    ...more,
  })
  expect(status).toBe(303)
  const [row] = await w.sql<{ id: number }[]>`select id from tariff_sheet_line order by id desc limit 1`
  const path = `${sheet}/linje/${row?.id}/beregning`
  const revision = async () => {
    const [sheetRow] = await w.sql<{ revision: number }[]>`select revision from tariff_sheet order by id desc limit 1`
    return String(sheetRow?.revision)
  }
  const write = async (tail: string, fields: Record<string, string> = {}) =>
    contributor.post(`${path}${tail}`, { seen: await revision(), ...fields })
  const written = async (tail: string, fields: Record<string, string> = {}) => {
    const answer = await write(tail, fields)
    expect([answer.status, answer.text.match(/error-summary.*?<\/ul>/s)?.[0]]).toEqual([303, undefined])
    return (await contributor.get(path)).text
  }
  const refused = async (tail: string, fields: Record<string, string> = {}) => {
    const answer = await write(tail, fields)
    expect(answer.status).toBe(422)
    return answer.text
  }
  /** Hands in, approves and publishes the sheet, each as it was last seen. */
  const step = async (name: 'indsend' | 'godkend' | 'offentliggoer', year = 2027) => {
    const [row] = await w.sql<{ id: number; revision: number }[]>`
      select t.id, s.revision from tariff_sheet s join tariff_sheet_step t on t.sheet_id = s.id order by t.id desc limit 1`
    const by = name === 'indsend' ? await w.as('approver', 'faxe') : secretariat
    return by.post(`${sheet.replace('2027', String(year))}/${name}`, { seen: String(row?.id), revision: String(row?.revision) })
  }
  const published = async (year = 2027) => {
    for (const name of ['indsend', 'godkend', 'offentliggoer'] as const) {
      const { status, text } = await step(name, year)
      expect([name, status, text.match(/error-summary.*?<\/ul>/s)?.[0]]).toEqual([name, 303, undefined])
    }
  }
  return { ...place, step, published, secretariat, contributor, sheet, path, write, written, refused }
}

export const tariffOf = (html: string) => html.match(/tariffs-answer[^>]*><strong>([^<]*)/)?.[1]?.replaceAll('\u00a0', ' ')
export const whyOf = (html: string) => html.match(/kan ikke beregnes endnu.*?alert-text">([^<]*)/s)?.[1]
