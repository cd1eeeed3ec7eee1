import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, signInAs } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'

let program: Program

beforeAll(async () => {
  program = await startProgram()
})
afterAll(() => program?.stop())

async function at(person?: string, width = 1280): Promise<Page> {
  const context = await (await browser()).newContext({
    locale: 'da-DK',
    baseURL: program.url,
    viewport: { width, height: 900 },
  })
  const page = await context.newPage()
  if (person) await signInAs(page, person)
  return page
}

const findings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

/** The secretariat sends Lolland its mail; gives the address in it. */
async function linkFromOutbox(): Promise<string> {
  const secretariat = await at('Sekretariatet')
  await secretariat.goto('/kontor/ledige')
  expect(await findings(secretariat)).toEqual([])
  await secretariat.getByRole('link', { name: /^Send.* til Lolland Kommune$/ }).click()
  expect(await findings(secretariat)).toEqual([])
  await secretariat.getByRole('button', { name: 'Læg mailen i udbakken' }).click()
  await secretariat.getByText('En mail til Lolland Kommune er lagt i udbakken.').waitFor()
  await secretariat.goto('/kontor/udbakke')
  await secretariat
    .getByRole('link', { name: /Passer jeres ledige pladser stadig\? Lolland/ })
    .first()
    .click()
  const link = await secretariat.getByRole('link', { name: /ledige\/svar/ }).getAttribute('href')
  if (!link) throw new Error('no link in the mail')
  return link
}

/** Every row of the board that tells of Lolland's own offers, as a reader sees them. */
const onBoard = async (reader: Page, section: string) => {
  await reader.goto('/ledige')
  return reader
    .getByRole('table', { name: section })
    .getByRole('row', { name: /Bangshavecenteret|Skovcentret/ })
    .count()
}

test('a stale vacancy becomes fresh by one button in the weekly mail, pressed on a telephone by somebody not signed in', async () => {
  const reader = await at()
  expect(await onBoard(reader, 'Forældede: ring, før I regner med dem')).toBe(1)
  expect(await findings(reader)).toEqual([])

  const link = await linkFromOutbox()
  const scanner = await at()
  await scanner.goto(link)
  await scanner.goto(`${link}/ret`)

  const provider = await at(undefined, 320)
  await provider.goto(link)
  expect(await provider.getByRole('heading', { level: 1 }).textContent()).toBe('Passer jeres ledige pladser stadig?')
  expect(await findings(provider)).toEqual([])
  expect(await provider.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await provider.getByRole('button', { name: 'Stadig korrekt' }).click()
  await provider.getByRole('heading', { name: 'Tak. Svaret er gemt' }).waitFor()
  expect(await provider.getByText('Bekræftet uændret').count()).toBeGreaterThan(0)
  expect(await findings(provider)).toEqual([])

  expect(await onBoard(reader, 'Bekræftet for nylig')).toBe(1)
  expect(await reader.getByRole('row', { name: /Bangshavecenteret.*fra den ugentlige mail/ }).count()).toBe(1)

  await scanner.goto(link)
  await scanner.getByRole('heading', { name: 'Linket er brugt' }).waitFor()
  expect(await scanner.getByRole('button', { name: 'Stadig korrekt' }).count()).toBe(0)
  expect(await findings(scanner)).toEqual([])
})

test('a contributor changes a number, and a number that cannot be is told at its field', async () => {
  const koege = await at('Indberetter, Køge', 375)
  await koege.goto('/ledige/mine')
  await koege.getByRole('link', { name: 'Køge Kommune', exact: true }).click()
  await koege.getByRole('link', { name: 'Ret', exact: true }).click()
  const own = koege
    .getByRole('region', { name: 'Fændediget' })
    .or(koege.locator('section', { hasText: 'Fændediget' }))
    .first()
  await own.getByLabel('Ledige pladser').fill('5')
  await koege.getByRole('button', { name: 'Gem og bekræft' }).click()
  await koege.getByText('5 ledige af 4 pladser').first().waitFor()
  expect(await findings(koege)).toEqual([])
  await own.getByLabel('Ledige pladser').fill('3')
  await koege.getByRole('button', { name: 'Gem og bekræft' }).click()
  await koege
    .getByText(/er meldt/)
    .first()
    .waitFor()
  expect(await findings(koege)).toEqual([])

  const reader = await at()
  await reader.goto('/ledige?kommune=259')
  expect(await reader.getByRole('row', { name: /Fændediget.*3 ledige pladser/ }).count()).toBe(1)
})

test('capacity and occupancy stand up to axe, at 320 pixels without a sideways scroll', async () => {
  const reader = await at(undefined, 320)
  const faxe = await at('Indberetter, Faxe', 320)
  for (const path of ['/ledige', '/tilbud/kapacitet', '/ledige/tilbud/1']) {
    await reader.goto(path)
    expect(await findings(reader), path).toEqual([])
    expect(await reader.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320)
  }
  await faxe.goto('/ledige/mine')
  await faxe.getByRole('link', { name: 'Faxe Kommune', exact: true }).click()
  await faxe.getByRole('link', { name: 'Indberet belægning for kvartalet' }).click()
  expect(await findings(faxe)).toEqual([])
  expect(await faxe.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
})
