import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../../tests/world.ts'
import { actorOfApiToken } from '../index.ts'
import { addKey } from '../store/sessions.ts'

const w = world()

const grantOf = async ({ personId }: Visitor, role: string) => {
  const [row] = await w.sql<{ id: number }[]>`
    select id from role_grant where person_id = ${personId ?? 0} and role = ${role} and ended_at is null`
  return row?.id ?? 0
}
const at = ({ personId }: Visitor) => `/kontor/personer/${personId}`

describe('the list of people', () => {
  test('shows roles and party, and finds by a part of the name, also misspelled accents', async () => {
    const admin = await w.as('administrator')
    await w.as('contributor', 'koege')
    await w.sql`insert into person ${w.sql({ subject: 'abc-123', name: 'Programleder Åse, Køge' })}`
    const all = (await admin.get('/kontor/personer')).text
    expect(all).toContain('Indberetter, Køge')
    expect((await admin.get('/kontor/personer?soeg=programleder ase')).text).toContain('Programleder Åse')
    expect((await admin.get('/kontor/personer?soeg=ABC-1')).text).toContain('Programleder Åse')
    expect((await admin.get('/kontor/personer?soeg=programleder')).text).not.toContain('Indberetter, Køge')
    expect((await admin.get('/kontor/personer?soeg=%25')).text).toContain('Ingen passer til det')
  })

  test.each(['/kontor/personer', '/kontor/personer/ny', '/kontor/personer/1'])('%s is for administrators alone', async (path) => {
    for (const role of ['secretariat', 'reader'] as const) expect((await (await w.as(role)).get(path)).status).toBe(403)
    expect((await (await w.as('approver', 'faxe')).get(path)).status).toBe(403)
    expect((await w.citizen.get(path)).status).toBe(303)
  })

  test.each(['0', '999999999', 'x', '1e3'])('there is no person %s', async (id) => {
    expect((await (await w.as('administrator')).get(`/kontor/personer/${id}`)).status).toBe(404)
  })
})

describe('a person who has not signed in yet', () => {
  test('is added with an id, and can be given a role', async () => {
    const admin = await w.as('administrator')
    const fields = { navn: 'Programleder, Slagelse', subject: 'f3-aa', email: '' }
    const added = await admin.post('/kontor/personer/ny', fields)
    const [row] = await w.sql<{ id: number; email: string | undefined }[]>`select id, email from person where subject = 'f3-aa'`
    expect(added.location).toContain(`/kontor/personer/${row?.id}?`)
    expect(row?.email).toBeUndefined()
    expect((await admin.get(`/kontor/personer/${row?.id}`)).text).toContain('Endnu ikke')
    const twice = await admin.post('/kontor/personer/ny', fields)
    expect([twice.status, twice.text.includes('allerede en person med dette id')]).toEqual([422, true])
  })

  test('is refused with a CPR number for an id', async () => {
    const admin = await w.as('administrator')
    expect((await admin.post('/kontor/personer/ny', { navn: 'Leder', subject: '0101901234' })).status).toBe(422)
  })

  test('is added by administrators alone', async () => {
    const fields = { navn: 'Mig', subject: 'mig' }
    expect((await (await w.as('secretariat')).post('/kontor/personer/ny', fields)).status).toBe(403)
  })
})

describe('giving a role', () => {
  test('works at once, for the one it is given to', async () => {
    const admin = await w.as('administrator')
    const reader = await w.as('reader')
    expect((await reader.get('/kontor/personer')).status).toBe(403)
    const given = await admin.post(`${at(reader)}/roller/ny`, { rolle: 'administrator', part: '' })
    expect(given.status).toBe(303)
    expect((await reader.get('/kontor/personer')).status).toBe(200)
    expect((await reader.get('/mig')).text).toContain('Givet her af administrator')
  })

  test('stands in the audit log, with who did it', async () => {
    const admin = await w.as('administrator')
    const reader = await w.as('reader')
    await admin.post(`${at(reader)}/roller/ny`, { rolle: 'contributor', part: 'faxe' })
    const [deed] = await w.sql`select actor_id, subject, detail from deed order by id desc limit 1`
    expect(deed).toEqual({
      actorId: admin.personId,
      subject: `person:${reader.personId}`,
      detail: { role: 'contributor', party: 'faxe' },
    })
  })

  test.each([
    [{ rolle: 'contributor', part: '' }, 'Vælg den part'],
    [{ rolle: 'contributor', part: 'atlantis' }, 'Vælg en part på listen'],
    [{ rolle: 'secretariat', part: 'faxe' }, 'gælder alle parter'],
    [{ rolle: 'reader', part: '' }, 'har allerede denne rolle'],
    [{ rolle: 'citizen', part: '' }, 'Vælg en rolle'],
    [{ rolle: '', part: '' }, 'Vælg en rolle'],
  ])('%o is refused: %s', async (fields, why) => {
    const admin = await w.as('administrator')
    const reader = await w.as('reader')
    const answer = await admin.post(`${at(reader)}/roller/ny`, fields)
    expect([answer.status, answer.text.includes(why)]).toEqual([422, true])
    expect(await w.sql`select 1 from role_grant where person_id = ${reader.personId ?? 0}`).toHaveLength(1)
  })

  test('nobody gives himself a role', async () => {
    const me = await w.as('secretariat')
    expect((await me.post(`${at(me)}/roller/ny`, { rolle: 'administrator', part: '' })).status).toBe(403)
  })

  test('a party that has not begun can be chosen, one that has ended cannot', async () => {
    const admin = await w.as('administrator')
    const page = async () => (await admin.get(`${at(admin)}/roller/ny`)).text
    expect(await page()).toContain('Region Østdanmark')
    await w.sql`update party set valid_until = '2026-03-02' where key = 'region-sjaelland'`
    expect(await page()).not.toContain('Region Sjælland</option>')
  })
})

