import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { browser } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'
import { edited, finder } from '../setup/workbook.ts'

let program: Program
let context: BrowserContext
let page: Page

beforeAll(async () => {
  program = await startProgram()
})
afterAll(async () => {
  await program?.stop()
})
beforeEach(() => open())
afterEach(() => context.close())

async function open(javaScriptEnabled = true): Promise<void> {
  await context?.close()
  context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url, javaScriptEnabled })
  page = await context.newPage()
}

async function mustBeAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
}

async function signIn(name: string): Promise<void> {
  await page.goto('/log-ind?videre=/regneark')
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Regneark' }).waitFor()
}

/** Fetches the workbook as the reader does. */
async function fetched(): Promise<Uint8Array> {
  await page.goto('/regneark')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Hent regneark (Excel)' }).click(),
  ])
  return readFile(await download.path())
}

/** Chooses the file and sends it, and waits until the program has read it. */
async function send(bytes: Uint8Array, button: string): Promise<void> {
  const path = join(program.dataFolder, 'regneark.xlsx')
  await writeFile(path, bytes)
  await page.getByLabel('Det rettede regneark').setInputFiles(path)
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.waitForURL(/\/regneark\/[0-9a-f-]{36}/)
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('the edited workbook comes back: an error by its cell, then what is new, then it stands in the matrix', async () => {
  await signIn('Indberetter, Faxe')
  await mustBeAccessible()
  const bytes = await fetched()
  const status = await finder(bytes, 'Status')
  const [state, day] = [status(['Faxe', 'KT1'], 'Status'), status(['Faxe', 'KT1'], 'Dag')]

  await send(await edited(bytes, { Status: { [state]: 'I gan' } }), 'Læs regnearket')
  await heading('Der er fejl i 1 celle').waitFor()
  await page.getByRole('rowheader', { name: state }).waitFor()
  await page.getByText('»I gan« er ikke en status. Skriv en af: Ikke begyndt, Planlagt, I gang').waitFor()
  await mustBeAccessible()

  const right = await edited(bytes, { Status: { [state]: 'Sat på pause', [day]: '' } })
  await send(right, 'Læs regnearket igen')
  await heading('1 række er ny eller ændret').waitFor()
  await page.getByRole('row', { name: /Faxe KT1 .* Sat på pause/ }).waitFor()
  await mustBeAccessible()
  await page.getByRole('button', { name: 'Gem 1 række' }).click()
  await page.getByText('Regnearket er gemt: 1 række.').waitFor()
  await mustBeAccessible()

  await page.getByRole('link', { name: 'Se status' }).click()
  await page
    .getByRole('link', { name: /^Sat på pause/ })
    .and(page.locator('[href="/plan/parter/faxe/KT1"]'))
    .waitFor()

  await page.goto('/regneark')
  await send(right, 'Læs regnearket')
  await heading('Der er intet nyt i regnearket').waitFor()
  await mustBeAccessible()
})

test('it works without a script too', async () => {
  await open(false)
  await signIn('Indberetter, Greve')
  const bytes = await fetched()
  const status = await finder(bytes, 'Status')
  const edits = { [status(['Greve', 'BO2'], 'Status')]: 'Sat på pause', [status(['Greve', 'BO2'], 'Dag')]: '' }
  await send(await edited(bytes, { Status: edits }), 'Læs regnearket')
  for (let again = 0; again < 50 && (await heading('Regnearket bliver læst').isVisible()); again++)
    await page.getByRole('link', { name: 'se, hvor langt det er' }).click()
  await page.getByRole('button', { name: 'Gem 1 række' }).click()
  await page.getByText('Regnearket er gemt: 1 række.').waitFor()
})

test('a file that is too large is answered in words', async () => {
  await signIn('Indberetter, Faxe')
  await send26MB()
  await page.getByText('Det sendte er for stort').waitFor()
})

async function send26MB(): Promise<void> {
  const path = join(program.dataFolder, 'stor.xlsx')
  await writeFile(path, new Uint8Array(26 * 1024 * 1024))
  await page.getByLabel('Det rettede regneark').setInputFiles(path)
  await page.getByRole('button', { name: 'Læs regnearket' }).click()
}

test('the feed of changes is well-formed', async () => {
  const feed = await (await fetch(`${program.url}/plan/aendringer.atom`)).text()
  await page.goto('/plan')
  const [name, entries] = await page.evaluate<[string, number]>(`{
    const document = new DOMParser().parseFromString(${JSON.stringify(feed)}, 'application/xml');
    [document.documentElement.nodeName, document.getElementsByTagName('entry').length]
  }`)
  expect(name).toBe('feed')
  expect(entries).toBe(100)
})
