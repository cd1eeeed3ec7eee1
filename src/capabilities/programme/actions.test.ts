import { describe, expect, test } from 'vitest'
import { world } from '../../../tests/world.ts'

const w = world()

const open = [
  '/plan',
  '/plan/indsatsomraader',
  '/plan/indsatsomraader/KT1',
  '/plan/initiativer',
  '/plan/initiativer/I10',
  '/plan/principper/faelles-om-kvalitet',
  '/plan/fokusomraader',
  '/plan/fokusomraader/rette-indsats-og-tilbud',
  '/plan/aar/2025',
  '/plan/aar/2026',
  '/plan/beslutninger',
  '/plan/tidslinje',
  '/plan/baggrund',
  '/plan/kilder',
  '/plan/noter',
  '/plan/historik/KT1',
]

/** The text a reader sees, without marks and with spaces made one. */
const seen = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ')

describe('the plan is open to all', () => {
  test.each(open)('%s is read without signing in, and changes nothing for who reads', async (path) => {
    const answer = await w.citizen.get(path)
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<h1>')
    expect(answer.text).not.toContain('/plan/ret/')
  })

  test.each([
    '/plan/indsatsomraader/KT9',
    '/plan/initiativer/KT1',
    '/plan/principper/ukendt',
    '/plan/fokusomraader/ukendt',
    '/plan/aar/1999',
    '/plan/historik/X',
  ])('%s is not there', async (path) => {
    expect((await w.citizen.get(path)).status).toBe(404)
  })

  test('the tree shows purposes, principles with their other names, areas and initiatives', async () => {
    const text = seen((await w.citizen.get('/plan')).text)
    for (const part of [
      'Knække den stigende udgiftskurve',
      'Også kaldt »Fælles om takster og kontrakter«',
      'Kun standardkontrakter',
      'KL’s standardkontrakter i høj kvalitet',
    ])
      expect(text).toContain(part)
  })

  test('without a report every area says 0 af 18, and never 0 %', async () => {
    const text = seen((await w.citizen.get('/plan')).text)
    expect(text.match(/0 af 18 har meldt/g)).toHaveLength(13)
    expect(text).not.toContain('%')
  })

  test('an area keeps start, programme and what was shown in November 2025 apart', async () => {
    const text = seen((await w.citizen.get('/plan/indsatsomraader/BO3')).text)
    expect(text).toContain('Planlagt start Efterår 2024')
    expect(text).toContain('2025, nr. 3 og 8')
    expect(text).toContain('Vist som i gang i november 2025 Nej')
  })

  test('an area tells where each party is, with how many have reported', async () => {
    await w.sql`
      insert into status_report (party_id, area_id, state, day, recorded_at, published_at, actor_role)
      values (${await w.party('faxe')}, ${await w.item('KT1')}, 'running', '2026-03-01', ${w.now}, ${w.now}, 'contributor')`
    const text = seen((await w.citizen.get('/plan/indsatsomraader/KT1')).text)
    expect(text).toContain('1 af 18 har meldt: 1 i gang')
    expect(text).toContain('Faxe I gang')
    expect(text).toContain('Greve Ikke meldt')
    expect((await w.citizen.get('/plan/indsatsomraader/KT1')).text).toContain('/plan/kort?omraade=KT1')
  })
})

describe('every fact has its source, and disagreement is shown', () => {
  test('the source names document and line', async () => {
    expect(seen((await w.citizen.get('/plan/indsatsomraader/KT1')).text)).toContain(
      'Kilde: Direktør- og chefforum 13. november 2025 , linje 68 og 70',
    )
  })

  test.each([
    ['/plan/indsatsomraader/KT4', 'Hvornår skal en prisstigning indberettes?'],
    ['/plan/indsatsomraader/BO3', 'Otte indsatsområder i 2025 er kun syv'],
    ['/plan/indsatsomraader/KV3', 'Tre forskellige svar på, hvornår et indsatsområde er i gang'],
    ['/plan/principper/faelles-om-kontrakter-og-takster', 'Principperne har flere navne'],
    ['/plan/principper/faelles-om-kvalitet', 'Syv gamle og tre nye principper'],
    ['/plan/fokusomraader/rette-indsats-og-tilbud', 'Fokusområderne har skiftet navn'],
    ['/plan/fokusomraader', 'Hvilke fokusområder fortsatte fra 2016 til 2017?'],
    ['/plan/aar/2025', 'Otte indsatsområder i 2025 er kun syv'],
    ['/plan', 'Hvad handler det første formål om?'],
    ['/plan', 'To perioder, der ligner hinanden'],
    ['/plan', 'Den digitale implementeringsplan skulle være klar i 2024'],
    ['/plan/baggrund', 'Udviklingsgruppen, Implementeringsgruppen og Programstyregruppen'],
    ['/plan/indsatsomraader/KT2', 'En afbrudt sætning om tidsbegrænsede kontrakter'],
    ['/plan/initiativer/I11', 'Hvad sker der for børn og unge i 2026?'],
  ])('%s says: %s', async (path, title) => {
    const text = seen((await w.citizen.get(path)).text)
    expect(text).toContain(title)
    expect(text).toContain('Det viser vi:')
  })

  test('all 34 disagreements and 8 gaps stand on one page', async () => {
    const { text } = await w.citizen.get('/plan/noter')
    for (let n = 1; n <= 34; n++) expect(text).toContain(`id="K${n}"`)
    for (let n = 1; n <= 8; n++) expect(text).toContain(`id="G${n}"`)
  })

  test('every saying of a note names its document, and its line or its report', async () => {
    const { text } = await w.citizen.get('/plan/noter')
    expect(text).toContain('<q>62 procent for voksne i kommunerne i Region Sjælland i 2015. KORA: »Køb og salg af pladser')
    expect(text).toMatch(/juni 2017\.<\/q><span class="source"><a href="\/plan\/kilder#kilde-K">Offentlig viden<\/a><\/span>/)
    expect(text).not.toMatch(/linje <\/span>/)
  })
})

