import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { planOn } from '../plan/index.ts'

const w = world()

const ground = { day: '2026-03-01', source: 'Referat af Styregruppen 27-02-2026, punkt 4' }
const today = '2026-03-02'

const item = async (key: string, day = today) => (await planOn(w.sql, day)).withKey(key)
const factCount = async () => (await w.sql<{ count: number }[]>`select count(*) from plan_fact`)[0]?.count
const factIdOf = async (key: string, field: string, value: string) =>
  (
    await w.sql<{ id: number }[]>`
    select f.id from plan_fact f join plan_item i on i.id = f.item_id
    where i.key = ${key} and f.field = ${field} and f.value = ${w.sql.json(value)}`
  )[0]?.id

describe('every deed', () => {
  const choosing = '/plan/ret/KT1'
  const deeds = [
    choosing,
    '/plan/ret/KT1/felt/startTerm',
    '/plan/ret/I12-2/udsaet',
    '/plan/ret/I12-2/gennemfoert',
    '/plan/ret/KT1/ny/initiativ',
    '/plan/ret/I10/ny/fase',
    '/plan/ret/I10/ny/milepael',
    '/plan/ret/I6/ud',
    '/plan/ret/I10/kobling',
    '/plan/ret/I10/ressourcer',
  ]

  test.each(deeds)('%s is for the secretariat alone', async (path) => {
    expect((await w.citizen.get(path)).location).toContain('/log-ind')
    for (const role of ['reader', 'provider', 'socialtilsyn', 'administrator'] as const)
      expect((await (await w.as(role)).get(path)).status).toBe(403)
    for (const role of ['contributor', 'approver'] as const) expect((await (await w.as(role, 'faxe')).get(path)).status).toBe(403)
    if (path !== choosing) expect((await (await w.as('contributor', 'faxe')).post(path, ground)).status).toBe(403)
    expect((await (await w.as('secretariat')).get(path)).status).toBe(200)
  })

  test.each([
    '/plan/ret/KT9/felt/startTerm',
    '/plan/ret/KT1/felt/ukendt',
    '/plan/ret/KT1/felt/toString',
    '/plan/ret/KT1/ny/fase',
    '/plan/ret/KT1/ny/andet',
    '/plan/ret/P1/udsaet',
    '/plan/ret/KT1/ud',
    '/plan/ret/P1/kobling',
    '/plan/ret/KT1/ressourcer',
    '/plan/ret/I10/kobling/999999/fjern',
  ])('%s is not there', async (path) => {
    expect((await (await w.as('secretariat')).get(path)).status).toBe(404)
    expect((await (await w.as('secretariat')).post(path, { ...ground, value: 'x' })).status).toBe(404)
  })

  test('says so when the day has not come, the source is missing, or a CPR number is written, and saves nothing', async () => {
    const secretariat = await w.as('secretariat')
    const before = await factCount()
    const path = '/plan/ret/KT1/felt/startTerm'
    expect((await secretariat.post(path, { ...ground, value: 'Efterår 2026', day: '2026-03-03' })).text).toContain(
      'Datoen er ikke kommet endnu',
    )
    expect((await secretariat.post(path, { ...ground, value: 'Efterår 2026', source: '' })).text).toContain('hvor du har det fra')
    expect((await secretariat.post(path, { ...ground, value: '010203-1234' })).status).toBe(422)
    expect(await factCount()).toBe(before)
  })
})

