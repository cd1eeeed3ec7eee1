import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'

const w = world()

type Term = { id: string; code: string; taxonomy_id: string; parent_id?: string }
type Attribute = { link_type: string; value?: string; taxonomy_term: Term }
type Service = {
  id: string
  name: string
  status: string
  description: string
  organization_id: string
  last_modified: string
  capacities: { id: string; available: number; maximum?: number; updated: string; attributes: Attribute[] }[]
  cost_options: { amount: number }[]
  attributes: Attribute[]
  service_at_locations: { id: string; location_id: string }[]
}
type Page<T> = { total_items: number; total_pages: number; page_number: number; size: number; contents: T[] }

const page = async <T = Service>(address: string) => (await w.citizen.get(`/api/hsds${address}`)).json() as Page<T>
const one = async (search: string): Promise<Service> => {
  const { contents } = await page(`/services?full=true&search=${search}`)
  if (!contents[0]) throw new Error(`no ${search}`)
  return contents[0]
}
const codes = (attributes: readonly Attribute[], type: string) =>
  attributes.filter(({ link_type }) => link_type === type).map(({ taxonomy_term: { code } }) => code)
const problem = async (address: string) => {
  const { status, headers, json } = await w.citizen.get(`/api/hsds${address}`)
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/)
  return { status, ...(json() as { errors: { field: string; detail: string }[] }) }
}

/** Fændediget in Køge, one line of 4 places, has so many free, told today. */
async function told(free: string, more: Record<string, string> = {}) {
  const [row] = await w.sql<{ offerId: number; lineId: number }[]>`
    select o.id as offer_id, l.id as line_id from offer o join offer_unit u on u.offer_id = o.id join place_line l on l.unit_id = u.id
    where o.name = 'Fændediget'`
  const { offerId = 0, lineId = 0 } = row ?? {}
  const [before] = await w.sql<{ id: number }[]>`
    select id from vacancy_statement where place_line_id = ${lineId} order by id desc limit 1`
  const fields = { [`fri-${lineId}`]: free, [`set-${lineId}`]: String(before?.id ?? ''), ...more }
  const who = await w.as('contributor', 'koege')
  expect((await who.post(`/ledige/tilbud/${offerId}/ret`, fields)).status).toBe(303)
}

describe('the front of it', () => {
  test.each(['', '/'])('says which standard and where it is described (%s)', async (path) => {
    const { status, headers, json } = await w.citizen.get(`/api/hsds${path}`)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(json()).toMatchObject({ version: '3.1.0', openapi_url: 'http://localhost/api/hsds/openapi.json' })
  })
  test('is introduced in Danish on the page about open data, and described address by address', async () => {
    const { text } = await w.citizen.get('/api')
    expect(text).toMatch(/HSDS 3\.1.*Ledige pladser.*det er ikke 0.*GET \/api\/hsds\/services.*modified_after/s)
    const { paths } = (await w.citizen.get('/api/hsds/openapi.json')).json() as { paths: object }
    expect(Object.keys(paths)).toEqual([
      '/api/hsds/',
      ...['services', 'organizations', 'service_at_locations', 'locations', 'taxonomies', 'taxonomy_terms'].flatMap((name) => [
        `/api/hsds/${name}`,
        `/api/hsds/${name}/{id}`,
      ]),
    ])
  })
})

describe('vacancies', () => {
  test('nobody has told of are not there, and that is said', async () => {
    const service = await one('Fændediget')
    expect(service.capacities).toEqual([])
    expect(codes(service.attributes, 'caveat')).toContain('none')
    expect(service.description).toContain('Ledige pladser er ikke oplyst')
  })
  test('are there with the day somebody stood by them, and 0 is an answer', async () => {
    await told('0')
    const { capacities, attributes } = await one('Fændediget')
    expect(capacities).toMatchObject([{ available: 0, maximum: 4, updated: '2026-03-02T09:00:00.000Z' }])
    expect(codes(attributes, 'caveat')).not.toContain('none')
  })
  test('grow old by themselves: fresh, ageing, stale', async () => {
    await told('2')
    for (const [day, code] of [
      ['2026-03-02', 'fresh'],
      ['2026-03-12', 'ageing'],
      ['2026-04-12', 'stale'],
    ]) {
      w.now = new Date(`${day}T10:00:00Z`)
      const [capacity] = (await one('Fændediget')).capacities
      expect(codes(capacity?.attributes ?? [], 'caveat')).toEqual([code])
      expect(capacity).toMatchObject({ available: 2, updated: '2026-03-02T09:00:00.000Z' })
    }
  })
  test('of a closed offer are gone', async () => {
    await told('2')
    await w.sql`update offer set closes_on = '2026-03-03' where name = 'Fændediget'`
    w.now = new Date('2026-03-04T10:00:00Z')
    expect(await one('Fændediget')).toMatchObject({ status: 'defunct', capacities: [] })
  })
})

