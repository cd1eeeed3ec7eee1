import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'

const w = world()
const file = (concept: unknown[], version = '1') =>
  new File(
    [JSON.stringify({ resourceType: 'CodeSystem', url: 'urn:oid:1.2.3', title: 'Prøve-FFB', version, concept })],
    'ffb.json',
  )
const tree = (groups: string[]) => [
  { code: 'm', display: 'Målgruppe', concept: groups.map((display) => ({ code: display.toLowerCase(), display })) },
]
const pathOf = (location: string) => location.split('?')[0] ?? ''
const termId = async (label: string) =>
  (await w.sql<{ id: number }[]>`select id from term where label = ${label} order by id desc`)[0]?.id

describe('terms', () => {
  test('tell what they mean, where it is from, and that nobody has approved them yet', async () => {
    const page = (await w.citizen.get('/begreber')).text
    expect(page).toContain('Ikke godkendt endnu')
    expect((await w.citizen.get('/begreber?vis=maalgrupper')).text).toContain('Erhvervet hjerneskade')
    expect((await w.citizen.get('/begreber/999999')).status).toBe(404)
  })
  test('are added, approved, and must be approved again when the wording changes', async () => {
    const office = await w.as('secretariat')
    const written = { kind: 'concept', label: 'Aflastning', definition: 'Et kort ophold.', source: 'Egen' }
    const at = pathOf((await office.post('/begreber/nyt', written)).location)
    expect(
      (
        await office.post(`${at}/godkend`, {
          approvedBy: 'Styregruppen',
          approvedOn: '2026-02-01',
          source: 'Referat',
          version: '1',
        })
      ).status,
    ).toBe(303)
    expect((await w.citizen.get(at)).text).toContain('Styregruppen, 1. feb. 2026')
    const again = await office.post(`${at}/ret`, { ...written, definition: 'Et længere ophold.', version: '2' })
    expect(again.status).toBe(303)
    const page = (await w.citizen.get(at)).text
    expect(page).toContain('Ikke godkendt endnu')
    expect(page).toContain('Betydning: før »Et kort ophold.«, nu »Et længere ophold.«')
    expect((await office.post(`${at}/ret`, { ...written, version: '2' })).text).toContain('En anden har ændret begrebet')
  })
  test('are refused twice, approved tomorrow, or by anybody but the secretariat', async () => {
    const office = await w.as('secretariat')
    expect(
      (await office.post('/begreber/nyt', { kind: 'concept', label: 'tilbud', definition: 'x', source: 'x' })).text,
    ).toContain('findes allerede')
    const id = await termId('Tilbud')
    const tomorrow = { approvedBy: 'K17', approvedOn: '2026-03-03', source: 'x', version: '1' }
    expect((await office.post(`/begreber/${id}/godkend`, tomorrow)).text).toContain('Skriv en dag, der er kommet')
    expect(
      (await office.post(`/begreber/${await termId('Autisme')}/godkend`, { ...tomorrow, approvedOn: '2026-03-01' })).text,
    ).toContain('ingen betydning')
    for (const other of [await w.as('approver', 'faxe'), await w.as('administrator'), await w.as('provider', 'marjatta')]) {
      expect((await other.post('/begreber/nyt', {})).status).toBe(403)
      expect((await other.get(`/begreber/${id}/ret`)).status).toBe(403)
    }
    expect((await office.get('/begreber/999999/godkend')).status).toBe(404)
  })
})

