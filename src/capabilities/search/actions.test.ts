import { expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'
import { addFact, holdsMany, type PlanField, planFields } from '../plan/index.ts'
import { addReport } from '../progress/index.ts'

const w = world()
type Answer = {
  count: number
  results: { kind: string; title: string; href: string; excerpt: string; exact: boolean }[]
  beside: { kind: string; all: string; found: { title: string; href: string }[] }[]
}
const search = async (q: string) => (await w.citizen.get(`/api/v1/search?q=${encodeURIComponent(q)}`)).json() as Answer
const titles = async (q: string) => (await search(q)).results.map(({ title }) => title)

const report = async (more: { publicNote?: string; internalNote?: string; publishedAt?: Date | undefined }) => {
  const at = new Date('2026-03-01T09:00:00Z')
  return addReport(w.sql, {
    partyId: await w.party('faxe'),
    areaId: await w.item('KT1'),
    state: 'running',
    day: '2026-03-01',
    recordedAt: at,
    publishedAt: at,
    actorRole: 'contributor',
    ...more,
  })
}

test('an action area is found by its word, bent, inside another word, and by its key', async () => {
  for (const q of ['standardkontrakter', 'standardkontrakt', 'kontrakt', 'KT1']) {
    expect(await titles(q), q).toContain('Kun standardkontrakter')
  }
})

test('a misspelled word still leads there, and the page asks what was meant', async () => {
  expect((await search('standartkontrakter')).results).toContainEqual(
    expect.objectContaining({ title: 'Kun standardkontrakter', exact: false }),
  )
  const page = await w.citizen.get('/soeg?q=plejefamlier')
  expect(page.text).toContain('Mente du')
  expect(page.text).toContain('plejefamilie')
})

test('a thing is found by a name it had before', async () => {
  expect(await titles('fælles om døgn- og botilbud')).toContain('Fælles om botilbud')
})

test('parties, bodies, sources and contradictions are found, each with what it is and the way there', async () => {
  expect((await search('Slagelse')).results).toContainEqual(
    expect.objectContaining({ kind: 'Part', href: '/plan/parter/slagelse' }),
  )
  expect((await search('Økonomigruppen')).results).toContainEqual(expect.objectContaining({ kind: 'Organ' }))
  expect((await search('K5')).results).toContainEqual(
    expect.objectContaining({ kind: 'Kilderne er uenige', href: '/plan/noter#K5' }),
  )
})

test('what is found leads somewhere', async () => {
  const seen = new Set<string>()
  for (const q of ['tilbud', 'kvalitet', '2026', 'Socialtilsyn', 'Faxe']) {
    for (const { href } of (await search(q)).results) seen.add(href.split('#')[0] ?? '')
  }
  expect(seen.size).toBeGreaterThan(20)
  for (const href of seen) expect((await w.citizen.get(href)).status, href).toBe(200)
})

test('a public note is found; an internal note, and a report that waits for approval, are not', async () => {
  await report({ publicNote: 'Vi har taget kontrakterne i drift i Zebraby', internalNote: 'Girafhemmelighed' })
  expect((await search('Zebraby')).results).toContainEqual(
    expect.objectContaining({ kind: 'Status: I gang', href: '/plan/parter/faxe/KT1' }),
  )
  expect((await search('Girafhemmelighed')).count).toBe(0)
  await report({ publicNote: 'Venter på Elefantgodkendelse', publishedAt: undefined })
  expect((await search('Elefantgodkendelse')).count).toBe(0)
})

test('the words are marked, and what somebody wrote cannot become markup', async () => {
  await report({ publicNote: 'Se <script>alert(1)</script> om Zebraby' })
  const page = await w.citizen.get('/soeg?q=zebraby')
  expect(page.text).toContain('<mark>Zebraby</mark>')
  expect(page.text).not.toContain('<script>alert')
})

test.each(['', '   ', '%', "'; drop table party; --", 'a & b | !c:*', '(((', '\\', 'x'.repeat(10_000), '" OR 1=1'])(
  'the search »%s« is answered with a page',
  async (q) => {
    const page = await w.citizen.get(`/soeg?q=${encodeURIComponent(q)}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Hvad leder du efter?')
  },
)

test('nothing found says what to try, and a long search says that it was cut', async () => {
  expect((await w.citizen.get('/soeg?q=qqqxxxzzz')).text).toContain('Intet fundet om »qqqxxxzzz«')
  expect((await w.citizen.get(`/soeg?q=${'ord+'.repeat(100)}`)).text).toContain('de første 200 tegn')
})

test('bodies are found and told by name, and of a corrected text only the newest', async () => {
  const { results } = await search('Økonomigruppen')
  expect(results.length).toBeGreaterThan(1)
  expect(results.map(({ excerpt }) => excerpt).join(' ')).not.toMatch(/\boekonomi\b|\bkontraktnet\b/)
  const fact = { itemId: await w.item('KT1'), field: 'summary', validFrom: '2026-03-01', sources: ['sagt:test'] }
  await addFact(w.sql, { ...fact, value: 'Noget helt andet om Zebraer' })
  expect(await titles('Zebraer')).toContain('Kun standardkontrakter')
  await addFact(w.sql, { ...fact, value: 'Noget helt tredje' })
  expect(await titles('om zebraer')).not.toContain('Kun standardkontrakter')
})

test('of every field that can have several values all are searched', async () => {
  const [view] = await w.sql<{ text: string }[]>`select pg_get_viewdef('searchable') as text`
  const many = (Object.keys(planFields) as PlanField[]).filter(holdsMany).filter((field) => planFields[field].type !== 'number')
  expect(many.filter((field) => !view?.text.includes(`'${field}'`))).toEqual([])
})

test('an offer and its tariff are found by the name of the offer, each with the way there and to all of them', async () => {
  const { beside } = await search('Stevnsfortet')
  expect(beside.map(({ kind }) => kind)).toEqual(['Tilbud', 'Takster'])
  for (const { all, found } of beside) {
    expect(found.length).toBeGreaterThan(0)
    for (const { href } of found) {
      const page = await w.citizen.get(href)
      expect(page.status, href).toBe(200)
      expect(page.text).toContain('Stevnsfortet')
    }
    expect((await w.citizen.get(all)).text).toContain('Stevnsfortet')
  }
})

test('what kind of thing it is need not stand in its name: »hvad koster en plads på Stevnsfortet«', async () => {
  expect((await search('hvad koster en plads på Stevnsfortet')).beside.map(({ kind }) => kind)).toEqual(['Tilbud', 'Takster'])
  expect((await search('takster')).beside).toEqual([expect.objectContaining({ kind: 'Takster', all: '/takster' })])
  const page = await w.citizen.get('/soeg?q=takst+Stevnsfortet')
  expect(page.text).toContain('kr. pr. døgn')
  expect(page.text).not.toContain('Intet fundet')
})

test('a search that nothing is called shows no offers and no tariffs', async () => {
  expect((await search('Økonomigruppen')).beside).toEqual([])
})