test('old facts say how old, in the words of their source', async () => {
  const { attributes, description } = await one('Himmelev')
  expect(attributes.find(({ taxonomy_term: { code } }) => code === 'old')?.value).toBe('trap.lex, uden år')
  expect(description).toContain('Kilde: trap.lex.dk')
})

describe('only what is new', () => {
  const since = async (instant: string) =>
    (await page(`/services?modified_after=${encodeURIComponent(instant)}&per_page=500`)).contents.map(({ name }) => name)

  test('is what was changed at the instant or later', async () => {
    await w.sql`update offer set recorded_at = '2026-01-01'`
    for (const table of ['operator', 'offer_unit', 'place_line', 'place_count', 'offer_price'])
      await w.sql`update ${w.sql(table)} set recorded_at = '2026-01-01'`
    expect(await since('2026-01-02')).toEqual([])
    await told('1')
    expect(await since('2026-03-02T09:00:00Z')).toEqual(['Fændediget'])
    expect(await since('2026-03-02T10:00:00+01:00')).toEqual(['Fændediget'])
    expect(await since('2026-03-02T09:00:00.001Z')).toEqual([])
    expect((await one('Fændediget')).last_modified).toBe('2026-03-02T09:00:00.000Z')
  })
  test('is also a vacancy that grew old, and an offer that closed', async () => {
    await w.sql`update offer set closes_on = '2026-03-20' where name = 'Himmelev'`
    for (const table of ['operator', 'offer', 'offer_unit', 'place_line', 'place_count', 'offer_price'])
      await w.sql`update ${w.sql(table)} set recorded_at = '2026-01-01'`
    await told('1')
    w.now = new Date('2026-03-09T12:00:00Z')
    expect(await since('2026-03-03')).toEqual([])
    w.now = new Date('2026-03-10T12:00:00Z')
    expect(await since('2026-03-03')).toEqual(['Fændediget'])
    w.now = new Date('2026-03-24T12:00:00Z')
    expect((await since('2026-03-11')).sort()).toEqual(['Fændediget', 'Himmelev'])
    expect((await one('Himmelev')).last_modified).toBe('2026-03-19T23:00:00.000Z')
  })
})

describe('a list of services', () => {
  test('comes a page at a time, each service once, in the same order', async () => {
    const { total_items, total_pages } = await page('/services?per_page=7')
    const ids: string[] = []
    for (let number = 1; number <= total_pages; number++) {
      const { contents, size, page_number } = await page(`/services?per_page=7&page=${number}`)
      expect([size, page_number]).toEqual([contents.length, number])
      ids.push(...contents.map(({ id }) => id))
    }
    expect(new Set(ids).size).toBe(total_items)
    expect(await page(`/services?per_page=7&page=${total_pages + 1}`)).toMatchObject({
      empty: true,
      last_page: false,
      contents: [],
    })
  })
  test('shows little, all, or only when each was changed', async () => {
    expect((await page('/services')).contents[0]).not.toHaveProperty('attributes')
    expect((await page('/services?full=true')).contents[0]).toHaveProperty('attributes')
    const [changed] = (await page<object>('/services?minimal=true')).contents
    expect(Object.keys(changed ?? {})).toEqual(['id', 'modified_date'])
  })
  test('is found by words, by who runs it, and by what it is described with', async () => {
    const { organization_id, attributes, name } = await one('Platang')
    expect(name).toContain('Platangården')
    const theirs = await page(`/services?organization_id=${organization_id}&per_page=500`)
    expect(theirs.contents.every((service) => service.organization_id === organization_id)).toBe(true)
    expect(theirs.total_items).toBeGreaterThan(2)
    for (const type of ['legal_basis', 'target_group', 'place_kind', 'ownership']) {
      const term = attributes.find(({ link_type }) => link_type === type)?.taxonomy_term
      for (const asked of [`taxonomy_term_id=${term?.id}`, `taxonomy_id=${term?.taxonomy_id}`]) {
        const { contents } = await page(`/services?full=true&per_page=500&${asked}`)
        const by = asked.startsWith('taxonomy_id') ? 'taxonomy_id' : 'id'
        const has = (service: Service) => service.attributes.some(({ taxonomy_term }) => taxonomy_term[by] === term?.[by])
        expect(contents.length, type).toBeGreaterThan(0)
        expect(contents.every(has), type).toBe(true)
        const everything = (await page('/services?full=true&per_page=500')).contents
        expect(contents.length, type).toBe(everything.filter(has).length)
      }
    }
  })
  test('is found by municipality, and nothing by words that nothing has', async () => {
    const term = (await page<Term>('/taxonomy_terms?search=Lejre')).contents[0]
    const { contents } = await page(`/services?full=true&taxonomy_term_id=${term?.id}`)
    expect(contents.map(({ name }) => name)).toContain('Himmelev')
    for (const words of ['xyzzy', '§', '%26|!', "'; drop table offer"])
      expect((await page(`/services?search=${encodeURIComponent(words)}`)).total_items, words).toBe(0)
  })
  test('as a stream has every one of them on its own line', async () => {
    const { headers, text, status } = await w.citizen.get('/api/hsds/services?full=true&format=ndjson')
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8'])
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Service)
    expect(lines).toEqual((await page('/services?full=true&per_page=500')).contents)
  })
})

