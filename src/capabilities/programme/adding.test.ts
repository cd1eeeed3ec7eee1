import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { planOn } from '../plan/index.ts'

const w = world()

const ground = { day: '2026-03-01', source: 'Referat af Styregruppen 27-02-2026, punkt 4' }
const today = '2026-03-02'

const item = async (key: string, day = today) => (await planOn(w.sql, day)).withKey(key)

describe('new things', () => {
  test('an initiative gets the next key, a page, and carries the area it stands under', async () => {
    const answer = await (await w.as('secretariat')).post('/plan/ret/KT3/ny/initiativ', {
      ...ground,
      title: 'Fælles takstark',
      summary: 'Ét ark til alle.',
      responsible: 'oekonomi',
    })
    expect(answer.location).toContain('/plan/initiativer/I13')
    expect((await w.citizen.get('/plan/initiativer/I13')).text).toContain('<h1>Fælles takstark</h1>')
    expect((await w.citizen.get('/plan/indsatsomraader/KT3')).text).toContain('Fælles takstark')
    expect((await item('I13'))?.to('carries').map(({ key }) => key)).toEqual(['KT3'])
    expect(await item('I13', '2026-02-28')).toBeUndefined()
  })

  test('a phase and a milestone stand on the page of their initiative', async () => {
    const secretariat = await w.as('secretariat')
    await secretariat.post('/plan/ret/I6/ny/fase', {
      ...ground,
      title: 'Prøves af i tre kommuner',
      from: '2026-04-01',
      to: '2026-06-30',
    })
    await secretariat.post('/plan/ret/I6/ny/milepael', { ...ground, title: 'Skabelonen er klar', deliverable: 'En skabelon' })
    expect((await item('I6-1'))?.period('planned')?.text).toBe('2. kvartal 2026')
    expect((await item('I6-M1'))?.text('deliverable')).toBe('En skabelon')
    const { text } = await w.citizen.get('/plan/initiativer/I6')
    expect(text).toContain('Prøves af i tre kommuner')
    expect(text).toContain('Skabelonen er klar')
  })

  test('a decision under the agreement stands among the decisions', async () => {
    await (await w.as('secretariat')).post('/plan/ret/RA2025/ny/milepael', {
      ...ground,
      title: 'Midtvejsstatus til KKR',
      from: '2026-06-10',
    })
    expect((await w.citizen.get('/plan/beslutninger')).text).toContain('Midtvejsstatus til KKR')
  })

  test('the same title twice, half a period and an unknown body are refused', async () => {
    const secretariat = await w.as('secretariat')
    expect(
      (await secretariat.post('/plan/ret/KT1/ny/initiativ', { ...ground, title: 'KL’s standardkontrakter i høj kvalitet' })).text,
    ).toContain('står her allerede')
    expect((await secretariat.post('/plan/ret/KT1/ny/initiativ', { ...ground, title: 'Nyt', to: '2026-06-10' })).text).toContain(
      'første dag',
    )
    expect((await secretariat.post('/plan/ret/KT1/ny/initiativ', { ...ground, title: 'Nyt', responsible: 'x' })).text).toContain(
      'på listen',
    )
    expect((await secretariat.post('/plan/ret/KT1/ny/initiativ', ground)).text).toContain('Skriv en titel')
  })

  test('the same form sent twice adds one', async () => {
    const secretariat = await w.as('secretariat')
    const fields = { ...ground, title: 'Kun én gang', _key: 'samme-formular' }
    await secretariat.post('/plan/ret/KT1/ny/initiativ', fields)
    await secretariat.post('/plan/ret/KT1/ny/initiativ', fields)
    expect((await planOn(w.sql, today)).items.filter(({ title }) => title === 'Kun én gang')).toHaveLength(1)
  })

  test('what was added by mistake is taken out, and its history stays', async () => {
    const secretariat = await w.as('secretariat')
    await secretariat.post('/plan/ret/KT1/ny/initiativ', { ...ground, title: 'En fejl' })
    const answer = await secretariat.post('/plan/ret/I13/ud', ground)
    expect(answer.location).toContain('/plan/historik/I13')
    expect(await item('I13')).toBeUndefined()
    expect((await w.citizen.get('/plan')).text).not.toContain('En fejl')
    expect((await w.citizen.get('/plan/initiativer/I13')).text).toContain('taget ud af planen')
    expect((await w.citizen.get('/plan/historik/I13')).text).toContain('En fejl')
    await secretariat.post('/plan/ret/KT1/ny/initiativ', { ...ground, title: 'Den rigtige' })
    expect((await item('I14'))?.title).toBe('Den rigtige')
  })

  test('what has parts, or is waited for, is not taken out', async () => {
    const secretariat = await w.as('secretariat')
    expect((await secretariat.post('/plan/ret/I10/ud', ground)).text).toContain('Tag den ud først')
    expect((await secretariat.post('/plan/ret/I12-1/ud', ground)).text).toContain('Fjern koblingen først')
  })
})

