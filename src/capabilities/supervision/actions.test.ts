import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../tests/world.ts'

const w = world()

const offerId = async (name = 'Fændediget') => {
  const [row] = await w.sql<{ id: number }[]>`select id from offer where name = ${name}`
  return row?.id ?? 0
}

const decision = {
  kind: 'intensified',
  colour: '',
  day: '2026-02-01',
  authorityKey: 'oest',
  validFrom: '2026-02-01',
  lastDay: '2026-07-31',
  text: 'Tilbuddet skal have en plan for nattevagter.',
  published: 'yes',
  publishedUrl: 'https://tilbudsportalen.dk/afgoerelse/1',
  source: 'Tilbudsportalen',
}
const closed = {
  ...decision,
  kind: 'conditions',
  lastDay: '',
  published: 'no',
  publishedUrl: '',
  source: 'Sag 12-345',
  text: 'Højst tre beboere ad gangen.',
}

const write = async (who: Visitor, fields: Record<string, string> = decision) =>
  who.post(`/tilsyn/tilbud/${await offerId()}/ny`, fields)

/** The first row of the newest decision. */
const newest = async () => {
  const [row] = await w.sql<{ id: number }[]>`select id from supervision_fact where root_id is null order by id desc limit 1`
  return row?.id ?? 0
}

const count = async () => Number((await w.sql<{ n: number }[]>`select count(*) as n from supervision_fact`)[0]?.n)

describe('a decision', () => {
  test('written by the socialtilsyn is seen by everybody, with the link, in the list and on the offer', async () => {
    const { status, location } = await write(await w.as('socialtilsyn'))
    const id = await offerId()
    expect([status, location.split('?')[0]]).toEqual([303, `/tilsyn/tilbud/${id}`])
    for (const path of ['/tilsyn', `/tilsyn/tilbud/${id}`, `/tilbud/${id}`]) {
      const { text } = await w.citizen.get(path)
      expect(text).toContain('Skærpet tilsyn')
      expect(text).not.toContain('socialtilsyn </')
    }
    expect((await w.citizen.get('/tilsyn')).text).toContain('href="https://tilbudsportalen.dk/afgoerelse/1"')
    expect((await w.citizen.get(`/tilbud/${id}`)).text).toMatch(
      /Fra socialtilsynet.*fra 1. februar 2026 til og med 31. juli 2026/s,
    )
  })

  test('that is not published is seen by the parties and the socialtilsyn, and by nobody else', async () => {
    await write(await w.as('secretariat'), closed)
    const path = `/tilsyn/tilbud/${await offerId()}`
    const sees = async (who: Visitor) => (await who.get(path)).text.includes('Højst tre beboere')
    expect(await sees(w.citizen)).toBe(false)
    expect(await sees(await w.as('reader', 'koege'))).toBe(false)
    expect(await sees(await w.as('provider', 'faxe'))).toBe(false)
    expect(await sees(await w.as('provider', 'koege'))).toBe(true)
    expect(await sees(await w.as('contributor', 'faxe'))).toBe(true)
    expect(await sees(await w.as('socialtilsyn'))).toBe(true)
    expect((await w.citizen.get('/tilsyn/afgoerelser.csv?vis=alt')).text).not.toContain('Højst tre')
    expect((await w.citizen.get('/api/v1/supervision')).text).not.toContain('Højst tre')
    expect((await (await w.as('approver', 'faxe')).get('/tilsyn/afgoerelser.csv')).text).toContain('Højst tre')
  })

  test.each([
    [{ text: 'Borgeren 010190-1234 er flyttet.' }, 'CPR-nummer'],
    [{ text: 'x'.repeat(301) }, 'højst 300 tegn'],
    [{ text: 'Der er mistanke om noget.' }, 'mistanke'],
    [{ publishedUrl: 'https://avisen.dk/1' }, 'selv har offentliggjort'],
    [{ publishedUrl: '' }, 'Skriv linket'],
    [{ published: 'no' }, 'Der står et link'],
    [{ published: '' }, 'Sig, om myndigheden'],
    [{ source: '' }, 'Skriv, hvor det står'],
    [{ day: '2026-03-03' }, 'ikke kommet endnu'],
    [{ authorityKey: 'ankestyrelsen' }, 'ikke truffet den første'],
    [{ authorityKey: 'mig' }, 'Vælg en myndighed'],
    [{ lastDay: '2026-08-01' }, 'højst gælde 6 måneder'],
    [{ kind: 'risk', colour: 'red', lastDay: '', published: 'no', publishedUrl: '' }, 'undersøgelse'],
    [{ kind: 'rygte' }, 'Vælg, hvad der er afgjort'],
  ])('with %j is refused and nothing is written', async (wrong, why) => {
    const { status, text } = await write(await w.as('socialtilsyn'), { ...decision, ...wrong })
    expect(status).toBe(422)
    expect(text).toContain(why)
    expect(await count()).toBe(0)
  })

  test('about a foster family is refused in words', async () => {
    const id = await offerId()
    await w.sql`
      update place_line set bases = '{bl-43-1-1-3}' where unit_id in (select id from offer_unit where offer_id = ${id})`
    const { status, text } = await write(await w.as('socialtilsyn'))
    expect(status).toBe(422)
    expect(text).toContain('Tilsyn med en plejefamilie skrives aldrig her')
    expect(await count()).toBe(0)
  })

  test('is written only by the socialtilsyn and the secretariat, about an offer there is', async () => {
    for (const role of ['contributor', 'provider', 'approver'] as const)
      expect((await write(await w.as(role, 'koege'))).status).toBe(403)
    expect((await write(w.citizen)).status).toBe(403)
    expect((await (await w.as('socialtilsyn')).post('/tilsyn/tilbud/999999/ny', decision)).status).toBe(404)
    expect(await count()).toBe(0)
  })
})

