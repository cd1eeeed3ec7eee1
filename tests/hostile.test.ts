import { describe, expect, test } from 'vitest'
import { rooms } from '../src/app.ts'
import { text } from '../src/platform/values/fields.ts'
import { world } from './world.ts'

const w = world()

const strange = [
  '%00',
  '%E0%A4%A',
  "'%22",
  '-1',
  '1e9',
  '2147483648',
  '99999999999999999999',
  '__proto__',
  '%F0%9F%98%80',
  'a'.repeat(3000),
]
const names = (path: string) => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
const filled = (path: string, name: string | undefined, value: string) =>
  path.replace(/:(\w+)/g, (_, one: string) => (one === name ? value : (usual[one] ?? '1')))
const usual: Record<string, string> = { key: 'I3', slug: 'faxe' }

const addresses = rooms.flatMap((action) => [action.path, ...(action.apiRead ? [`/api/v1${action.apiRead.path}`] : [])])
const asked = addresses.filter((path) => names(path).length > 0 && !path.endsWith('/fremdrift'))

describe('an address that nobody made', () => {
  test.each(asked)('is no fault of ours: %s', async (path) => {
    const visitor = await w.as('administrator')
    for (const name of names(path)) {
      for (const value of strange) {
        const { status, headers } = await visitor.get(filled(path, name, value))
        expect(status, filled(path, name, value).slice(0, 80)).toBeLessThan(500)
        if (status >= 400) expect(headers.get('content-type')).toMatch(/^(text\/html|application\/problem\+json)/)
      }
    }
  })

  test('is told in Danish when it cannot be read at all', async () => {
    const { status, text } = await w.citizen.get('/plan/parter/%00')
    expect(status).toBe(400)
    expect(text).toContain('Adressen kan ikke læses')
    expect((await w.citizen.get('/api/v1/parties/%00/statuses')).headers.get('content-type')).toContain(
      'application/problem+json',
    )
  })
})

describe('what is sent from elsewhere', () => {
  const foreign = { origin: 'https://et-andet-sted.example', 'content-type': 'application/x-www-form-urlencoded' }
  const send = (path: string, headers: Record<string, string>, method = 'POST') =>
    w.app.request(`http://localhost${path}`, { method, headers, body: 'person=1' })

  test('is refused with a page that says so, and signs nobody in', async () => {
    const answer = await send('/log-ind/demo', foreign)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Det blev ikke sendt fra Fælles')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('is refused too when it does not say where it comes from', async () => {
    expect((await send('/log-ind/demo', { 'content-type': foreign['content-type'] })).status).toBe(403)
  })

  test.each(['PUT', 'DELETE', 'PATCH'])('finds no deed behind %s', async (method) => {
    expect((await send('/plan', foreign, method)).status).toBe(403)
    expect((await send('/plan', { ...foreign, origin: 'http://localhost' }, method)).status).toBe(404)
  })

  test('may be a program with a key: the open API knows nobody by a cookie', async () => {
    const answer = await send('/api/v1/parties/faxe/statuses/KT1', foreign)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ detail: 'Kald med en nøgle: Authorization: Bearer …' })
  })
})

test('a text that the database cannot keep is refused at its field', () => {
  for (const value of ['a\u0000b', 'a\u0007b', 'a\ud800b']) {
    expect(text().safeParse(value).error?.issues[0]?.message).toBe('Teksten indeholder tegn, der ikke kan gemmes.')
  }
  expect(text().parse('Blåbærgrød 😀\nto linjer')).toBe('Blåbærgrød 😀\nto linjer')
})

test('what is too large is answered, and the line it came on is closed', async () => {
  const visitor = await w.as('secretariat')
  const answer = await visitor.post('/plan/parter/faxe/KT1/meld-for', { status: 'running', note: 'a'.repeat(300_000) })
  expect(answer.status).toBe(413)
  expect(answer.text).toContain('Det sendte er for stort')
  expect(answer.headers.get('connection')).toBe('close')
})
