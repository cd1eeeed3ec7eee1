import { AxeBuilder } from '@axe-core/playwright'
import { writeXlsx } from 'hucre'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, signInAs } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'
import { numbered } from '../setup/tariff-workbooks.ts'

const OFFER = 'Kildebo - Center for Neurorehabilitering'
const UNIT = 'Hele tilbuddet'
const SERVICE = 'Rejsens døgn'
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const first = new Date().getFullYear() + 1
const second = first + 1

let program: Program
let context: BrowserContext
/** What a test leaves for the next: the tests of this file are one journey. */
let caseAt = ''
let explainAt = ''

beforeAll(async () => {
  program = await startProgram()
  context = await newContext()
})
afterAll(async () => {
  await context?.close()
  await program?.stop()
})

const newContext = async (width = 1280) =>
  (await browser()).newContext({ locale: 'da-DK', baseURL: program.url, viewport: { width, height: 900 } })

const as = async (person: string | undefined, work: (page: Page) => Promise<void>): Promise<void> => {
  await context.clearCookies()
  const page = await context.newPage()
  if (person) await signInAs(page, person)
  await work(page)
  await page.close()
}

/** Waits until the next page has come: a page that is still on its way cannot be closed. */
async function click(page: Page, at: Locator): Promise<void> {
  const loaded = page.waitForEvent('load')
  await at.click()
  await loaded
}
const press = (page: Page, name: string) => click(page, page.getByRole('button', { name, exact: true }))
const follow = (page: Page, name: string) => click(page, page.getByRole('link', { name, exact: true }).first())
const write = (page: Page, label: string, text: string) => page.getByLabel(label).fill(text)
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const accessible = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

const workbook = (bytes: Uint8Array) => ({ name: 'takster.xlsx', mimeType: SHEETS, buffer: Buffer.from(bytes) })

async function openSheet(page: Page, year: number) {
  await page.goto('/takster/mine')
  await page
    .getByRole('row', { name: new RegExp(`^${year} Faxe Kommune`) })
    .getByRole('link')
    .click()
}

async function upload(page: Page, year: number, bytes: Uint8Array) {
  await openSheet(page, year)
  await follow(page, 'Send et regneark')
  await page.getByLabel('Regneark').setInputFiles(workbook(bytes))
  await press(page, 'Læs regnearket')
}

async function confirm(page: Page) {
  await page.getByRole('heading', { level: 1, name: '1 takst er ny eller ændret' }).waitFor({ timeout: 30_000 })
  expect(await page.getByRole('table', { name: 'Det, der bliver gemt' }).textContent()).toContain(SERVICE)
  await press(page, 'Gem 1 takst i skemaet')
  await says(page, 'Regnearket er gemt i skemaet')
}

async function handInAndPublish(year: number) {
  await as('Godkender, Faxe', async (page) => {
    await openSheet(page, year)
    await follow(page, 'Indsend skemaet')
    await press(page, 'Indsend skemaet')
    await says(page, 'Skemaet er indsendt til sekretariatet')
  })
  await as('Sekretariatet', async (page) => {
    await page.goto(`/takster/runder/${year}`)
    await follow(page, 'Faxe Kommune')
    await follow(page, 'Godkend skemaet')
    await press(page, 'Godkend skemaet')
    await follow(page, 'Offentliggør taksterne')
    await press(page, 'Offentliggør')
    await says(page, 'er offentliggjort.')
  })
}

test('a year of tariffs is there to compare with', async () => {
  await as('Indberetter, Faxe', async (page) => {
    await upload(page, first, await numbered([[OFFER, UNIT, 10, 100, 7_300_000, SERVICE]]))
    await confirm(page)
  })
  await handInAndPublish(first)
})

test('the secretariat opens a round, and an operator’s own workbook becomes published tariffs', async () => {
  await as('Sekretariatet', async (page) => {
    await page.goto('/takster/runder')
    await follow(page, 'Åbn en takstrunde')
    expect(await page.getByLabel('Takstår').inputValue()).toBe(String(second))
    await press(page, 'Åbn runden')
    await says(page, `Takstrunden for ${second} er åben`)
  })
  await as('Indberetter, Faxe', async (page) => {
    const titles = ['Institution', 'Afdelingsnavn', 'Hvad vi kalder den', 'Normering', 'Belægning', 'Personale (t.kr.)']
    const rows = [[`Faxe Kommunes budget ${second}`], [], titles, [OFFER, UNIT, SERVICE, 10, '100 %', '8.541,0']]
    await upload(page, second, await writeXlsx({ sheets: [{ name: 'Budget', rows }] }))
    await page.getByRole('heading', { level: 1, name: 'Hvad er kolonnerne?' }).waitFor({ timeout: 30_000 })
    await accessible(page)
    await page.getByLabel('Kolonne C, Hvad vi kalder den, læses som').selectOption({ label: 'Ydelse' })
    await press(page, 'Læs filen')
    await confirm(page)
    await openSheet(page, second)
    await says(page, /Løn ændrer sig \+17\s%/)
    await follow(page, 'Ret')
    await page.getByText('Navn før, periode og bemærkninger').click()
    await write(page, 'Forklaring til advarsler', 'Nattevagten er vågen hele ugen.')
    await press(page, 'Gem taksten')
    await accessible(page)
  })
  await handInAndPublish(second)
})