describe('what became of it', () => {
  test('overturned by Ankestyrelsen: the decision stays and says so, and no longer stands on top of the offer', async () => {
    const who = await w.as('socialtilsyn')
    await write(who)
    const root = await newest()
    const overturned = {
      kind: 'annulled',
      day: '2026-03-01',
      authorityKey: 'ankestyrelsen',
      text: 'Intern note',
      published: 'no',
      source: 'Afgørelsen',
    }
    expect((await who.post(`/tilsyn/afgoerelser/${root}/siden`, overturned)).status).toBe(303)
    const id = await offerId()
    const { text } = await w.citizen.get(`/tilsyn/tilbud/${id}`)
    expect(text).toMatch(/Gælder ikke længere.*Skærpet tilsyn.*Ophævet.*Ophævet af Ankestyrelsen/s)
    expect(text).not.toContain('Intern note')
    expect((await w.citizen.get(`/tilbud/${id}`)).text).not.toContain('Fra socialtilsynet')
    expect((await w.citizen.get('/tilsyn?vis=alt')).text).toContain('Ophævet')
    expect((await w.citizen.get(`/tilsyn/tilbud/${id}`)).text).not.toContain('>Ret<')
  })

  test('cannot be older than the decision, nor said by whom it is not for', async () => {
    const who = await w.as('socialtilsyn')
    await write(who)
    const path = `/tilsyn/afgoerelser/${await newest()}/siden`
    const met = { kind: 'met', day: '2026-02-20', authorityKey: 'oest', published: 'no', source: 'Brev' }
    expect((await who.post(path, { ...met, day: '2026-01-31' })).text).toContain('kan ikke være ældre')
    expect((await who.post(path, { ...met, authorityKey: 'ankestyrelsen' })).text).toContain('Det er socialtilsynet')
    expect((await who.post(path, met)).status).toBe(303)
    expect((await who.post(path, { ...met, day: '2026-02-21' })).text).toContain('gælder ikke længere')
    expect(await count()).toBe(2)
  })

  test('is written by the socialtilsyn and the secretariat only, and of a decision there is', async () => {
    await write(await w.as('socialtilsyn'))
    const root = await newest()
    expect((await (await w.as('contributor', 'koege')).post(`/tilsyn/afgoerelser/${root}/siden`, {})).status).toBe(403)
    expect((await (await w.as('secretariat')).get('/tilsyn/afgoerelser/999999/siden')).status).toBe(404)
  })
})

