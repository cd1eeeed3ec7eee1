import { describe, expect, test } from 'vitest'
import { type Visitor, world } from '../../../../tests/world.ts'

const w = world()

async function report(visitor: Visitor, area: string, more: Record<string, string> = {}): Promise<number> {
  const form = await visitor.get(`/plan/parter/faxe/${area}/meld`)
  const seen = form.text.match(/name="seen" value="(\d*)"/)?.[1] ?? ''
  await visitor.post(`/plan/parter/faxe/${area}/meld`, { state: 'running', day: '2026-03-01', seen, ...more })
  const [row] = await w.sql<{ id: number }[]>`select max(id) as id from status_report`
  return row?.id ?? 0
}

const page = async () => (await w.citizen.get('/plan/parter/faxe')).text

describe('"Stadig korrekt"', () => {
  test('keeps the state, says by whom and when, and makes an old report fresh', async () => {
    const id = await report(await w.as('contributor', 'faxe'), 'KT1', { publicNote: 'Som aftalt.' })
    w.now = new Date('2026-06-15T09:00:00Z')
    expect(await page()).toContain('Ikke bekræftet i 90 dage')
    const faxe = await w.as('contributor', 'faxe')
    const answer = await faxe.post('/plan/parter/faxe/KT1/bekraeft', { report: String(id) })
    expect(answer.status).toBe(303)
    const after = await page()
    expect(after).toContain('senest bekræftet 15. juni 2026 af indberetter')
    expect(after).toContain('Som aftalt.')
    expect(after).not.toContain('Ikke bekræftet i 90 dage')
  })

  test('for all at once leaves out what was changed meanwhile, and says so', async () => {
    const faxe = await w.as('contributor', 'faxe')
    await report(faxe, 'KT1')
    await report(faxe, 'KT2')
    const seen = (await faxe.get('/plan/parter/faxe/bekraeft')).text.match(/name="reports" value="([\d,]+)"/)?.[1] ?? ''
    expect(seen.split(',')).toHaveLength(2)
    await report(faxe, 'KT2', { publicNote: 'Nyt' })
    const { location } = await faxe.post('/plan/parter/faxe/bekraeft', { reports: seen })
    expect((await faxe.get(location)).text).toContain('1 melding er bekræftet. 1 er ændret imens')
    expect((await page()).match(/senest bekræftet/g)).toHaveLength(1)
  })

  test('is refused when a newer report came, which is then shown', async () => {
    const faxe = await w.as('contributor', 'faxe')
    const old = await report(faxe, 'KT1')
    await report(faxe, 'KT1', { publicNote: 'Det nye.' })
    const answer = await faxe.post('/plan/parter/faxe/KT1/bekraeft', { report: String(old) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('nyere melding imens')
    expect(answer.text).toContain('Det nye.')
  })

  test('is only for the party itself', async () => {
    const id = String(await report(await w.as('contributor', 'faxe'), 'KT1'))
    for (const other of [await w.as('contributor', 'greve'), await w.as('secretariat')]) {
      expect((await other.post('/plan/parter/faxe/KT1/bekraeft', { report: id })).status).toBe(403)
      expect((await other.post('/plan/parter/faxe/bekraeft', { reports: id })).status).toBe(403)
    }
    const faxe = await w.as('contributor', 'faxe')
    expect((await faxe.post('/plan/parter/faxe/KT9/bekraeft', { report: id })).status).toBe(404)
    expect((await faxe.post('/plan/parter/atlantis/bekraeft', { reports: id })).status).toBe(404)
  })
})

describe('approval', () => {
  test('takes away "ikke godkendt" and says when', async () => {
    const id = await report(await w.as('contributor', 'faxe'), 'KT1')
    expect(await page()).toContain('Ikke godkendt')
    const approver = await w.as('approver', 'faxe')
    expect((await approver.post('/plan/parter/faxe/KT1/godkend', { report: String(id) })).status).toBe(303)
    expect(await page()).not.toContain('Ikke godkendt')
    expect(await page()).toContain('godkendt 2. marts 2026')
  })

  test('of all that waits takes one press', async () => {
    const faxe = await w.as('contributor', 'faxe')
    const ids = [await report(faxe, 'KT1'), await report(faxe, 'KV1')]
    const approver = await w.as('approver', 'faxe')
    const { location } = await approver.post('/plan/parter/faxe/godkend', { reports: ids.join(',') })
    expect((await approver.get(location)).text).toContain('2 meldinger er godkendt.')
    expect(await page()).not.toContain('Ikke godkendt')
  })

  test('is not for those who report, for others, or for what is old', async () => {
    const faxe = await w.as('contributor', 'faxe')
    const old = String(await report(faxe, 'KT1'))
    expect((await faxe.post('/plan/parter/faxe/KT1/godkend', { report: old })).status).toBe(403)
    expect((await (await w.as('approver', 'greve')).post('/plan/parter/faxe/KT1/godkend', { report: old })).status).toBe(403)
    expect((await (await w.as('secretariat')).post('/plan/parter/faxe/godkend', { reports: old })).status).toBe(403)
    await report(faxe, 'KT1')
    const approver = await w.as('approver', 'faxe')
    const refused = await approver.post('/plan/parter/faxe/KT1/godkend', { report: old })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('nyere melding')
    expect((await approver.post('/plan/parter/atlantis/godkend', { reports: old })).status).toBe(404)
    expect((await approver.post('/plan/parter/faxe/godkend', { reports: '' })).status).toBe(422)
  })
})

describe('a party that approves first', () => {
  const note = { publicNote: 'Kun for os endnu.' }

  test('shows nothing to others until an approver says yes', async () => {
    const approver = await w.as('approver', 'faxe')
    await approver.post('/plan/parter/faxe/visning', { show: 'approved' })
    const faxe = await w.as('contributor', 'faxe')
    const id = await report(faxe, 'KT1', note)
    for (const address of ['/plan/parter/faxe', '/plan/parter/faxe/KT1', '/api/v1/statuses', '/api/v1/parties/faxe/statuses/KT1'])
      expect((await w.citizen.get(address)).text).not.toContain('Kun for os endnu.')
    expect((await w.citizen.get('/plan/status')).text).toContain('0 af 18 har meldt')
    expect((await (await w.as('contributor', 'greve')).get('/plan/parter/faxe')).text).not.toContain('Kun for os endnu.')
    expect((await faxe.get('/plan/parter/faxe')).text).toContain('Kun for os endnu.')
    expect((await (await w.as('secretariat')).get('/plan/parter/faxe')).text).toContain('Venter på godkendelse')
    await approver.post('/plan/parter/faxe/KT1/godkend', { report: String(id) })
    expect(await page()).toContain('Kun for os endnu.')
    expect((await w.citizen.get('/plan/status')).text).toContain('1 af 18 har meldt')
  })

  test('what waits cannot be confirmed, and the newest that waits is the one approved', async () => {
    const approver = await w.as('approver', 'faxe')
    await approver.post('/plan/parter/faxe/visning', { show: 'approved' })
    const faxe = await w.as('contributor', 'faxe')
    const first = await report(faxe, 'KT1', { publicNote: 'Første.' })
    expect((await faxe.post('/plan/parter/faxe/KT1/bekraeft', { report: String(first) })).status).toBe(422)
    const second = await report(faxe, 'KT1', { publicNote: 'Anden.' })
    expect((await approver.post('/plan/parter/faxe/KT1/godkend', { report: String(first) })).status).toBe(422)
    await approver.post('/plan/parter/faxe/godkend', { reports: `${first},${second}` })
    expect(await page()).toContain('Anden.')
    expect(await page()).not.toContain('Første.')
  })

  test('is chosen by its approver alone, and can be chosen away again', async () => {
    const path = '/plan/parter/faxe/visning'
    expect((await (await w.as('contributor', 'faxe')).post(path, { show: 'approved' })).status).toBe(403)
    expect((await (await w.as('approver', 'greve')).post(path, { show: 'approved' })).status).toBe(403)
    const approver = await w.as('approver', 'faxe')
    expect((await approver.post(path, { show: 'maybe' })).status).toBe(422)
    expect((await approver.get('/plan/parter/atlantis/visning')).status).toBe(404)
    await approver.post(path, { show: 'approved' })
    await approver.post(path, { show: 'once' })
    await report(await w.as('contributor', 'faxe'), 'KT1', note)
    expect(await page()).toContain('Kun for os endnu.')
  })
})