describe('one thing by its identifier', () => {
  test('is what the lists call by it, also where it lies', async () => {
    const service = await one('Himmelev')
    const [place] = service.service_at_locations
    const read = async (path: string) => (await w.citizen.get(`/api/hsds${path}`)).json()
    expect(await read(`/services/${service.id}`)).toEqual(service)
    expect(await read(`/services/${service.id.toUpperCase()}`)).toEqual(service)
    expect(await read(`/service_at_locations/${place?.id}`)).toMatchObject({ service: { id: service.id } })
    expect(await read(`/locations/${place?.location_id}`)).toMatchObject({ name: 'Himmelev' })
    expect(await read(`/organizations/${service.organization_id}`)).toMatchObject({ name: 'Region Sjælland' })
  })
  test.each(['services', 'organizations', 'locations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'])(
    'that is nobody’s is absent: %s',
    async (list) => {
      for (const id of ['7', 'Himmelev', '0e0f539a-8217-4015-90dd-f923e6c73659', '0e0f539a-8217-8015-90dd-f923e6c73659'])
        expect((await problem(`/${list}/${id}`)).status).toBe(404)
    },
  )
})

describe('what cannot be read is a problem that names the parameter', () => {
  test.each([
    ['page=0', 'page'],
    ['page=to', 'page'],
    ['per_page=501', 'per_page'],
    ['full=ja', 'full'],
    ['format=xml', 'format'],
    ['modified_after=i%20g%C3%A5r', 'modified_after'],
    ['organization_id=7', 'organization_id'],
    ['postcode=4000', 'postcode'],
    ['proximity=500', 'proximity'],
    ['modifed_after=2026-01-01', 'modifed_after'],
    [`search=${'a'.repeat(501)}`, 'search'],
  ])('%s', async (query, field) => {
    expect(await problem(`/services?${query}`)).toMatchObject({ status: 400, errors: [{ field }] })
  })
  test('a term nobody knows, and one that nothing can be found by', async () => {
    const unknown = await problem('/services?taxonomy_term_id=0e0f539a-8217-4015-90dd-f923e6c73659')
    expect(unknown).toMatchObject({ status: 422, errors: [{ field: 'taxonomy_term_id' }] })
    const stale = (await page<Term>('/taxonomy_terms?search=stale')).contents[0]
    expect((await problem(`/services?taxonomy_term_id=${stale?.id}`)).errors[0]?.detail).toContain('Friskhed'.toLowerCase())
    expect((await problem('/organizations?full=true&per_page=50')).errors[0]?.detail).toContain('højst 20')
  })
})

test('terms are found by taxonomy and by what is above them', async () => {
  const child = (await page<Term>('/taxonomy_terms?per_page=500')).contents.find(({ parent_id }) => parent_id)
  const below = await page<Term>(`/taxonomy_terms?parent_id=${child?.parent_id}&taxonomy_id=${child?.taxonomy_id}&per_page=500`)
  expect(below.contents.map(({ id }) => id)).toContain(child?.id)
  const top = await page<Term>('/taxonomy_terms?top_only=true&per_page=500')
  expect(top.contents.some(({ parent_id }) => parent_id)).toBe(false)
})