describe('as of a day', () => {
  test('the day after the seminar the three principles are known, and the programme years are not', async () => {
    const text = seen((await w.citizen.get('/plan?pr=2024-10-05')).text)
    expect(text).toContain('Siden vises, som den var kendt ved udgangen af 5. oktober 2024')
    expect(text).toContain('Planlagt start Efterår 2024 Program Ikke kendt endnu den dag')
    expect(text).toContain('Styrke konkurrencen om specialiserede socialtilbud')
    expect(text).not.toContain('KL’s standardkontrakter i høj kvalitet')
    expect(text).not.toContain('Tre forskellige svar')
    expect(text).not.toContain('13. november 2025 , linje')
  })

  test('the day after the forum all of it is known', async () => {
    const text = seen((await w.citizen.get('/plan?pr=2025-11-14')).text)
    expect(text).toContain('Program 2025, nr. 1 Vist i gang nov. 2025 Ja')
    expect(text).toContain('KL’s standardkontrakter i høj kvalitet')
    expect(text).toContain('Styrke konkurrencen på botilbudsmarkedet')
  })

  test('in May 2025 a focus area has its May title', async () => {
    const may = await w.citizen.get('/plan/fokusomraader/rette-indsats-og-tilbud?pr=2025-05-03')
    expect(may.text).toContain('<h1>Rette indsats til rette kvalitet, tid og pris</h1>')
    const now = await w.citizen.get('/plan/fokusomraader/rette-indsats-og-tilbud')
    expect(now.text).toContain('<h1>Rette indsats og tilbud</h1>')
  })

  test('what was not known yet is said, not shown and not lost', async () => {
    const answer = await w.citizen.get('/plan/initiativer/I4?pr=2024-10-05')
    expect(answer.status).toBe(200)
    expect(seen(answer.text)).toContain('Det første, der er kendt om det, er fra 2. maj 2025')
    expect(answer.text).not.toContain('kvalitetsmodel')
    expect(seen((await w.citizen.get('/plan/aar/2025?pr=2024-10-05')).text)).toContain('Ikke kendt endnu den dag')
  })

  test('links keep the reader on the day, also those that lead to a place on a page', async () => {
    const { text } = await w.citizen.get('/plan?pr=2025-05-03')
    expect(text).toContain('href="/plan/indsatsomraader/KT1?pr=2025-05-03"')
    expect(text).toContain('href="/plan/baggrund?pr=2025-05-03#RA2025"')
  })
})

describe('dates', () => {
  test('a board has a row for each number, and says when two are the same', async () => {
    const text = seen((await w.citizen.get('/plan/aar/2025')).text)
    expect(text).toContain('Samme tekst som nummer 3')
    expect(text).toContain('Rykket frem')
  })

  test('the path of the decisions shows day, body and deliverable, and what no source says was done', async () => {
    const { text } = await w.citizen.get('/plan/beslutninger')
    expect(text).toContain('<svg')
    expect(seen(text)).toContain(
      'KKR Sjælland anbefaler de tre principper 19. juni 2024 KKR Sjælland En beslutningssag til de 17 byråd',
    )
    expect(seen(text)).toContain('Ikke meldt gennemført')
  })

  test('a phase that was put off shows the old day too', async () => {
    const { text } = await w.citizen.get('/plan/initiativer/I12')
    expect(text).toContain('<s>2. maj 2025</s>')
    expect(seen(text)).toContain('8. august 2025')
  })

  test('the timeline is a picture with its words beside it', async () => {
    const { text } = await w.citizen.get('/plan/tidslinje')
    expect(text).toMatch(/<svg[^>]*role="img"/)
    expect(seen(text)).toContain('1. kvartal 2026')
  })
})

describe('the open API', () => {
  test('an area answers its facts with their sources', async () => {
    const area = (await w.citizen.get('/api/v1/areas/KT1')).json() as Record<string, unknown>
    expect(area).toMatchObject({
      key: 'KT1',
      startTerm: 'Efterår 2024',
      programmeYear: 2025,
      programmeNumbers: [1],
      shownActiveInNovember2025: true,
    })
    expect(area).toMatchObject({ status: { reported: 0, of: 18, exampleData: false } })
    expect(JSON.stringify(area)).toContain('"sources":["001:145","000:98","003:68"]')
  })

  test('plan, initiatives and milestones answer', async () => {
    expect((await w.citizen.get('/api/v1/plan?pr=2025-05-03')).json()).toMatchObject({ asOf: '2025-05-03' })
    expect((await w.citizen.get('/api/v1/initiatives/I10')).json()).toMatchObject({ key: 'I10', kind: 'initiative' })
    expect((await w.citizen.get('/api/v1/milestones')).json()).toContainEqual(
      expect.objectContaining({ key: 'D2', day: '2024-06-19', state: 'done' }),
    )
    expect((await w.citizen.get('/api/v1/areas')).json()).toHaveLength(13)
  })
})
