import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { world } from '../../../tests/world.ts'
import { loadTrial } from '../trial/index.ts'

/**
 * The answers against the published schemas of HSDS 3.1 (openreferral/specification, CC BY-SA 4.0). They are not ours to copy, so they
 * lie beside the project or where HSDS_SCHEMAS says; without them these tests are skipped.
 */
const folder = process.env['HSDS_SCHEMAS'] ?? '../shared/standards/hsds'
const there = existsSync(`${folder}/service.json`)
if (!there) process.stderr.write(`HSDS: no published schemas in ${folder}, so nothing is validated against them.\n`)

type Schema = { properties: Record<string, unknown>; additionalProperties?: boolean }

/** What the standard itself adds where a thing is answered in full, and the attributes that carry what it has no field for. */
const added: Record<string, string[]> = {
  'service.json': ['capacities'],
  'service_capacity.json': ['attributes'],
  'organization.json': ['services'],
  'service_at_location.json': ['service'],
}

/** As published; and once more with every name that is not in the standard refused. */
function validators() {
  const published = new Ajv2020({ strict: false, allErrors: true })
  const closed = new Ajv2020({ strict: false, allErrors: true })
  for (const ajv of [published, closed]) {
    ajv.addFormat('uuid', (text: string) => z.uuid().safeParse(text).success)
    ajv.addFormat('date-time', (text: string) => z.iso.datetime({ offset: true }).safeParse(text).success)
    ajv.addFormat('uri', (text: string) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text))
    ajv.addFormat('email', (text: string) => z.email().safeParse(text).success)
  }
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'openapi.json')) {
    const schema = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Schema
    const more = Object.fromEntries((added[name] ?? []).map((property) => [property, {}]))
    published.addSchema(schema, name)
    closed.addSchema({ ...schema, properties: { ...schema.properties, ...more }, additionalProperties: false }, name)
  }
  return { published, closed }
}

const w = world()
const { published, closed } = there ? validators() : {}

beforeEach(async () => {
  w.now = new Date()
  await loadTrial(w.sql)
  await w.sql`update operator set website = 'www.eksempel.dk', cvr = '12345678', p_number = '1234567890', ean = '5790000000000'`
  await w.sql`update offer set website = 'https://eksempel.dk/tilbud', address = 'Vej 1, 4000 Roskilde', mailbox = 'navn@eksempel.dk'`
  await w.sql`update offer_unit set p_number = '1003351234'`
})

type Page = { total_items: number; contents: Record<string, unknown>[] }
const fetched = async (path: string) => (await w.citizen.get(`/api/hsds${path}`)).json()
const all = async (path: string) => (await fetched(`${path}${path.includes('?') ? '&' : '?'}per_page=500`)) as Page

function mustValidate(schema: string, things: readonly unknown[]) {
  for (const ajv of [published, closed]) {
    const validate = ajv?.getSchema(schema)
    for (const thing of things) {
      const valid = validate?.(thing)
      expect(
        valid ? [] : validate?.errors?.map(({ instancePath, message, params }) => ({ instancePath, message, params })),
      ).toEqual([])
    }
  }
}

describe.skipIf(!there)('every answer validates against the published schemas:', () => {
  test.each([
    ['services', 'service.json'],
    ['services?full=true', 'service.json'],
    ['organizations', 'organization.json'],
    ['locations', 'location.json'],
    ['service_at_locations', 'service_at_location.json'],
    ['service_at_locations?full=true', 'service_at_location.json'],
    ['taxonomies', 'taxonomy.json'],
    ['taxonomy_terms', 'taxonomy_term.json'],
  ])('%s', async (list, schema) => {
    const { total_items, contents } = await all(`/${list}`)
    expect(contents.length).toBe(Math.min(total_items, 500))
    expect(contents.length).toBeGreaterThan(5)
    mustValidate(schema, contents)
  })

  test('what a service carries, thing by thing', async () => {
    const { contents } = await all('/services?full=true')
    const parts = (name: string) => contents.flatMap((one) => one[name] as { attributes: unknown[] }[])
    for (const [name, schema] of [
      ['capacities', 'service_capacity.json'],
      ['cost_options', 'cost_option.json'],
      ['attributes', 'attribute.json'],
    ] as const) {
      expect(parts(name).length, name).toBeGreaterThan(5)
      mustValidate(schema, parts(name))
    }
    mustValidate(
      'attribute.json',
      parts('capacities').flatMap(({ attributes }) => attributes),
    )
  })

  test.each(['services', 'organizations', 'locations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'])(
    'one of %s',
    async (list) => {
      const { contents } = await all(`/${list}`)
      const schema = `${list === 'taxonomies' ? 'taxonomy' : list.slice(0, -1)}.json`
      for (const { id } of contents.slice(0, 20)) {
        const one = (await fetched(`/${list}/${id}`)) as { id: string }
        expect(one.id).toBe(id)
        mustValidate(schema, [one])
      }
    },
  )

  test('an organization with its services in full', async () => {
    const { contents } = await all('/organizations')
    const one = (await fetched(`/organizations/${contents[0]?.['id']}?full_service=true`)) as { services: unknown[] }
    expect(one.services.length).toBeGreaterThan(3)
    mustValidate('organization.json', [one])
    mustValidate('service.json', one.services)
  })
})

test('nobody’s own mailbox or name is in any answer', async () => {
  const text = (await w.citizen.get('/api/hsds/services?full=true&format=ndjson')).text
  expect(text).not.toContain('navn@eksempel.dk')
  expect(text).not.toMatch(/"(contacts|phones|email|updated_by)"/)
})