describe('ending a role', () => {
  test('takes effect at once and keeps from when to when', async () => {
    const admin = await w.as('administrator')
    const other = await w.as('administrator')
    const address = `${at(other)}/roller/${await grantOf(other, 'administrator')}/slut`
    expect((await admin.get(address)).text).toContain('Afslut rollen')
    expect((await admin.post(address)).status).toBe(303)
    expect((await other.get('/kontor/personer')).status).toBe(403)
    const [row] = await w.sql`select ended_at, ended_by from role_grant where person_id = ${other.personId ?? 0}`
    expect(row).toEqual({ endedAt: w.now, endedBy: admin.personId })
    expect((await admin.post(address)).status).toBe(422)
  })

  test('the last administrator cannot end the own role; the last but one can', async () => {
    const admin = await w.as('administrator')
    const address = `${at(admin)}/roller/${await grantOf(admin, 'administrator')}/slut`
    const refused = await admin.post(address)
    expect([refused.status, refused.text.includes('mindst én administrator')]).toEqual([422, true])
    expect((await admin.get('/kontor/personer')).status).toBe(200)
    await w.as('administrator')
    expect((await admin.post(address)).location).toContain('/mig?')
  })

  test('what the identity provider gives is ended there', async () => {
    const admin = await w.as('administrator')
    const person = await w.as('reader')
    await w.sql`update role_grant set origin = 'identity provider' where person_id = ${person.personId ?? 0}`
    expect((await admin.get(at(person))).text).toContain('Afsluttes i arbejdsloginet')
    const answer = await admin.post(`${at(person)}/roller/${await grantOf(person, 'reader')}/slut`)
    expect([answer.status, answer.text.includes('Fjern den dér')]).toEqual([422, true])
  })

  test('is for administrators, and for a role of the person named', async () => {
    const [admin, person, other] = [await w.as('administrator'), await w.as('reader'), await w.as('reader')]
    const grant = await grantOf(person, 'reader')
    expect((await other.post(`${at(person)}/roller/${grant}/slut`)).status).toBe(403)
    expect((await admin.post(`${at(other)}/roller/${grant}/slut`)).status).toBe(404)
    expect(await grantOf(person, 'reader')).toBe(grant)
  })
})

describe('signing a person out', () => {
  test('ends every session and every key', async () => {
    const admin = await w.as('administrator')
    const person = await w.as('reader')
    const key = await addKey(w.sql, person.personId ?? 0, { name: 'x', expiresAt: new Date('2027-01-01'), now: w.now })
    expect((await admin.get(`${at(person)}/log-ud`)).status).toBe(200)
    expect((await admin.post(`${at(person)}/log-ud`)).status).toBe(303)
    expect((await person.get('/mig')).status).toBe(303)
    expect(await actorOfApiToken(w.sql, key, w.now)).toBeUndefined()
    expect((await admin.get('/mig')).status).toBe(200)
  })

  test('oneself, but for here', async () => {
    const admin = await w.as('administrator')
    await admin.post(`${at(admin)}/log-ud`)
    expect((await admin.get('/mig')).status).toBe(200)
  })

  test('is for administrators', async () => {
    const person = await w.as('reader')
    expect((await (await w.as('secretariat')).post(`${at(person)}/log-ud`)).status).toBe(403)
    expect((await person.get('/mig')).status).toBe(200)
  })
})
