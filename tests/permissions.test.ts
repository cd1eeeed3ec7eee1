import { expect, test } from 'vitest'
import { type Actor, citizen, may, permissions, type Role, roles } from '../src/access.ts'
import { rooms } from '../src/app.ts'
import type { Action } from '../src/platform/action.ts'
import { world } from './world.ts'

const w = world()
const everybody = Object.keys(roles) as Role[]
const OWN = 1
const OTHER = 2

const actorWith = (role: Role): Actor => (role === 'citizen' ? citizen : { id: 1, name: role, grants: [{ role, partyId: OWN }] })

/** 'alt' anything, 'eget' only what is the own party's, '' nothing. */
const reachOf = (role: Role, permission: Action['may']): string => {
  const actor = actorWith(role)
  if (may(actor, permission, { partyId: OTHER })) return 'alt'
  return may(actor, permission, { partyId: OWN }) ? 'eget' : ''
}

const deeds = rooms.flatMap((action) => {
  const reads = [{ method: 'GET', action }]
  return action.submit ? [...reads, { method: 'POST', action }] : reads
})

test('the matrix of every deed and every role is the one written down in docs/permissions.md', async () => {
  const rows = deeds
    .map(({ method, action }) => [`${method} ${action.path}`, action.may, ...everybody.map((role) => reachOf(role, action.may))])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const text = [
    '# Hvem må hvad',
    '',
    'Skrevet af `tests/permissions.test.ts` ud fra `src/access.ts` og hver handlings egen erklæring. »alt«: på alles vegne; »eget«: kun egen part; tomt: ikke.',
    '',
    line(['Handling', 'Tilladelse', ...everybody.map((role) => roles[role])]),
    line(['---', '---', ...everybody.map(() => '---')]),
    ...rows.map(line),
    '',
  ].join('\n')
  await expect(text).toMatchFileSnapshot('../docs/permissions.md')
})

test('every address is declared once', () => {
  const addresses = deeds.map(({ method, action }) => `${method} ${action.path}`)
  expect(addresses.filter((address, at) => addresses.indexOf(address) !== at)).toEqual([])
})

test('what is rendered once for all is open to all', () => {
  expect(rooms.filter(({ open, may }) => open && !('citizen' in permissions[may])).map(({ path }) => path)).toEqual([])
})

test('every permission is used by a deed or asked for on a page', async () => {
  const { readdirSync, readFileSync } = await import('node:fs')
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && path !== 'access.ts',
  )
  const text = files.map((path) => readFileSync(`src/${path}`, 'utf8')).join('\n')
  expect(Object.keys(permissions).filter((permission) => !text.includes(`'${permission}'`))).toEqual([])
})

/** So few that nobody sends more within a minute than one may. */
const someAtATime = Array.from({ length: Math.ceil(deeds.length / 60) }, (_, at) => deeds.slice(at * 60, at * 60 + 60))

/** Nobody passes on a closed address with a role that may not, whatever is in the address. */
test.each(someAtATime)('every closed address refuses whoever may not, through the whole program (%#)', async (...some) => {
  const visitors = new Map(
    await Promise.all(
      everybody.map(
        async (role) => [role, role === 'citizen' ? w.citizen : await w.as(role, needsParty(role) ? 'faxe' : undefined)] as const,
      ),
    ),
  )
  const passed: string[] = []
  for (const { method, action } of some) {
    const path = action.path.replace(/:(\w+)/g, (_, name: string) => foreign[name] ?? 'greve')
    for (const [role, visitor] of visitors) {
      if (reachOf(role, action.may) === 'alt') continue
      const { status, location } = method === 'GET' ? await visitor.get(path) : await visitor.post(path, {})
      const refused = status === 403 || status === 404 || status === 401 || (status === 303 && location.startsWith('/log-ind'))
      const ownWay = reachOf(role, action.may) === 'eget' && !action.path.includes(':')
      if (!refused && !ownWay) passed.push(`${role} ${method} ${path} → ${status}`)
    }
  }
  expect(passed).toEqual([])
})

/** Things of Greve, asked for by people of Faxe. */
const foreign: Record<string, string> = { slug: 'greve', key: 'KT1', number: '1', year: '2025', id: '1', token: 'x' }
const needsParty = (role: Role) => role === 'contributor' || role === 'approver'
