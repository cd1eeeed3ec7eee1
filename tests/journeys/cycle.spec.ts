import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, signInAs } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'

let program: Program
let context: BrowserContext
let page: Page

beforeAll(async () => {
  program = await startProgram()
  context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
  page = await context.newPage()
})
afterAll(async () => {
  await context?.close()
  await program?.stop()
})

async function write(step: string, text: string, decision?: string): Promise<void> {
  await page.getByRole('link', { name: 'Skriv næste trin' }).click()
  await page.getByRole('radio', { name: step }).check()
  await page.getByLabel('Hvad skete der?').fill(text)
  if (decision) await page.getByLabel('Beslutning', { exact: true }).nth(-1).selectOption({ label: decision })
  await page.getByRole('button', { name: 'Gem trinnet' }).click()
  await page.getByText(`${step} er gemt.`).waitFor()
}

test('a municipality tries something small, sees that it works, and decides to spread it', async () => {
  await signInAs(page, 'Indberetter, Faxe')
  await page.goto('/plan/initiativer/I1')
  await page.getByRole('link', { name: 'Begynd et forløb' }).click()
  await page.getByLabel('Kort titel').fill('Fast skabelon i to teams')
  await page.getByLabel('Hypotese').fill('En fast skabelon sparer en time i hver sag.')
  await page.getByRole('button', { name: 'Begynd forløbet' }).click()
  await page.getByText('Forløbet er begyndt.').waitFor()

  await write('Lille afprøvning', 'To teams bruger skabelonen i fire uger.')
  await write('Resultat', 'Sagerne tog i snit 50 minutter mindre, siger teamenes egne tal.')
  await write('Justering', 'Vi korter skabelonen af til én side.')
  await write('Beslutning', 'Den virker og er let at lære.', 'Udbred')

  await page.getByText('Forløbet sluttede').waitFor()
  expect(await page.getByRole('link', { name: 'Skriv næste trin' }).count()).toBe(0)
  await page.goto('/plan/forloeb')
  await page.getByText('Fast skabelon i to teams').first().waitFor()
})
