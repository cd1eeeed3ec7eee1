import { describe, expect, test } from 'vitest'
import { world } from '../../../../tests/world.ts'
import { actorOfApiToken } from '../index.ts'
import { beginSession } from '../store/sessions.ts'

const w = world()

const tokenIn = (text: string) => /faelles_[\w-]{43}/.exec(text)?.[0] ?? ''

describe('mine data', () => {
  test('shows who is signed in everything that is stored, and nothing of others', async () => {
    const other = await w.as('contributor', 'koege')
    const me = await w.as('contributor', 'faxe')
    await other.post('/mig/noegler/ny', { navn: 'De andres nøgle', dage: '30' })
    await me.post('/mig/noegler/ny', { navn: 'Til regnearket', dage: '30' })
    await w.sql`insert into outbox ${w.sql({ messageId: 'm1', createdAt: w.now, recipient: 'a@b.example', recipientId: me.personId ?? 0, subject: 's', body: 'b', topic: 't' })}`
    const { text } = await me.get('/mig')
    for (const said of ['contributor faxe', 'Indberetter, Faxe', 'Til regnearket', 'Lavede en nøgle', 'Denne browser'])
      expect(text).toContain(said)
    expect(text).toMatch(/Mails til dig<\/dt><dd>1</)
    expect(text).not.toContain('De andres nøgle')
  })

  test('says what was done in plain Danish, also where the deed told nothing', async () => {
    const me = await w.as('secretariat')
    const bytes = new TextEncoder().encode('Part;Status\n')
    expect((await me.post('/regneark', { file: new File([bytes], 'status.csv') })).status).toBe(303)
    const { text } = await me.get('/mig')
    expect(text).toContain('Læste et regneark ind')
    expect(text).not.toContain('plan.import')
  })

  test('can be taken along as a file, without the hash of anything', async () => {
    const me = await w.as('approver', 'faxe')
    await me.post('/mig/noegler/ny', { navn: 'Til regnearket', dage: '30' })
    const file = await me.get('/mig/data.json')
    expect(file.headers.get('content-disposition')).toContain('mine-data.json')
    expect(file.json()).toMatchObject({
      person: { id: me.personId, name: 'approver faxe' },
      roles: [{ role: 'approver', partyName: 'Faxe' }],
      sessions: [{ current: true }],
      keys: [{ name: 'Til regnearket' }],
      deeds: [{ name: 'me.read /mig/noegler/ny' }],
      mails: 0,
    })
    expect(file.text).not.toMatch(/hash/i)
  })

  test('roles that ended stay, with the day', async () => {
    const me = await w.as('reader')
    await w.sql`insert into role_grant ${w.sql({ personId: me.personId ?? 0, role: 'provider', endedAt: new Date('2026-02-03T10:00:00Z') })}`
    expect((await me.get('/mig')).text).toContain('3. feb. 2026')
  })

  test('is for those who are signed in', async () => {
    expect((await w.citizen.get('/mig')).location).toBe('/log-ind?videre=%2Fmig')
    expect((await w.citizen.get('/mig/data.json')).status).toBe(303)
  })
})

describe('a key to the open API', () => {
  test('is shown once, and only its hash is kept', async () => {
    const me = await w.as('contributor', 'faxe')
    const _key = crypto.randomUUID()
    const made = await me.post('/mig/noegler/ny', { navn: 'Til regnearket', dage: '90', _key })
    const token = tokenIn(made.text)
    expect([made.status, token.length]).toEqual([200, 51])
    expect(await actorOfApiToken(w.sql, token, w.now)).toMatchObject({ id: me.personId, grants: [{ role: 'contributor' }] })
    const again = await me.post('/mig/noegler/ny', { navn: 'Til regnearket', dage: '90', _key })
    expect([again.status, tokenIn(again.text)]).toEqual([303, ''])
    const kept = await w.sql<{ whole: string }[]>`select t::text as whole from api_token t union all select d::text from deed d`
    expect(kept.filter(({ whole }) => whole.includes(token))).toEqual([])
    expect(tokenIn((await me.get('/mig')).text)).toBe('')
  })

  test('works for as long as was chosen, and notes when it was last used', async () => {
    const me = await w.as('reader')
    const token = tokenIn((await me.post('/mig/noegler/ny', { navn: 'Kort', dage: '30' })).text)
    const begun = w.now.getTime()
    expect(await actorOfApiToken(w.sql, token, new Date(begun + 30 * 86_400_000 - 1))).toBeDefined()
    expect(await actorOfApiToken(w.sql, token, new Date(begun + 30 * 86_400_000))).toBeUndefined()
    expect(await w.sql`select 1 from api_token where last_used is not null`).toHaveLength(1)
  })

  test('can be ended, by whose it is and nobody else', async () => {
    const me = await w.as('reader')
    const token = tokenIn((await me.post('/mig/noegler/ny', { navn: 'Gammel', dage: '30' })).text)
    const [row] = await w.sql<{ id: number }[]>`select id from api_token`
    const address = `/mig/noegler/${row?.id}/slut`
    const other = await w.as('administrator')
    expect((await other.get(address)).status).toBe(404)
    expect((await other.post(address)).status).toBe(404)
    expect((await me.get(address)).text).toContain('Afslut nøglen')
    expect((await me.post(address)).location).toMatch(/^\/mig\?kvittering=.+#noegler$/)
    expect(await actorOfApiToken(w.sql, token, w.now)).toBeUndefined()
    expect((await me.post(address)).status).toBe(404)
  })

  test('needs a name without a CPR number and a known lifetime', async () => {
    const me = await w.as('reader')
    expect((await me.post('/mig/noegler/ny', { navn: '', dage: '90' })).text).toContain('Skriv, hvad nøglen skal bruges til.')
    expect((await me.post('/mig/noegler/ny', { navn: '010190-1234', dage: '90' })).status).toBe(422)
    const wrong = await me.post('/mig/noegler/ny', { navn: 'Evig', dage: '99999' })
    expect([wrong.status, wrong.text.includes('value="Evig"')]).toEqual([422, true])
    expect(await w.sql`select 1 from api_token`).toHaveLength(0)
  })

  test('is for those who are signed in', async () => {
    expect((await w.citizen.get('/mig/noegler/ny')).status).toBe(303)
    expect((await w.citizen.post('/mig/noegler/ny', { navn: 'x', dage: '30' })).status).toBe(403)
  })
})

describe('signed in elsewhere', () => {
  test('the other sessions can be ended, and this one stays', async () => {
    const me = await w.as('reader')
    const id = me.personId ?? 0
    await beginSession(w.sql, id, new Date(w.now.getTime() + 3_600_000), w.now)
    const other = await w.as('reader')
    expect((await me.get('/mig')).text).toContain('Et andet sted')
    expect((await me.get('/mig/log-ud-andre')).status).toBe(200)
    expect((await me.post('/mig/log-ud-andre')).status).toBe(303)
    expect(await w.sql`select 1 from session where person_id = ${id}`).toHaveLength(1)
    expect((await me.get('/mig')).status).toBe(200)
    expect((await other.get('/mig')).status).toBe(200)
  })
})