test('a rise over the limit stands in the list, and becomes a case', async () => {
  await as(undefined, async (page) => {
    await page.goto('/takster/stigninger')
    const row = page.getByRole('row', { name: new RegExp(SERVICE) })
    expect(await row.textContent()).toContain('17,0\u00a0procent')
    expect(await row.textContent()).toContain('ikke begyndt')
  })
  await as('Sekretariatet', async (page) => {
    await page.goto('/takster/stigninger')
    await follow(page, 'Åbn sager for nye stigninger')
    await press(page, 'Åbn sagerne')
    await page.getByRole('link', { name: new RegExp(SERVICE) }).click()
    await page.getByRole('heading', { level: 1, name: new RegExp(SERVICE) }).waitFor()
    caseAt = new URL(page.url()).pathname
    await accessible(page)
  })
})

test('the operator is asked by mail and explains without signing in, once', async () => {
  await as('Indberetter, Faxe', async (page) => {
    await page.goto('/tilbud?q=Kildebo')
    await follow(page, OFFER)
    await follow(page, 'Ret oplysninger')
    await write(page, 'Fælles postkasse', 'kildebo@tilbud.example')
    await write(page, 'Hvor ved I det fra?', 'Tilbuddet selv')
    await press(page, 'Gem rettelsen')
    await says(page, 'kildebo@tilbud.example')
    await page.goto(caseAt)
    await follow(page, 'Spørg driftsherren')
    await says(page, 'Der sendes en mail til kildebo@tilbud.example')
    await press(page, 'Send spørgsmålet')
    await says(page, 'Driftsherren er spurgt og kan svare')
  })
  await as('Sekretariatet', async (page) => {
    await page.goto('/kontor/udbakke')
    await follow(page, `Hvorfor stiger taksten? ${OFFER}`)
    explainAt = (await page.getByRole('link', { name: /takster\/forklaring/ }).getAttribute('href')) ?? ''
  })
  const elsewhere = await newContext(375)
  const [page, late] = [await elsewhere.newPage(), await elsewhere.newPage()]
  await late.goto(explainAt)
  await page.goto(explainAt)
  await accessible(page)
  await write(page, 'Jeres forklaring', 'Nattevagten er blevet vågen hele ugen.')
  await press(page, 'Send forklaringen')
  await says(page, 'Det skrev I')
  await write(late, 'Jeres forklaring', 'En gang til.')
  await press(late, 'Send forklaringen')
  await says(late, /Linket blev brugt .* Dit svar er ikke gemt/)
  await elsewhere.close()
})

test('the municipality assesses it, and sends the report with the sheet to a mailbox that Socialtilsyn Øst has said', async () => {
  await as('Socialtilsyn Øst', async (page) => {
    await page.goto('/takster/stigninger/sager')
    await follow(page, 'Skriv postkassen')
    await write(page, 'Socialtilsyn Østs mailadresse', 'indberetning@tilsyn.example')
    await write(page, 'Hvor står det?', 'Vores egen hjemmeside')
    await press(page, 'Gem postkassen')
  })
  await as('Godkender, Faxe', async (page) => {
    await page.goto(caseAt)
    await follow(page, 'Vurdér stigningen')
    await page.getByLabel('Stigningen er forklaret').check()
    await write(page, 'Hvad bygger den på?', 'Vagtplanen er set.')
    await press(page, 'Gem vurderingen')
    await follow(page, 'Send til Socialtilsyn Øst')
    await accessible(page)
    for (const name of ['Indberetningen som PDF', 'Takstarket som PDF', 'Takstarket som regneark, der regner']) {
      const href = await page.getByRole('link', { name, exact: true }).getAttribute('href')
      expect((await page.request.get(href ?? '')).status()).toBe(200)
    }
    expect(await page.getByRole('textbox', { name: /^Indberetning/ }).inputValue()).toContain('Nattevagten er blevet vågen')
    await press(page, 'Send indberetningen')
    await says(page, 'Indberetningen er lagt til afsendelse til indberetning@tilsyn.example med 3 bilag')
  })
})

test('Socialtilsyn Øst receipts it and answers, the steering group discusses it, and it is closed', async () => {
  await as('Socialtilsyn Øst', async (page) => {
    await page.goto(caseAt)
    const file = await page.getByRole('link', { name: /^faelles-takst-.*\.xlsx$/ }).getAttribute('href')
    expect((await (await page.request.get(file ?? '')).body()).subarray(0, 2).toString()).toBe('PK')
    await follow(page, 'Kvittér for modtagelsen')
    await press(page, 'Gem kvitteringen')
    await follow(page, 'Skriv tilbagemelding')
    await write(page, 'Tilbagemelding', 'Tages op ved næste tilsyn.')
    await press(page, 'Gem tilbagemeldingen')
  })
  await as('Sekretariatet', async (page) => {
    await page.goto(caseAt)
    await follow(page, 'Skriv, at den er drøftet')
    await press(page, 'Gem drøftelsen')
    await follow(page, 'Afslut sagen')
    await write(page, 'Hvad endte den med?', 'Taget til efterretning.')
    await press(page, 'Afslut sagen')
    await says(page, 'Sagen er afsluttet.')
    await accessible(page)
    await page.goto('/takster/stigninger/halvaar/nu')
    expect(await page.getByRole('row', { name: new RegExp(SERVICE) }).textContent()).toContain('Stigningen er forklaret')
    await accessible(page)
  })
})

test('a citizen sees the published tariff, its sheet, and that its rise is dealt with', async () => {
  await as(undefined, async (page) => {
    await page.goto(`/takster?aar=${second}&q=Rejsens`)
    expect(await page.getByRole('main').textContent()).toContain('2.340 kr.')
    await page.goto('/takster/stigninger')
    expect(await page.getByRole('row', { name: new RegExp(SERVICE) }).textContent()).toContain('afsluttet')
    expect((await page.goto(caseAt))?.url()).toContain('/log-ind')
  })
})
