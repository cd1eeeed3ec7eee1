import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser } from '../setup/browser.ts'
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

const reported = async () => Number(/(\d+) af 18 har meldt/.exec((await page.getByRole('main').textContent()) ?? '')?.[1])

test('the matrix is read as it was on a day, and the day goes along to the party', async () => {
  await page.goto('/plan/status')
  const today = await reported()
  await page.getByLabel('Som den så ud den').fill('2024-10-05')
  await page.getByRole('button', { name: 'Vis', exact: true }).click()
  await page.getByText('Siden vises, som den var kendt ved udgangen af 5. oktober 2024.').waitFor()
  expect(await reported()).toBe(0)
  expect(today).toBeGreaterThan(0)

  await page.getByRole('link', { name: 'Faxe', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Faxe' }).waitFor()
  expect(new URL(page.url()).searchParams.get('pr')).toBe('2024-10-05')
  await page.getByText('Siden vises, som den var kendt ved udgangen af 5. oktober 2024.').waitFor()
})

test('a day that has not come says so, and shows today', async () => {
  await page.goto('/plan/status?pr=2199-01-01')
  await page.getByText('1. januar 2199 er ikke kommet endnu, så siden vises, som den er i dag.').waitFor()
})
