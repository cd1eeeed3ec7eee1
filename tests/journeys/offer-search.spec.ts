import { readFile } from 'node:fs/promises'
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

/** The number in »3 resultater«. */
const hits = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByRole('heading', { name: /^\d+ resultat/ }).textContent()) ?? '', 10)

/** Clicks a value, and gives the number that stood beside it. */
async function choose(page: Page, value: string): Promise<number> {
  const link = page.getByRole('link', { name: new RegExp(`^Vis kun ${value} \\d+$`) })
  const beside = Number.parseInt((await link.locator('.offers-count').textContent()) ?? '', 10)
  await link.click()
  await page
    .getByRole('link', { name: new RegExp(`^Fjern ${value}`) })
    .first()
    .waitFor()
  return beside
}

test('a caseworker finds places by a text and three filters, sees where they are, sets them side by side and takes them along', async () => {
  const page = await at('Indberetter, Faxe')
  await page.getByRole('link', { name: 'Tilbud', exact: true }).click()
  await page.getByLabel('Søg', { exact: true }).fill('udviklingshemning')
  await page.getByRole('button', { name: 'Find tilbud' }).click()
  await page.getByText('»udviklingshemning« findes ikke, så der er søgt efter »udviklingshæmning«.').waitFor()
  expect(await findings(page)).toEqual([])

  for (const value of ['Har ledige pladser', 'Døgn', 'Kommunal']) {
    const beside = await choose(page, value)
    expect([value, await hits(page)]).toEqual([value, beside])
  }
  const found = await hits(page)
  const names = await page.locator('.offers-item h3 a').allTextContents()
  expect([names.length, names.includes('Fændediget')]).toEqual([found, true])
  expect(
    await page
      .locator('.offers-item')
      .getByText(/^(Frisk|Ældre|For gammel)$/)
      .count(),
  ).toBe(found)
  expect(await findings(page)).toEqual([])

  await page.getByRole('link', { name: 'Kort', exact: true }).click()
  const tile = page.locator('.offers-map').getByRole('link', { name: /^Køge: / })
  const inKoege = Number.parseInt((await tile.getAttribute('aria-label'))?.split(': ')[1] ?? '', 10)
  expect(await findings(page)).toEqual([])
  await tile.click()
  await page
    .getByRole('link', { name: /^Fjern Køge/ })
    .first()
    .waitFor()
  expect(await hits(page)).toBe(inKoege)
  await page.getByRole('list', { name: 'Valgte filtre' }).getByRole('link', { name: 'Fjern Køge' }).click()
  await page.getByRole('heading', { name: `${found} resultater` }).waitFor()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const csv = await readFile((await (await download).path()) ?? '', 'utf8')
  expect(csv.trim().split('\n')).toHaveLength(found + 1)
  for (const name of names) expect(csv).toContain(name)

  const real = names.filter((name) => !name.includes('(')).slice(0, 3)
  for (const name of real) await page.getByLabel(new RegExp(`^Sammenlign ${name}`)).check()
  await page.getByRole('button', { name: 'Sammenlign de valgte' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sammenlign tilbud' }).waitFor()
  const heads = await page.getByRole('columnheader').allTextContents()
  expect(heads).toEqual(['Tilbud', ...real])
  expect(await page.getByRole('row', { name: /^Ledige pladser .*bekræftet/ }).count()).toBe(1)
  expect(await findings(page)).toEqual([])
  await page.getByRole('link', { name: 'Åbn Fændediget' }).click()
  await page.getByRole('heading', { level: 2, name: 'Ledige pladser' }).waitFor()
  expect(await findings(page)).toEqual([])
})

test('on the narrowest telephone the same is there, without a sideways scroll', async () => {
  const page = await at(undefined, 320)
  const ids = 'tilbud=1&tilbud=5&tilbud=16'
  for (const path of [
    '/tilbud',
    '/tilbud?q=autisme&alder=20&pris_fra=1&form=day',
    '/tilbud?vis=kort',
    `/tilbud/sammenlign?${ids}`,
    '/tilbud/16',
  ]) {
    await page.goto(path)
    expect(await findings(page), path).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320)
  }
  await page.goto('/tilbud')
  await page.locator('summary').filter({ hasText: 'Filtre' }).click()
  await choose(page, 'Døgn')
  expect(await hits(page)).toBeGreaterThan(0)
})

test('a provider signs in, stands by the vacancies with one button, and is led to the own places and prices', async () => {
  const page = await at('Leverandør, Marjatta', 375)
  expect(new URL(page.url()).pathname).toBe('/ledige/mine')
  await page.getByRole('link', { name: 'Marjatta', exact: true }).click()
  await page.getByRole('button', { name: 'Stadig korrekt' }).click()
  await page
    .getByText(/pladslinjer er bekræftet/)
    .first()
    .waitFor()
  expect(await page.getByText('Frisk', { exact: true }).count()).toBe(10)
  await page.goto('/ledige/mine')
  await page.getByRole('link', { name: 'Ret tilbud, pladser og priser hos Marjatta' }).click()
  await page.getByRole('link', { name: 'Marjatta', exact: true }).last().click()
  await page.getByRole('link', { name: 'Ret oplysninger' }).waitFor()
  expect(await findings(page)).toEqual([])
})
