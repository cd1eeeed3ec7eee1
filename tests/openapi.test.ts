import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { loadTrial } from '../src/capabilities/trial/index.ts'
import { world } from './world.ts'

const w = world()

beforeEach(async () => {
  w.now = new Date()
  await loadTrial(w.sql)
  await (await w.as('secretariat')).post('/plan/rapporter/frys', { title: 'Prøve' })
})

type Described = { paths: Record<string, { get?: { parameters: { in: string; name: string }[]; responses: Answers } }> }
type Answers = { 200: { content?: Record<string, { schema: object }> } }

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addFormat('uuid', (text: string) => z.uuid().safeParse(text).success)
ajv.addFormat('date', (text: string) => z.iso.date().safeParse(text).success)
ajv.addFormat('date-time', (text: string) => z.iso.datetime({ offset: true }).safeParse(text).success)
ajv.addFormat('uri', (text: string) => URL.canParse(text))

/** Something that is there, for each name in an address. */
const there: Record<string, string> = {
  '/api/v1/principles/{slug}': '/api/v1/principles/faelles-om-kvalitet',
  '/api/v1/areas/{key}': '/api/v1/areas/KT1',
  '/api/v1/initiatives/{key}': '/api/v1/initiatives/I1',
  '/api/v1/parties/{slug}/statuses': '/api/v1/parties/faxe/statuses',
  '/api/v1/parties/{slug}/statuses/{key}': '/api/v1/parties/faxe/statuses/KT1',
  '/api/v1/legal-bases/{key}': '/api/v1/legal-bases/sel-107',
}

/** The first that a list tells of. */
const lists: Record<string, (list: never) => string | undefined> = {
  '/api/v1/snapshots/{slug}': ({ snapshots }: { snapshots: { slug: string }[] }) => snapshots[0]?.slug,
  '/api/v1/offers/{id}': ({ results }: { results: { offerId: number }[] }) => String(results[0]?.offerId),
}
const firstOfPage = ({ contents }: { contents: { id: string }[] }) => contents[0]?.id

async function known(path: string): Promise<string> {
  const [list = '', name] = path.split(/\/(?=\{\w+\}$)/)
  const usual = there[path] ?? path
  const first = lists[path] ?? (list.startsWith('/api/hsds') ? firstOfPage : undefined)
  if (!name || !first) return usual
  return `${list}/${first((await w.citizen.get(list)).json() as never)}`
}

describe.each(['/api/v1', '/api/hsds'])('the description of %s', (base) => {
  test('is true of every answer that can be fetched', async () => {
    const { paths } = (await w.citizen.get(`${base}/openapi.json`)).json() as Described
    const wrong: unknown[] = []
    for (const [path, { get }] of Object.entries(paths)) {
      const schema = get?.responses[200].content?.['application/json']?.schema
      if (!schema) continue
      const { status, json } = await w.citizen.get(await known(path))
      const validate = ajv.compile(schema)
      if (status === 404 && path.includes('{') && !there[path]) continue
      if (status !== 200) wrong.push({ path, status })
      else if (!validate(json())) wrong.push({ path, errors: validate.errors?.slice(0, 3) })
    }
    expect(Object.keys(paths).length).toBeGreaterThan(5)
    expect(wrong).toEqual([])
  })
})
