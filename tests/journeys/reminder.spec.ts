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

/** Somebody at a browser of his own, signed in as a demo person or not at all. */
async function at(person?: string): Promise<Page> {
  const context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
  const page = await context.newPage()
  if (person) await signInAs(page, person)
  return page
}

const findings = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

test('a reminder is stopped from the mail in the outbox, by somebody who is not signed in', async () => {
  const secretariat = await at('Sekretariatet')
  await secretariat.goto('/kontor/paamindelser')
  await secretariat.getByRole('link', { name: 'Send påmindelser nu' }).click()
  await secretariat.getByRole('button', { name: /^Læg \d+ mails i udbakken$/ }).click()
  await secretariat.getByRole('status').getByText('påmindelser er lagt i udbakken').waitFor()
  expect(await findings(secretariat)).toEqual([])

  const line = secretariat.getByRole('row', { name: /^Indberetter, Faxe/ })
  await line.getByRole('link', { name: /Se mailen/ }).click()
  expect(await secretariat.getByText('Modtageren er en eksempelperson').isVisible()).toBe(true)
  const stop = await secretariat.getByRole('link', { name: /paamindelser\/stop/ }).getAttribute('href')
  expect(await findings(secretariat)).toEqual([])

  const reader = await at()
  await reader.goto(stop ?? '')
  expect(await reader.getByRole('heading', { level: 1 }).textContent()).toBe('Stop påmindelser')
  expect(await findings(reader)).toEqual([])
  await reader.getByRole('button', { name: 'Stop påmindelser til mig' }).click()
  await reader.getByRole('heading', { name: 'Du får ikke flere påmindelser' }).waitFor()

  await secretariat.goto('/kontor/paamindelser')
  const stopped = secretariat.getByRole('table', { name: 'Har stoppet påmindelser' })
  expect(await stopped.getByRole('row', { name: /Indberetter, Faxe.*Linket i en mail/ }).count()).toBe(1)

  const faxe = await at('Indberetter, Faxe')
  await faxe.goto('/paamindelser')
  await faxe.getByRole('button', { name: 'Slå påmindelser til igen' }).click()
  await faxe.getByText('Du får påmindelser igen').waitFor()
  expect(await faxe.getByRole('button', { name: 'Stop påmindelser til mig' }).isVisible()).toBe(true)
})

test('the example data go with one deed, and no page speaks of them any more', async () => {
  const secretariat = await at('Sekretariatet')
  await secretariat.goto('/kontor/eksempeldata')
  expect(await findings(secretariat)).toEqual([])
  await secretariat.getByRole('button', { name: 'Fjern alle eksempeldata' }).click()
  await secretariat.getByRole('heading', { name: 'Her er ingen eksempeldata' }).waitFor()

  const reader = await at()
  await expect.poll(async () => (await reader.goto('/')) && reader.getByText('eksempeldata').count()).toBe(0)
  expect(await reader.getByText('0 af 18 har meldt').isVisible()).toBe(true)
  expect(await reader.getByText('Prøveudgave', { exact: true }).isVisible()).toBe(true)
  expect(await findings(reader)).toEqual([])
})

test('the public pages of the house stand up to axe, at 320 pixels without a sideways scroll', async () => {
  const reader = await at()
  await reader.setViewportSize({ width: 320, height: 800 })
  for (const path of ['/', '/om', '/om/regler', '/tilgaengelighed', '/cookies', '/privatliv', '/sundhed', '/om/vejledning']) {
    await reader.goto(path)
    expect(await findings(reader), path).toEqual([])
    expect(await reader.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320)
  }
})

test('so do the pages of the office', async () => {
  const secretariat = await at('Sekretariatet')
  await secretariat.setViewportSize({ width: 320, height: 800 })
  const paths = [
    '/kontor',
    '/kontor/udbakke',
    '/kontor/paamindelser',
    '/kontor/paamindelser/send',
    '/kontor/haendelser',
    '/kontor/regler',
    '/kontor/regler/report.staleDays',
    '/kontor/eksempeldata',
    '/paamindelser',
  ]
  for (const path of paths) {
    await secretariat.goto(path)
    expect(await findings(secretariat), path).toEqual([])
    expect(await secretariat.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(320)
  }
})
