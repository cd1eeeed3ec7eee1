import { describe, expect, test } from 'vitest'
import { apiKeyOf } from '../../../../tests/setup/api-key.ts'
import { type Visitor, world } from '../../../../tests/world.ts'

const w = world()
const meld = '/plan/parter/faxe/KT1/meld'
const fields = { state: 'running', publicNote: 'Vi er begyndt med nye kontrakter.', day: '2026-03-01', seen: '' }

/** What the form was made from, as it stands in the form. */
async function seenBy(visitor: Visitor, path = meld): Promise<string> {
  return (await visitor.get(path)).text.match(/name="seen" value="(\d*)"/)?.[1] ?? 'none'
}

describe('a report', () => {
  test('is public at once, as not approved, with day and role', async () => {
    const faxe = await w.as('contributor', 'faxe')
    const answer = await faxe.post(meld, fields)
    expect(answer.status).toBe(303)
    expect(answer.location).toMatch(/^\/plan\/parter\/faxe\?kvittering=.*#KT1$/)
    expect((await faxe.get(answer.location)).text).toContain('Status for KT1 er gemt: I gang.')
    const page = (await w.citizen.get('/plan/parter/faxe')).text
    expect(page).toContain('Vi er begyndt med nye kontrakter.')
    expect(page).toContain('Ikke godkendt')
    expect(page).toContain('Meldt 2. marts 2026 af indberetter · gælder 1. marts 2026')
  })

  test('of an approver is approved with it', async () => {
    await (await w.as('approver', 'faxe')).post(meld, fields)
    const page = (await w.citizen.get('/plan/parter/faxe')).text
    expect(page).toContain('af godkender')
    expect(page).not.toContain('Ikke godkendt')
  })

  test('of the secretariat says so, and waits for the party to approve it', async () => {
    const office = await w.as('secretariat')
    expect((await office.post('/plan/parter/faxe/KT1/meld-for', fields)).status).toBe(303)
    const page = (await w.citizen.get('/plan/parter/faxe')).text
    expect(page).toContain('Indberettet af sekretariatet 2. marts 2026')
    expect(page).toContain('Ikke godkendt')
  })

  test('that corrects another begins with what was said, and both stay in the history', async () => {
    const faxe = await w.as('contributor', 'faxe')
    await faxe.post(meld, fields)
    const form = (await faxe.get(meld)).text
    expect(form).toContain('Vi er begyndt med nye kontrakter.')
    expect(form).toMatch(/value="running"[^>]*checked|checked[^>]*value="running"/)
    await faxe.post(meld, { ...fields, state: 'daily_use', publicNote: 'Alle nye kontrakter.', seen: await seenBy(faxe) })
    const history = (await w.citizen.get('/plan/parter/faxe/KT1')).text
    expect(history.indexOf('Alle nye kontrakter.')).toBeLessThan(history.indexOf('Vi er begyndt med nye kontrakter.'))
  })

  test('comes to the matrix at once, with how many have reported', async () => {
    expect((await w.citizen.get('/plan/status')).text).toContain('0 af 18 har meldt')
    await (await w.as('contributor', 'faxe')).post(meld, fields)
    const matrix = (await w.citizen.get('/plan/status')).text
    expect(matrix).toContain('1 af 18 har meldt')
    expect(matrix).toContain('href="/plan/parter/faxe/KT1" data-p="Faxe"><b>I gang, ikke godkendt</b>')
  })
})

describe('a report of an earlier day than what holds', () => {
  const older = { ...fields, state: 'planned', day: '2026-01-15', publicNote: 'Det planlagde vi i januar.' }

  test('is told to be history, and what holds stays', async () => {
    const faxe = await w.as('contributor', 'faxe')
    await faxe.post(meld, fields)
    expect((await faxe.get(meld)).text).toContain('Skriver I en dag før 1. marts 2026, bliver meldingen gemt som historie')
    const { location } = await faxe.post(meld, { ...older, seen: await seenBy(faxe) })
    expect(location).toMatch(/^\/plan\/parter\/faxe\/KT1\?kvittering=/)
    const told = (await faxe.get(location)).text
    expect(told).toContain('gemt som historie: Planlagt 15. januar 2026. Det er stadig »I gang«, der gælder')
    expect(told).toContain('Det planlagde vi i januar.')
    expect(told).toContain('Kun historie')
    const page = (await w.citizen.get('/plan/parter/faxe')).text
    expect(page).toContain('Vi er begyndt med nye kontrakter.')
    expect(page).not.toContain('Det planlagde vi i januar.')
    expect((await w.citizen.get('/plan/status')).text).toContain('<b>I gang, ikke godkendt</b>')
    const feed = (await w.citizen.get('/plan/aendringer.atom')).text
    expect(feed).toContain('Faxe: KT1 var »Planlagt« 15. januar 2026')
  })

  test('waits for the approver where the party wants it so, and is history after the yes too', async () => {
    const approver = await w.as('approver', 'faxe')
    await approver.post(meld, fields)
    await approver.post('/plan/parter/faxe/visning', { show: 'approved' })
    const faxe = await w.as('contributor', 'faxe')
    const { location } = await faxe.post(meld, { ...older, seen: await seenBy(faxe) })
    expect((await faxe.get(location)).text).toContain('Den vises for andre, når en godkender har godkendt den.')
    const report = (await approver.get('/plan/parter/faxe/KT1/godkend')).text.match(/name="report" value="(\d+)"/)?.[1] ?? ''
    expect((await approver.post('/plan/parter/faxe/KT1/godkend', { report })).status).toBe(303)
    expect((await w.citizen.get('/plan/parter/faxe')).text).not.toContain('Det planlagde vi i januar.')
    expect((await w.citizen.get('/plan/parter/faxe/KT1')).text).toContain('Det planlagde vi i januar.')
  })

  test('leaves one of a later day that waits for the approver waiting, and is approved after it as history', async () => {
    const approver = await w.as('approver', 'faxe')
    await approver.post('/plan/parter/faxe/visning', { show: 'approved' })
    const faxe = await w.as('contributor', 'faxe')
    await faxe.post(meld, fields)
    const { location } = await faxe.post(meld, { ...older, seen: await seenBy(faxe) })
    expect((await faxe.get(location)).text).toContain('Jeres melding for 1. marts 2026, »I gang«, venter stadig på godkendelse.')
    const approveNext = async () => {
      const page = (await approver.get('/plan/parter/faxe/KT1/godkend')).text
      const report = page.match(/name="report" value="(\d+)"/)?.[1] ?? ''
      expect((await approver.post('/plan/parter/faxe/KT1/godkend', { report })).status).toBe(303)
      return page
    }
    expect(await approveNext()).toContain('I gang')
    expect((await w.citizen.get('/plan/parter/faxe')).text).toContain('Vi er begyndt med nye kontrakter.')
    w.now = new Date(w.now.getTime() + 60_000)
    expect(await approveNext()).toContain('Planlagt')
    expect((await w.citizen.get('/plan/status')).text).toContain('<b>I gang</b>')
    expect((await w.citizen.get('/plan/parter/faxe/KT1')).text).toContain('Det planlagde vi i januar.')
  })

  test('that an approver makes is shown, and one of a later day still waits for a yes', async () => {
    const approver = await w.as('approver', 'faxe')
    await approver.post('/plan/parter/faxe/visning', { show: 'approved' })
    await (await w.as('contributor', 'faxe')).post(meld, fields)
    await approver.post(meld, { ...older, seen: await seenBy(approver) })
    expect((await w.citizen.get('/plan/parter/faxe')).text).toContain('Det planlagde vi i januar.')
    w.now = new Date(w.now.getTime() + 60_000)
    const report = (await approver.get('/plan/parter/faxe/KT1/godkend')).text.match(/name="report" value="(\d+)"/)?.[1] ?? ''
    expect((await approver.post('/plan/parter/faxe/KT1/godkend', { report })).status).toBe(303)
    expect((await w.citizen.get('/plan/parter/faxe')).text).toContain('Vi er begyndt med nye kontrakter.')
  })

  test('of the same day takes its place: it corrects it', async () => {
    const faxe = await w.as('contributor', 'faxe')
    await faxe.post(meld, fields)
    await faxe.post(meld, { ...fields, state: 'paused', seen: await seenBy(faxe) })
    expect((await w.citizen.get('/plan/status')).text).toContain('<b>Sat på pause, ikke godkendt</b>')
  })
})

describe('is refused, and nothing is saved', () => {
  test.each([
    ['without a state', { state: '' }, 'Vælg, hvor langt I er.'],
    ['when blocked without a reason', { state: 'blocked' }, 'Skriv hvorfor'],
    ['when not relevant without a reason', { state: 'not_relevant' }, 'Skriv hvorfor'],
    ['for a day to come', { day: '2026-03-03' }, 'Dagen er ikke kommet endnu'],
    ['with a CPR number in the note', { publicNote: 'Ring til 010190-1234' }, 'CPR-nummer'],
    ['with a link that is none', { evidence: 'javascript:alert(1)' }, 'https://'],
  ])('%s', async (_, more, sentence) => {
    const faxe = await w.as('contributor', 'faxe')
    const answer = await faxe.post(meld, { ...fields, ...more })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
    expect((await w.citizen.get('/plan/status')).text).toContain('0 af 18 har meldt')
  })

  test('by somebody who is not of the party', async () => {
    const greve = await w.as('contributor', 'greve')
    expect((await greve.post(meld, fields)).status).toBe(403)
    expect((await greve.get(meld)).status).toBe(403)
    expect((await (await w.as('reader', 'faxe')).post(meld, fields)).status).toBe(403)
    expect((await (await w.as('contributor', 'faxe')).post('/plan/parter/faxe/KT1/meld-for', fields)).status).toBe(403)
    expect((await w.citizen.get(meld)).location).toMatch(/^\/log-ind/)
  })

  test('of an area or a party there is not', async () => {
    const faxe = await w.as('contributor', 'faxe')
    expect((await faxe.post('/plan/parter/faxe/KT9/meld', fields)).status).toBe(404)
    expect((await faxe.get('/plan/parter/atlantis/KT1/meld')).status).toBe(404)
    expect((await w.citizen.get('/plan/parter/socialtilsyn-oest')).status).toBe(404)
  })
})

describe('two people at once', () => {
  test('the second sees the first beside what was written, and may send it again on top', async () => {
    const anne = await w.as('contributor', 'faxe')
    const bo = await w.as('contributor', 'faxe')
    const seen = await seenBy(bo)
    await anne.post(meld, { ...fields, publicNote: 'Annes ord.' })
    const refused = await bo.post(meld, { ...fields, state: 'paused', publicNote: 'Bos ord.', seen })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('En anden har meldt imens')
    expect(refused.text).toContain('Annes ord.')
    expect(refused.text).toContain('Bos ord.')
    expect((await w.citizen.get('/plan/parter/faxe')).text).not.toContain('Bos ord.')
    const again = refused.text.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
    expect((await bo.post(meld, { ...fields, state: 'paused', publicNote: 'Bos ord.', seen: again })).status).toBe(303)
    const history = (await w.citizen.get('/plan/parter/faxe/KT1')).text
    expect(history).toContain('Annes ord.')
    expect(history).toContain('Bos ord.')
  })

  test('also when the first waits for approval and is not shown yet', async () => {
    await (await w.as('approver', 'faxe')).post('/plan/parter/faxe/visning', { show: 'approved' })
    const anne = await w.as('contributor', 'faxe')
    await anne.post(meld, { ...fields, publicNote: 'Annes ord.' })
    const refused = await anne.post(meld, { ...fields, publicNote: 'Igen.' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Annes ord.')
  })
})

describe('through the open API', () => {
  const tokenOf = async (partyKey: string) => apiKeyOf(w, await w.as('contributor', partyKey))
  const path = '/api/v1/parties/faxe/statuses/KT1'

  test('a report is made by the same rule, and answered with its number', async () => {
    const key = await tokenOf('faxe')
    const made = await w.citizen.json(path, { state: 'planned', day: '2026-03-01' }, key)
    expect(made.status).toBe(201)
    expect(made.json()).toMatchObject({ id: expect.any(Number) })
    const refused = await w.citizen.json(path, { state: 'running', day: '2026-03-01' }, key)
    expect(refused.status).toBe(422)
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ field: 'seen' }] })
    const { id } = made.json() as { id: number }
    expect((await w.citizen.json(path, { state: 'running', day: '2026-03-01', seen: id }, key)).status).toBe(201)
    expect((await w.citizen.json(`${path}/confirmations`, { report: id }, key)).status).toBe(422)
  })

  test('nobody reports for another party, or without a key', async () => {
    expect((await w.citizen.json(path, { state: 'planned', day: '2026-03-01' }, await tokenOf('greve'))).status).toBe(403)
    expect((await w.citizen.json(path, { state: 'planned', day: '2026-03-01' })).status).toBe(403)
  })
})