describe('a correction', () => {
  const corrected = async (who: Visitor, more: Record<string, string>) => {
    const root = await newest()
    return who.post(`/tilsyn/afgoerelser/${root}/ret`, { ...decision, corrects: String(root), reason: 'Forkert dag', ...more })
  }

  test('is a new row with its reason; the old one stands in the history', async () => {
    const who = await w.as('socialtilsyn')
    await write(who)
    expect((await corrected(who, { lastDay: '2026-05-31' })).status).toBe(303)
    const { text } = await who.get(`/tilsyn/tilbud/${await offerId()}`)
    expect(text).toMatch(/til og med 31. maj 2026.*Sådan stod der før.*Rettet: Forkert dag.*til og med 31. juli 2026/s)
    expect(await count()).toBe(2)
    await expect(w.sql`update supervision_fact set text = 'x'`).rejects.toThrow('stays written')
  })

  test('needs a reason, and is made of what stands now', async () => {
    const who = await w.as('socialtilsyn')
    await write(who)
    expect((await corrected(who, { reason: '' })).text).toContain('Skriv, hvorfor det rettes')
    expect((await corrected(who, {})).status).toBe(303)
    const again = await corrected(await w.as('secretariat'), { lastDay: '2026-04-30' })
    expect([again.status, again.text.includes('En anden har rettet det')]).toEqual([422, true])
    expect(await count()).toBe(2)
  })

  test('may take a decision back: nobody outside sees it, whoever writes sees why, and no more is written of it', async () => {
    const who = await w.as('socialtilsyn')
    await write(who)
    await corrected(who, { withdrawn: 'ja', reason: 'Skrevet ved det forkerte tilbud' })
    const path = `/tilsyn/tilbud/${await offerId()}`
    expect((await w.citizen.get(path)).text).not.toContain('Skærpet tilsyn')
    expect((await w.citizen.get(`${path}?pr=2026-03-02`)).text).not.toContain('Skærpet tilsyn')
    expect((await who.get(path)).text).toMatch(/Trukket tilbage.*det forkerte tilbud/s)
    const more = await who.post(`/tilsyn/afgoerelser/${await newest()}/siden`, {
      kind: 'met',
      day: '2026-03-01',
      authorityKey: 'oest',
      published: 'no',
      source: 'x',
    })
    expect(more.text).toContain('trukket tilbage')
  })

  test('of an outcome is a new row too', async () => {
    const who = await w.as('socialtilsyn')
    await write(who)
    const met = { kind: 'met', day: '2026-02-20', authorityKey: 'oest', published: 'no', source: 'Brev' }
    await who.post(`/tilsyn/afgoerelser/${await newest()}/siden`, met)
    const root = await newest()
    const fields = { ...met, day: '2026-02-25', corrects: String(root), reason: 'Forkert dag' }
    expect((await who.post(`/tilsyn/udfald/${root}/ret`, fields)).status).toBe(303)
    expect((await who.get(`/tilsyn/tilbud/${await offerId()}`)).text).toContain('25. februar 2026')
    expect((await who.post(`/tilsyn/udfald/${root}/ret`, fields)).status).toBe(422)
    expect((await (await w.as('approver', 'koege')).post(`/tilsyn/udfald/${root}/ret`, fields)).status).toBe(403)
    expect((await who.get('/tilsyn/udfald/999999/ret')).status).toBe(404)
  })
})

describe('reading', () => {
  test('a page as of an earlier day knows nothing of what was written later', async () => {
    await write(await w.as('socialtilsyn'))
    expect((await w.citizen.get('/tilsyn?pr=2026-03-01')).text).not.toContain('Fændediget')
    w.now = new Date('2026-03-05T09:00:00Z')
    expect((await w.citizen.get('/tilsyn?pr=2026-03-02')).text).toContain('Fændediget')
  })

  test('what is over is shown to everybody for the time the rule says, also when read as of earlier', async () => {
    await write(await w.as('socialtilsyn'))
    const path = `/tilsyn/tilbud/${await offerId()}`
    w.now = new Date('2028-07-30T09:00:00Z')
    expect((await w.citizen.get(path)).text).toContain('Skærpet tilsyn')
    w.now = new Date('2028-08-01T09:00:00Z')
    expect((await w.citizen.get(path)).text).not.toContain('Skærpet tilsyn')
    expect((await w.citizen.get(`${path}?pr=2026-04-01`)).text).not.toContain('Skærpet tilsyn')
    expect((await (await w.as('contributor', 'faxe')).get(path)).text).toMatch(/Skærpet tilsyn.*Vises ikke længere offentligt/s)
  })

  test('nothing written is said not to be nothing decided', async () => {
    const { text } = await w.citizen.get(`/tilsyn/tilbud/${await offerId()}`)
    expect(text).toContain('betyder ikke, at der intet er afgjort')
  })

  test('the list is chosen by kind, and goes out as a workbook', async () => {
    await write(await w.as('socialtilsyn'))
    expect((await w.citizen.get('/tilsyn?art=injunction')).text).toContain('Ingen afgørelser at vise')
    expect((await w.citizen.get('/tilsyn?art=intensified')).text).toContain('Fændediget')
    const { status, headers } = await w.citizen.get('/tilsyn/afgoerelser.xlsx')
    expect([status, headers.get('content-type')?.includes('spreadsheetml')]).toEqual([200, true])
  })

  test('the socialtilsyn finds an offer by its name, and sees what runs out', async () => {
    const who = await w.as('socialtilsyn')
    await write(who)
    const found = await who.get('/tilsyn/opgaver?q=faende')
    expect(found.text).toContain(`href="/tilsyn/tilbud/${await offerId()}/ny"`)
    expect((await who.get('/tilsyn/opgaver?q=100%25')).text).toContain('Intet tilbud hedder')
    expect(found.text).toContain('Ingen frist er udløbet')
    w.now = new Date('2026-07-10T09:00:00Z')
    const later = await w.as('socialtilsyn')
    expect((await later.get('/tilsyn/opgaver')).text).toMatch(/Hvad skete der\?.*Skærpet tilsyn, Fændediget/s)
    expect((await (await w.as('contributor', 'koege')).get('/tilsyn/opgaver')).status).toBe(403)
  })
})