describe('links', () => {
  test('an initiative waits for another, and both pages say so', async () => {
    const answer = await (await w.as('secretariat')).post('/plan/ret/I6/kobling', { ...ground, kind: 'depends', target: 'I5' })
    expect(answer.status).toBe(303)
    expect((await w.citizen.get('/plan/initiativer/I6')).text).toContain('Kan først begynde efter')
    expect((await w.citizen.get('/plan/initiativer/I5')).text).toContain('Andre venter på det')
  })

  test('a circle of dependencies is refused, through others and through parts too', async () => {
    const secretariat = await w.as('secretariat')
    const link = (from: string, target: string) =>
      secretariat.post(`/plan/ret/${from}/kobling`, { ...ground, kind: 'depends', target })
    expect((await link('I6', 'I6')).text).toContain('vente på sig selv')
    expect((await link('I12-1', 'I12-3')).text).toContain('vente på hinanden')
    expect((await link('I12', 'I12-1')).text).toContain('vente på hinanden')
    expect((await link('I5', 'I6')).status).toBe(303)
    expect((await link('I6', 'I5')).text).toContain('vente på hinanden')
  })

  test('of the wrong kind, to something unknown, or twice are refused', async () => {
    const secretariat = await w.as('secretariat')
    const link = (kind: string, target: string) => secretariat.post('/plan/ret/I6/kobling', { ...ground, kind, target })
    expect((await link('carries', 'P1')).text).toContain('skal pege på indsatsområde')
    expect((await link('carries', 'KT99')).text).toContain('Vælg noget, der står i planen')
    expect((await link('carries', 'KV1')).text).toContain('er der allerede')
    expect((await link('result', 'KV1')).text).toContain('Vælg, hvad koblingen betyder')
  })

  test('are taken away again from a day on', async () => {
    const secretariat = await w.as('secretariat')
    const [link] = await w.sql<{ id: number }[]>`
      select l.id from plan_link l where l.kind = 'carries' and l.from_id = ${await w.item('I6')}`
    const answer = await secretariat.post(`/plan/ret/I6/kobling/${link?.id}/fjern`, ground)
    expect(answer.status).toBe(303)
    expect((await item('I6'))?.to('carries')).toEqual([])
    expect((await item('I6', '2026-02-28'))?.to('carries')).toHaveLength(1)
  })
})

describe('larger resources', () => {
  const path = '/plan/ret/I10/ressourcer'

  test('are asked for with the bodies that decide, and shown', async () => {
    const answer = await (await w.as('secretariat')).post(path, { ...ground, needs: 'ja', route: 'k17,kkr' })
    expect(answer.location).toContain('#ressourcer')
    expect((await item('I10'))?.texts('decisionRoute')).toEqual(['k17', 'kkr'])
    expect((await w.citizen.get('/plan/initiativer/I10')).text).toContain('Kræver større ressourcer')
  })

  test('are not needed after all: the route ends and its history stays', async () => {
    const secretariat = await w.as('secretariat')
    await secretariat.post(path, { ...ground, day: '2026-02-01', needs: 'ja', route: 'k17' })
    await secretariat.post(path, { ...ground, needs: 'nej' })
    expect((await item('I10'))?.flag('needsResources')).toBe(false)
    expect((await item('I10'))?.texts('decisionRoute')).toEqual([])
    expect((await item('I10', '2026-02-28'))?.texts('decisionRoute')).toEqual(['k17'])
  })

  test('need an answer, a route and known bodies, and a change', async () => {
    const secretariat = await w.as('secretariat')
    expect((await secretariat.post(path, ground)).text).toContain('Vælg ja eller nej')
    expect((await secretariat.post(path, { ...ground, needs: 'ja' })).text).toContain('mindst ét organ')
    expect((await secretariat.post(path, { ...ground, needs: 'ja', route: 'ukendt' })).text).toContain('organer på listen')
    await secretariat.post(path, { ...ground, needs: 'ja', route: 'k17' })
    expect((await secretariat.post(path, { ...ground, needs: 'ja', route: 'k17' })).text).toContain('allerede det samme')
  })
})