describe('a correction', () => {
  test('is a new dated fact with the person’s own source; the old stays as history', async () => {
    const secretariat = await w.as('secretariat')
    const answer = await secretariat.post('/plan/ret/KT1/felt/startTerm', {
      ...ground,
      value: 'Forår 2026',
      note: 'Rykket af Styregruppen',
    })
    expect(answer.status).toBe(303)
    expect(answer.location).toContain('/plan/indsatsomraader/KT1')
    const page = (await w.citizen.get('/plan/indsatsomraader/KT1')).text
    expect(page).toContain('Forår 2026')
    expect(page).toContain(ground.source)
    expect(page).toContain('Sådan stod det før')
    expect((await item('KT1', '2026-02-28'))?.text('startTerm')).toBe('Efterår 2024')
    const history = (await w.citizen.get('/plan/historik/KT1')).text
    expect(history).toContain('Efterår 2024')
    expect(history).toContain('Sekretariatet')
    expect(history).not.toContain('secretariat')
    expect((await secretariat.get('/plan/historik/KT1')).text).toContain('secretariat')
  })

  test('is told in the audit log', async () => {
    await (await w.as('secretariat')).post('/plan/ret/KT1/felt/startTerm', { ...ground, value: 'Forår 2026' })
    const [deed] = await w.sql<{ name: string; subject: string }[]>`select name, subject from deed order by id desc limit 1`
    expect(deed).toEqual({ name: 'plan.edit /plan/ret/:key/felt/:field', subject: 'plan:KT1' })
  })

  test('is read by the kind of field', async () => {
    const secretariat = await w.as('secretariat')
    expect((await secretariat.post('/plan/ret/KT1/felt/programmeYear', { ...ground, value: 'snart' })).text).toContain('helt tal')
    expect(
      (await secretariat.post('/plan/ret/KT1/felt/planned', { ...ground, from: '2027-01-01', to: '2026-01-01' })).text,
    ).toContain('slutter, før den begynder')
    expect((await secretariat.post('/plan/ret/I10/felt/responsible', { ...ground, value: 'ukendt' })).text).toContain('på listen')
    expect((await secretariat.post('/plan/ret/KT1/felt/programmeYear', { ...ground, value: '2027' })).status).toBe(303)
    expect((await item('KT1'))?.number('programmeYear')).toBe(2027)
  })

  test('that changes nothing, or is older than what stands there, is refused', async () => {
    const secretariat = await w.as('secretariat')
    expect((await secretariat.post('/plan/ret/KT1/felt/startTerm', { ...ground, value: 'Efterår 2024' })).text).toContain(
      'allerede det samme',
    )
    const older = await secretariat.post('/plan/ret/KT1/felt/startTerm', { ...ground, value: 'Forår 2026', day: '2024-01-01' })
    expect(older.text).toContain('allerede en oplysning fra 4. oktober 2024')
    expect(older.text).toContain('value="Forår 2026"')
  })

  test('of several values replaces or takes back the chosen one, and the history says so', async () => {
    const secretariat = await w.as('secretariat')
    const replaces = String(await factIdOf('I10', 'party', 'SL'))
    await secretariat.post('/plan/ret/I10/felt/party', { ...ground, replaces, value: 'Socialpædagogernes Landsforbund' })
    expect((await item('I10'))?.texts('party')).toContain('Socialpædagogernes Landsforbund')
    expect((await item('I10'))?.texts('party')).not.toContain('SL')
    expect((await item('I10', '2026-02-28'))?.texts('party')).toContain('SL')
    const gone = String(await factIdOf('I10', 'party', 'Lolland Kommune'))
    await secretariat.post('/plan/ret/I10/felt/party', { ...ground, replaces: gone, value: '' })
    expect((await item('I10'))?.texts('party')).not.toContain('Lolland Kommune')
    expect((await w.citizen.get('/plan/historik/I10')).text).toContain(`Taget tilbage af sekretariatet efter »${ground.source}«`)
    expect((await secretariat.post('/plan/ret/I10/felt/party', { ...ground, replaces: gone, value: 'Igen' })).text).toContain(
      'rettet af en anden',
    )
  })

  test('can be corrected again on the same day', async () => {
    const secretariat = await w.as('secretariat')
    await secretariat.post('/plan/ret/KT1/felt/startTerm', { ...ground, value: 'Forår 2027' })
    await secretariat.post('/plan/ret/KT1/felt/startTerm', { ...ground, value: 'Forår 2026' })
    expect((await item('KT1'))?.text('startTerm')).toBe('Forår 2026')
  })

  test('an empty field takes back the value, and nothing older comes up instead', async () => {
    await (await w.as('secretariat')).post('/plan/ret/KT1/felt/summary', { ...ground, value: '' })
    expect((await item('KT1'))?.said('summary')).toBeUndefined()
    expect((await item('KT1', '2026-02-28'))?.text('summary')).toContain('KL’s standardkontrakt')
    expect((await (await w.as('secretariat')).post('/plan/ret/KT1/felt/title', { ...ground, value: '' })).text).toContain(
      'har en titel',
    )
  })
})

describe('time', () => {
  const later = { from: '2026-06-01', to: '2026-06-30', words: 'juni 2026', reason: 'Mødet blev aflyst.' }

  test('a postponement keeps the old time and says why', async () => {
    const answer = await (await w.as('secretariat')).post('/plan/ret/I12-2/udsaet', { ...ground, ...later })
    expect(answer.location).toContain('/plan/initiativer/I12')
    const { text } = await w.citizen.get('/plan/initiativer/I12')
    expect(text).toContain('<s>8. august 2025</s>')
    expect(text).toContain('juni 2026')
    expect(text).toContain('Før: 8. august 2025. Nu: juni 2026. Mødet blev aflyst.')
  })

  test('a postponement to a time that is said by its days says each »til« once', async () => {
    const secretariat = await w.as('secretariat')
    const long = { ...ground, ...later, words: '', from: '2026-03-01', to: '2027-06-30' }
    const { location } = await secretariat.post('/plan/ret/I12-2/udsaet', long)
    const { text } = await secretariat.get(location)
    expect(text).toContain('Den nye tid er 1. marts 2026 til 30. juni 2027.')
    expect(text).toContain('Nu: 1. marts 2026 til 30. juni 2027.')
    expect(text).not.toMatch(/til 1\. marts 2026 til/)
  })

  test('a postponement goes forward, has a reason, and does not touch what is done', async () => {
    const secretariat = await w.as('secretariat')
    expect(
      (await secretariat.post('/plan/ret/I12-2/udsaet', { ...ground, ...later, from: '2025-08-01', to: '2025-08-08' })).text,
    ).toContain('frem i tiden')
    expect((await secretariat.post('/plan/ret/I12-2/udsaet', { ...ground, ...later, reason: '' })).text).toContain(
      'hvorfor det er udsat',
    )
    expect((await secretariat.post('/plan/ret/D2/udsaet', { ...ground, ...later })).text).toContain('allerede som gennemført')
  })

  test('a milestone is done on a day, once', async () => {
    const secretariat = await w.as('secretariat')
    const answer = await secretariat.post('/plan/ret/I11-M1/gennemfoert', { day: '2025-11-28', source: 'Mail fra Kalundborg' })
    expect(answer.status).toBe(303)
    expect((await item('I11-M1'))?.text('done')).toBe('2025-11-28')
    expect((await item('I11-M1', '2025-11-27'))?.said('done')).toBeUndefined()
    expect((await secretariat.post('/plan/ret/I11-M1/gennemfoert', { day: '2025-11-29', source: 'x' })).text).toContain(
      'allerede som gennemført',
    )
    expect((await secretariat.post('/plan/ret/I2-M1/gennemfoert', { day: '2026-03-03', source: 'x' })).text).toContain(
      'ikke kommet endnu',
    )
  })
})
