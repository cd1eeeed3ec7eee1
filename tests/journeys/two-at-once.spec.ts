import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { browser, signInAs } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'

let program: Program
const contexts: BrowserContext[] = []

beforeAll(async () => {
  program = await startProgram()
})
afterAll(async () => {
  await program?.stop()
})
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

/** Somebody at a computer of their own. */
async function person(name: string): Promise<Page> {
  const context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
  contexts.push(context)
  const page = await context.newPage()
  await signInAs(page, name)
  return page
}

async function write(page: Page, state: string, note: string): Promise<void> {
  await page.getByRole('radio', { name: state }).check()
  await page.getByLabel('Note, som alle kan læse').fill(note)
  await page.getByRole('button', { name: 'Gem status' }).click()
}

test('two colleagues report the same area at the same time, and neither loses a word', async () => {
  const [anne, bo] = await Promise.all([person('Indberetter, Lejre'), person('Godkender, Lejre')])
  await Promise.all([anne.goto('/plan/parter/lejre/KV1/meld'), bo.goto('/plan/parter/lejre/KV1/meld')])

  await write(anne, 'Planlagt', 'Annes ord: vi begynder efter ferien.')
  await anne.getByText('Status for KV1 er gemt').waitFor()

  await write(bo, 'I gang', 'Bos ord: vi er begyndt i to teams.')
  await bo.getByRole('heading', { name: 'En anden har meldt imens' }).waitFor()
  await bo.getByText('Annes ord: vi begynder efter ferien.').waitFor()
  expect(await bo.getByLabel('Note, som alle kan læse').inputValue()).toBe('Bos ord: vi er begyndt i to teams.')

  await bo.getByRole('button', { name: 'Gem status' }).click()
  await bo.getByText('Status for KV1 er gemt: I gang.').waitFor()
  await bo.goto('/plan/parter/lejre/KV1')
  await bo.getByText('Bos ord: vi er begyndt i to teams.').waitFor()
  await bo.getByText('Annes ord: vi begynder efter ferien.').waitFor()
})
