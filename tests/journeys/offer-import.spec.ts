import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { writeXlsx } from 'hucre'
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
afterAll(() => program?.stop())
beforeEach(async () => {
  context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
  page = await context.newPage()
})
afterEach(() => context.close())

async function mustBeAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
}

type Row = (string | number | null)[]

/** As an operator keeps its own list: a title line, two rows of titles, names of its own, a decimal comma. */
const ownList = (rows: Row[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      {
        name: 'Pladser 2026',
        rows: [
          ['Oversigt over vores steder'],
          ['Sted', null, 'Kapacitet', null, 'Økonomi', null],
          ['Stedets navn', 'TP-nr.', 'Lovhjemmel', 'Norm. pladser', 'Dagspris', 'Ansvarlig afd.'],
          ...rows,
        ],
        merges: [
          { startRow: 0, endRow: 0, startCol: 0, endCol: 5 },
          { startRow: 1, endRow: 1, startCol: 0, endCol: 1 },
          { startRow: 1, endRow: 1, startCol: 2, endCol: 3 },
          { startRow: 1, endRow: 1, startCol: 4, endCol: 5 },
        ],
      },
    ],
  })

/** Chooses the file and sends it, and waits until the program has read it. */
async function send(bytes: Uint8Array): Promise<void> {
  const path = join(program.dataFolder, 'pladser.xlsx')
  await writeFile(path, bytes)
  await page.getByLabel('Regneark med tilbud').setInputFiles(path)
  await page.getByRole('button', { name: 'Læs filen', exact: true }).click()
  await page.waitForURL(/\/tilbud\/indlaes\/[0-9a-f-]{36}/)
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const column = (name: RegExp) => page.getByRole('combobox', { name })

test('an unknown workbook: its columns are said once, an error is mended, it is confirmed, found, and known the next time', async () => {
  await signInAs(page, 'Indberetter, Faxe')
  await page.goto('/tilbud')
  await page.getByRole('link', { name: 'Læs tilbud ind fra et regneark' }).click()
  await heading('Læs tilbud ind fra et regneark').waitFor()
  await mustBeAccessible()

  await send(await ownList([['Granstuen', '880011', 'SEL § 107', 'tolv', '2.530,50', 'Øst']]))
  await heading('Hvad er kolonnerne?').waitFor()
  await page.getByText('Overskrifterne står i række 2 og 3.').waitFor()
  await mustBeAccessible()
  await column(/Sted: Stedets navn/).selectOption({ label: 'Tilbud' })
  await column(/Sted: TP-nr\./).selectOption({ label: 'Tilbudsid' })
  await column(/Lovhjemmel/).selectOption({ label: 'Retsgrundlag' })
  await column(/Norm\. pladser/).selectOption({ label: 'Godkendte pladser' })
  await column(/Dagspris/).selectOption({ label: 'Pris, kr.' })
  await column(/Ansvarlig afd\./).selectOption({ label: 'Læs ikke kolonnen' })
  await page.getByRole('button', { name: 'Læs filen', exact: true }).click()

  await heading('Der er fejl i 1 celle').waitFor()
  await page.getByRole('rowheader', { name: 'Celle D4' }).waitFor()
  await page.getByText('»tolv« er ikke et helt tal').waitFor()
  await mustBeAccessible()

  await page.getByRole('link', { name: 'Send den rettede fil' }).click()
  await send(await ownList([['Granstuen', '880011', 'SEL § 107', 12, '2.530,50', 'Øst']]))
  await heading('1 række er ny eller ændret').waitFor()
  await page.getByText('Ansvarlig afd.').waitFor()
  await page.getByText('2.530,50 kr. pr. døgn (2026)').waitFor()
  await mustBeAccessible()
  await page.getByRole('button', { name: 'Gem 1 række' }).click()
  await page.getByText('Filen er gemt: 1 række.').waitFor()
  await mustBeAccessible()

  await page.goto('/tilbud?q=Granstuen')
  await page
    .getByRole('link', { name: /Granstuen/ })
    .first()
    .click()
  await heading('Granstuen').waitFor()

  await page.goto('/tilbud/indlaes')
  await send(
    await ownList([
      ['Granstuen', '880011', 'SEL § 107', 12, '2.530,50', 'Øst'],
      ['Birkehuset', '880012', 'SEL § 108', 6, '3.100', 'Vest'],
    ]),
  )
  await heading('1 række er ny eller ændret').waitFor()
})

test('an offer that is known by its name alone is asked about', async () => {
  await signInAs(page, 'Sekretariatet')
  await page.goto('/tilbud/indlaes')
  await send(
    await writeXlsx({
      sheets: [
        {
          name: 'Ark1',
          rows: [
            ['Tilbud', 'Hjemmeside'],
            ['Kofoedsminde', 'www.kofoedsminde.dk'],
          ],
        },
      ],
    }),
  )
  await heading('1 række kendes kun på navnet').waitFor()
  await mustBeAccessible()
  await page.getByRole('link', { name: 'Svar på, hvilke tilbud det er' }).click()
  await heading('Er det det samme tilbud?').waitFor()
  await mustBeAccessible()
  await page.getByLabel('Ja, det er Kofoedsminde').check()
  await page.getByRole('button', { name: 'Gem svarene, og læs videre' }).click()
  await heading('1 række er ny eller ændret').waitFor()
  await page.getByText('https://www.kofoedsminde.dk').waitFor()
})
