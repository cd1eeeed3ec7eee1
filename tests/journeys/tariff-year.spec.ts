import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, signInAs } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'
import { numbered } from '../setup/tariff-workbooks.ts'

let program: Program
let context: BrowserContext

beforeAll(async () => {
  program = await startProgram()
  context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
})
afterAll(async () => {
  await context?.close()
  await program?.stop()
})

const as = async (person: string, work: (page: Page) => Promise<void>): Promise<void> => {
  await context.clearCookies()
  const page = await context.newPage()
  await signInAs(page, person)
  await work(page)
  await page.close()
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

test('a municipality’s workbook becomes tariffs that everybody can see', async () => {
  const year = new Date().getFullYear() + 1
  await as('Indberetter, Faxe', async (page) => {
    await page.goto('/takster/mine')
    await follow(page, 'Faxe Kommune')
    await follow(page, 'Send et regneark')
    const file = { name: 'takster.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await numbered(rows)) }
    await page.getByLabel('Regneark').setInputFiles(file)
    await press(page, 'Læs regnearket')
    await page.getByRole('heading', { level: 1, name: '1 takst er ny eller ændret' }).waitFor({ timeout: 30_000 })
    await press(page, 'Gem 1 takst i skemaet')
    await page.getByText('Regnearket er gemt i skemaet').waitFor()
  })
  await as('Godkender, Faxe', async (page) => {
    await page.goto('/takster/mine')
    await follow(page, 'Faxe Kommune')
    await follow(page, 'Indsend skemaet')
    await press(page, 'Indsend skemaet')
    await page.getByText('Skemaet er indsendt til sekretariatet').waitFor()
  })
  await as('Sekretariatet', async (page) => {
    await page.goto(`/takster/runder/${year}`)
    await follow(page, 'Faxe Kommune')
    await follow(page, 'Godkend skemaet')
    await press(page, 'Godkend skemaet')
    await follow(page, 'Offentliggør taksterne')
    await press(page, 'Offentliggør')
    await page.getByText('er offentliggjort.').waitFor()
  })
  await context.clearCookies()
  const page = await context.newPage()
  await page.goto(`/takster?aar=${year}&q=hverdag`)
  expect(await page.getByRole('main').textContent()).toContain('2.000 kr.')
})

const rows = [['Kildebo - Center for Neurorehabilitering', 'Hele tilbuddet', 10, 100, 7_300_000, 'Hverdag']]
