import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { browser, signInAs } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'

let program: Program
let context: BrowserContext
let page: Page

beforeAll(async () => {
  program = await startProgram()
})
afterAll(async () => {
  await program?.stop()
})
beforeEach(async () => {
  context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
  page = await context.newPage()
})
afterEach(() => context.close())

async function mustBeAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
}

test('a municipality reports, sees it in the matrix, and says later that it is still correct', async () => {
  await signInAs(page, 'Indberetter, Odsherred')
  await page.goto('/plan/parter')
  await page.getByRole('link', { name: 'Meld status for Odsherred' }).click()
  await mustBeAccessible()
  await page.getByRole('link', { name: 'Meld status for KT1' }).click()
  await mustBeAccessible()
  await page.getByRole('radio', { name: 'Gået i stå' }).check()
  await page.getByLabel('Note, som alle kan læse').fill('Vi mangler en jurist.')
  await page.getByRole('button', { name: 'Gem status' }).click()

  await page.getByRole('alert').getByRole('link', { name: 'Skriv hvorfor' }).waitFor()
  expect(await page.getByLabel('Note, som alle kan læse').inputValue()).toBe('Vi mangler en jurist.')
  await mustBeAccessible()
  await page.getByLabel('Begrundelse').fill('Stillingen er ikke besat.')
  await page.getByRole('button', { name: 'Gem status' }).click()
  await page.getByText('Status for KT1 er gemt: Gået i stå.').waitFor()

  await page.goto('/plan/status')
  await page
    .getByRole('link', { name: 'Gået i stå, ikke godkendt' })
    .and(page.locator('[href="/plan/parter/odsherred/KT1"]'))
    .click()
  await page.getByRole('heading', { level: 1, name: 'Odsherred: Kun standardkontrakter' }).waitFor()
  await page.getByText('Stillingen er ikke besat.').waitFor()

  await page.goto('/plan/parter/odsherred')
  await page.getByRole('button', { name: 'Stadig korrekt for KT1' }).click()
  await page.getByText('KT1 er bekræftet: stadig korrekt.').waitFor()
  expect(await page.locator('#KT1').textContent()).toContain('senest bekræftet')
  await mustBeAccessible()
})

test('an approver stands by what a colleague reported', async () => {
  await signInAs(page, 'Godkender, Greve')
  await page.goto('/plan/parter/greve')
  await page.getByRole('link', { name: /^Godkend alle/ }).click()
  await mustBeAccessible()
  await page.getByRole('button', { name: /^Godkend/ }).click()
  await page.getByText(/melding(er)? er godkendt/).waitFor()
  expect(await page.getByText('Ikke godkendt', { exact: true }).count()).toBe(0)
})

test('matrix, map and parties are read at 320 px without a script and without sideways scroll', async () => {
  await context.close()
  context = await (await browser()).newContext({
    baseURL: program.url,
    viewport: { width: 320, height: 800 },
    javaScriptEnabled: false,
  })
  page = await context.newPage()
  for (const address of [
    '/plan/status',
    '/plan/kort?omraade=KV2',
    '/plan/parter',
    '/plan/parter/faxe',
    '/plan/parter/faxe/KT1',
  ]) {
    await page.goto(address)
    expect(await page.locator('h1').count(), address).toBe(1)
    const width = await page.locator('html').evaluate((html) => html.scrollWidth)
    expect(width, address).toBeLessThanOrEqual(320)
  }
})