describe('a legal basis', () => {
  test('says what came instead of it, and where it is unsure', async () => {
    const page = (await w.citizen.get('/begreber/retsgrundlag/sel-66')).text
    expect(page).toMatch(/Ophævet[\s\S]*1\. januar 2024[\s\S]*BL § 43/)
    expect((await w.citizen.get('/begreber/retsgrundlag/sel-99')).text).toContain('Ikke bekræftet')
    expect((await w.citizen.get('/begreber?vis=retsgrundlag')).text).toContain('SEL § 107')
    expect((await w.citizen.get('/begreber/retsgrundlag/sel-999')).status).toBe(404)
    expect((await w.citizen.get('/api/v1/legal-bases/sel-66')).json()).toMatchObject({
      successorKey: 'bl-43',
      validUntil: '2024-01-01',
    })
  })
  test('is corrected by the secretariat, forwards in time, to one that is there', async () => {
    const office = await w.as('secretariat')
    const at = '/begreber/retsgrundlag/sel-99/ret'
    const sent = {
      title: 'Støtte- og kontaktperson',
      audience: 'adult',
      form: 'outreach',
      inAgreement: 'no',
      confirmed: 'ja',
      source: 'Serviceloven',
      version: '1',
    }
    expect((await office.post(at, { ...sent, validFrom: '2026-01-02', validUntil: '2026-01-01' })).text).toContain(
      'Slutdagen skal ligge efter',
    )
    expect((await office.post(at, { ...sent, successorKey: 'sel-99' })).text).toContain('Vælg den paragraf')
    expect((await office.post(at, sent)).status).toBe(303)
    expect((await office.post(at, sent)).text).toContain('En anden har ændret')
    expect((await w.citizen.get('/begreber/retsgrundlag/sel-99')).text).toContain('Bekræftet: før »nej«, nu »ja«')
    expect((await (await w.as('reader')).post(at, sent)).status).toBe(403)
  })
})

describe('a code system', () => {
  const send = async (concepts: unknown[], version?: string) => {
    const office = await w.as('secretariat')
    const { location } = await office.post('/begreber/kodesystem', { file: file(concepts, version) })
    return { office, at: pathOf(location) }
  }
  test('is seen through first, then taken in, and its groups can be chosen and looked for', async () => {
    const { office, at } = await send(tree(['Autismespektrum', 'Angst']))
    expect((await office.get(at)).text).toMatch(/Nye[\s\S]*3/)
    expect(await termId('Autismespektrum')).toBeUndefined()
    expect((await office.post(at)).status).toBe(303)
    expect((await w.citizen.get('/begreber?vis=maalgrupper')).text).toMatch(/Prøve-FFB, version 1[\s\S]*Autismespektrum/)
    const [offer] = await w.sql<{ id: number; unit: number }[]>`
      select o.id, u.id as unit from offer o join offer_unit u on u.offer_id = o.id where o.name = 'Fændediget'`
    expect((await office.get(`/tilbud/${offer?.id}/afdelinger/${offer?.unit}/pladser/ny`)).text).toContain('Autismespektrum')
    expect((await office.post(at)).text).toContain('allerede læst ind')
  })
  test('in a new version changes, ends and brings back, and what it says is only corrected there', async () => {
    const first = await send(tree(['Autismespektrum', 'Angst']))
    await first.office.post(first.at)
    const angst = await termId('Angst')
    const second = await send(
      [{ code: 'm', display: 'Målgruppe', concept: [{ code: 'autismespektrum', display: 'Autisme (ASF)' }] }],
      '2',
    )
    expect((await second.office.get(second.at)).text).toMatch(/Autismespektrum[\s\S]*Autisme \(ASF\)/)
    await second.office.post(second.at)
    expect((await w.citizen.get(`/begreber/${angst}`)).text).toContain('Ophørt')
    const third = await send(tree(['Autismespektrum', 'Angst']), '3')
    await third.office.post(third.at)
    expect((await w.citizen.get(`/begreber/${angst}`)).text).not.toContain('Gælder ikke')
    const own = { label: 'x', definition: 'y', source: 'z', version: '3' }
    expect((await third.office.post(`/begreber/${angst}/ret`, own)).text).toContain('kommer fra et kodesystem')
  })
  test('that is none is refused, and only the secretariat sends one', async () => {
    const office = await w.as('secretariat')
    expect((await office.post('/begreber/kodesystem', { file: new File(['hej'], 'a.json') })).text).toContain('ikke JSON')
    expect((await office.post('/begreber/kodesystem', { file: new File([], 'a.json') })).status).toBe(422)
    expect((await office.post('/begreber/kodesystem', {})).text).toContain('Vælg en fil')
    expect((await (await w.as('approver', 'faxe')).post('/begreber/kodesystem', { file: file(tree(['A'])) })).status).toBe(403)
    expect((await office.get('/begreber/kodesystem/999999')).status).toBe(404)
  })
})
