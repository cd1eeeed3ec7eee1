import { describe, expect, test } from 'vitest'
import { caseFound, risenTo, sayMailbox } from '../../../tests/setup/risen.ts'
import { input, pay } from '../../../tests/tariffs/rules.ts'
import { world } from '../../../tests/world.ts'
import { readWorkbook } from '../../platform/sheet.ts'
import { addCalculation, ruleSetOfYear } from '../tariffs/index.ts'

const w = world()
const CASES = '/takster/stigninger/sager'
const PRIVATE = { outcome: 'partly', text: 'Huslejen er ikke forklaret.' }

/** A private operator's calculation on ten places: not everybody may see its lines. */
async function calculated(): Promise<number> {
  const [line] = await w.sql<{ id: number }[]>`select id from place_line order by id limit 1`
  const { id } = await addCalculation(w.sql, {
    placeLineId: line?.id ?? 0,
    label: '',
    input: input({ ownership: 'private', costs: [{ ...pay(3_650_000), label: 'Nattevagt i hus 2' }] }),
    rules: await ruleSetOfYear(w.sql, 2026),
    reason: undefined,
    source: 'Budget 2026',
    example: false,
    actorId: undefined,
    actorName: 'Prøve',
    now: w.now,
  })
  return id
}

async function assessed(calculationId?: number) {
  await risenTo(w, 212_000, calculationId === undefined ? {} : { now: { basis: 'calculated', calculationId } })
  await w.sql`update operator set party_id = null`
  const at = `${CASES}/${await caseFound(w)}`
  const faxe = await w.as('approver', 'faxe')
  await faxe.post(`${at}/vurder`, PRIVATE)
  return { at, faxe }
}

type Filed = { name: string; mediaType: string; bytes: Uint8Array }
const filed = () =>
  w.sql<Filed[]>`
    select a.name, a.media_type, a.bytes from outbox_attachment a join outbox o on o.id = a.outbox_id
    where o.topic = 'increases' order by a.position`

/** The steps of a tariff sheet, as a person reads them in the workbook. */
async function stepsIn(bytes: Uint8Array | undefined): Promise<unknown[]> {
  const [sheet] = await readWorkbook(bytes ?? new Uint8Array(), { titles: ['Trin', 'Tal'] })
  const found: unknown[] = []
  if (sheet) for await (const row of sheet.rows) found.push([...row.cells.values()][0]?.value)
  return found
}

const head = ({ bytes }: Filed) => new TextDecoder('latin1').decode(bytes.subarray(0, 5))

