import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
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

async function visitor(): Promise<Page> {
  const context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
  contexts.push(context)
  return context.newPage()
}

async function person(name: string): Promise<Page> {
  const page = await visitor()
  await signInAs(page, name)
  return page
}

async function freeze(page: Page, title: string): Promise<void> {
  await page.goto('/plan/rapporter')
  await page.getByRole('link', { name: 'Frys status' }).click()
  await page.getByLabel('Navn').fill(title)
  await page.getByRole('button', { name: 'Frys billedet' }).click()
  await page.getByText('Billedet er frosset og kan ikke ændres.', { exact: true }).waitFor()
}

async function report(state: string): Promise<void> {
  const page = await person('Indberetter, Odsherred')
  await page.goto('/plan/parter/odsherred/BO2/meld')
  await page.getByRole('radio', { name: state }).check()
  await page.getByRole('button', { name: 'Gem status' }).click()
  await page.getByText('Status for BO2 er gemt').waitFor()
}

/** What the link leads to when it is clicked. */
async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link, exact: true }).click()])
  return readFile(await file.path())
}

test('two frozen pictures are compared, and the one cell that has moved is told of', async () => {
  const secretariat = await person('Sekretariatet')
  await report('Planlagt')
  await freeze(secretariat, 'Forår')
  await report('I gang')
  await freeze(secretariat, 'Efterår')

  const page = await visitor()
  await page.goto('/plan/rapporter')
  await page.getByRole('link', { name: 'Sammenlign' }).click()
  await page.getByLabel('Fra').selectOption({ label: 'Forår' })
  await page.getByLabel('Til').selectOption({ label: 'Efterår' })
  await page.getByRole('button', { name: 'Sammenlign' }).click()
  await page.getByRole('heading', { name: '1 felt har ændret sig' }).waitFor()
  const row = page.getByRole('table', { name: 'Ændrede felter' }).getByRole('row').nth(1)
  expect(await row.textContent()).toMatch(/^BO2.*Odsherred.*Planlagt.*I gang/)

  await page.goto('/plan/status/foraar')
  await page.getByRole('list', { name: 'Tegnforklaring' }).waitFor()
})

test('a citizen opens the report as PDF and Word file: both in Danish, with headings and tables, and marked as examples', async () => {
  const page = await visitor()
  await page.goto('/plan/rapporter/nu')

  const pdf = (await downloaded(page, 'Hent som PDF')).toString('latin1')
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(pdf).toMatch(/\/Lang ?\(da-DK\)/)
  for (const tag of ['Marked true', 'S /H1', 'S /H2', 'S /Table', 'S /TH', 'S /L']) expect(pdf, tag).toContain(`/${tag}`)

  const word = unzipSync(await downloaded(page, 'Hent som Word'))
  const part = (name: string) => strFromU8(word[name] ?? new Uint8Array())
  expect(part('word/styles.xml')).toContain('<w:lang w:val="da-DK"/>')
  expect(part('word/header1.xml')).toContain('eksempeldata')
  for (const sign of ['w:val="Heading1"', 'w:val="Heading2"', '<w:tblHeader', '<w:numPr>'])
    expect(part('word/document.xml'), sign).toContain(sign)
})