describe('a report to Socialtilsyn Øst', () => {
  test('goes with itself as PDF and the whole tariff sheet as PDF and as a workbook that calculates', async () => {
    await sayMailbox(w)
    const { at, faxe } = await assessed(await calculated())
    expect((await faxe.post(`${at}/send`, { text: 'Indberetning.' })).status).toBe(303)
    const files = await filed()
    expect(files.map(({ mediaType }) => mediaType.split(/[/.]/).at(-1))).toEqual(['pdf', 'pdf', 'sheet'])
    expect(files.slice(0, 2).map(head)).toEqual(['%PDF-', '%PDF-'])
    expect(await stepsIn(files[2]?.bytes)).toContain('   Nattevagt i hus 2')
    const [mail] = await w.sql<
      { recipient: string; body: string }[]
    >`select recipient, body from outbox where topic = 'increases'`
    expect(mail?.recipient).toBe('tilsyn@example.dk')
    for (const { name } of files) expect(mail?.body).toContain(name)
  })

  test('keeps its paragraphs, as a browser sends them', async () => {
    await sayMailbox(w)
    const { at, faxe } = await assessed()
    await faxe.post(`${at}/send`, { text: 'Indberetning.\r\n\r\nTaksten stiger.\r\nMeget.' })
    expect((await faxe.get(at)).text).toContain('<p>Indberetning.</p><p>Taksten stiger.\nMeget.</p>')
    const [mail] = await w.sql<{ body: string }[]>`select body from outbox where topic = 'increases'`
    expect(mail?.body).not.toContain('\r')
  })

  test('shows what will go with it before it is sent, and the sender sees no more of the sheet than before', async () => {
    await sayMailbox(w)
    const calculation = await calculated()
    const { at, faxe } = await assessed(calculation)
    const { text } = await faxe.get(`${at}/send`)
    for (const href of [
      `${at}/indberetning.pdf`,
      `/takster/beregning/${calculation}/ark.pdf`,
      `/takster/beregning/${calculation}/ark.xlsx`,
    ]) {
      expect(text).toContain(`href="${href}"`)
      expect((await faxe.get(href)).status).toBe(200)
    }
    expect(text).toContain('Socialtilsyn Øst får hele beregningen. I ser mindre af den')
    expect(await stepsIn((await faxe.get(`/takster/beregning/${calculation}/ark.xlsx`)).bytes)).not.toContain(
      '   Nattevagt i hus 2',
    )
    await faxe.post(`${at}/send`, { text: 'Indberetning.' })
    expect(await stepsIn((await filed())[2]?.bytes)).toContain('   Nattevagt i hus 2')
  })

  test('says on a page of its own that the basis was not received, where only the price is known', async () => {
    await sayMailbox(w)
    const { at, faxe } = await assessed()
    expect((await faxe.get(`${at}/send`)).text).toContain(`href="${at}/grundlag.pdf"`)
    expect((await faxe.get(`${at}/grundlag.pdf`)).headers.get('content-type')).toBe('application/pdf')
    await faxe.post(`${at}/send`, { text: 'Indberetning.' })
    expect((await filed()).map(({ name }) => name.replace(/\d+/, 'n'))).toEqual([
      'takstindberetning-n.pdf',
      'beregningsgrundlag-sag-n.pdf',
    ])
  })

  test('can be fetched as it was sent by Socialtilsyn Øst, and its sheet by nobody who may not see it', async () => {
    await sayMailbox(w)
    const { at, faxe } = await assessed(await calculated())
    await faxe.post(`${at}/send`, { text: 'Indberetning.' })
    const tilsyn = await w.as('socialtilsyn')
    const hrefs = [...(await tilsyn.get(at)).text.matchAll(/href="([^"]+\/bilag\/[^"]+)"/g)].map(([, href = '']) => href)
    expect(hrefs).toHaveLength(3)
    const files = await filed()
    for (const [index, href] of hrefs.entries()) {
      expect(Buffer.from((await tilsyn.get(href)).bytes).equals(Buffer.from(files[index]?.bytes ?? []))).toBe(true)
      expect((await faxe.get(href)).status).toBe(403)
    }
    const { text } = await faxe.get(at)
    expect(text).toContain(files[2]?.name)
    expect(text).not.toContain('/bilag/')
    expect((await tilsyn.get(`${at}/bilag/999/1`)).status).toBe(404)
    expect((await tilsyn.get(`${at}/grundlag.pdf`)).status).toBe(404)
  })

  test('goes nowhere before somebody has said to which mailbox, and says who can', async () => {
    const { at, faxe } = await assessed()
    expect((await faxe.get(`${at}/send`)).text).toContain('Postkassen mangler')
    const early = await faxe.post(`${at}/send`, { text: 'Nu.' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Intet er sendt')
    expect(await filed()).toHaveLength(0)
    expect((await faxe.post('/takster/stigninger/postkasse', { mailbox: 'mig@example.dk', source: 'Mig' })).status).toBe(403)
    const secretariat = await w.as('secretariat')
    const wrong = await secretariat.post('/takster/stigninger/postkasse', { mailbox: 'tilsynet', source: 'Mail' })
    expect(wrong.text).toContain('Adressen kan ikke bruges til mail')
    await secretariat.post('/takster/stigninger/postkasse', { mailbox: 'post@tilsyn.example', source: 'Mail' })
    expect((await faxe.get(CASES)).text).toContain('post@tilsyn.example')
    expect((await faxe.post(`${at}/send`, { text: 'Nu.' })).status).toBe(303)
  })

  test('is not sent when its files are too large, and the case stands where it stood', async () => {
    await sayMailbox(w)
    const { at, faxe } = await assessed()
    await w.sql`update parameter set value = 0 where key = 'mail.attachmentMegabytes'`
    const refused = await faxe.post(`${at}/send`, { text: 'Nu.' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('en mail må højst have 0 MB')
    expect((await faxe.get(at)).text).toContain('Vurderet: Stigningen er delvist forklaret')
    expect((await faxe.get(at)).text).not.toContain('Sendt til Socialtilsyn Øst</')
  })
})

test('a price met outside the register goes all the way, by the municipality that met it', async () => {
  await sayMailbox(w)
  const faxe = await w.as('contributor', 'faxe')
  const names = { operatorName: 'Et opholdssted', offerName: 'Afdeling Nord', source: 'Et tilbud på en plads' }
  const kinds = { ownership: 'private', kind: 'residential', per: 'full_day', effectiveOn: '2026-01-01' }
  const partyId = String(await w.party('faxe'))
  const met = await faxe.post(`${CASES}/ny`, { partyId, ...names, ...kinds, from: '4.000', to: '4.400' })
  expect(met.status).toBe(303)
  const [at = ''] = met.location.split('?')
  expect((await faxe.get(at)).text).toContain('Faxe spørger driftsherren, eller vurderer stigningen.')
  expect((await faxe.get(`${at}/spoerg`)).text).toContain('skriv eller ring selv')
  await faxe.post(`${at}/spoerg`)
  expect((await faxe.post(`${at}/forklar`, { text: 'De sagde i telefonen, at huslejen er steget.' })).status).toBe(303)
  expect((await (await w.as('contributor', 'greve')).post(`${at}/forklar`, { text: 'Nej.' })).status).toBe(403)
  await faxe.post(`${at}/vurder`, { outcome: 'explained', text: 'Lejen er set.' })
  expect((await faxe.post(`${at}/send`, { text: 'Indberetning.' })).status).toBe(303)
  expect((await filed()).map(({ name }) => name.replace(/\d+/, 'n'))).toEqual([
    'takstindberetning-n.pdf',
    'beregningsgrundlag-sag-n.pdf',
  ])
  expect((await (await w.as('socialtilsyn')).post(`${at}/modtaget`, { day: '2026-03-02' })).status).toBe(303)
  expect((await faxe.get(at)).text).toContain('Socialtilsyn Øst skriver en tilbagemelding.')
  expect((await (await w.as('reader')).get('/takster/stigninger/halvaar/nu')).text).toContain('Afdeling Nord')
})

test('an operator who signs in sees its own cases and no others, and may write its explanation', async () => {
  await risenTo(w, 212_000)
  const at = `${CASES}/${await caseFound(w)}`
  const own = await w.as('provider', 'faxe')
  expect((await own.get('/takster/stigninger')).text).toContain('Jeres sager')
  expect((await own.get(CASES)).text).toContain(`href="${at}"`)
  expect((await own.get(CASES)).text).not.toContain('Venter på jer')
  const approver = await w.as('approver', 'faxe')
  expect((await approver.get(CASES)).text).toContain('Venter på jer (1)')
  await approver.post(`${at}/spoerg`)
  expect((await own.get(CASES)).text).toContain('Venter på jer (1)')
  expect((await (await w.as('secretariat')).get(CASES)).text).not.toContain('Venter på jer')
  const page = (await own.get(at)).text
  expect(page).toContain('Skriv forklaringen')
  expect(page).not.toContain('Vurdér stigningen')
  expect((await own.post(`${at}/vurder`, { outcome: 'explained', text: 'Ja.' })).status).toBe(403)
  const other = await w.as('provider', 'greve')
  expect((await other.get(at)).status).toBe(403)
  expect((await other.get(`${at}/indberetning.pdf`)).status).toBe(403)
  expect((await other.get(CASES)).text).not.toContain(`href="${at}"`)
  expect((await other.get(`${CASES}.csv`)).text).not.toContain('Døgntakst')
})
