import { writeXlsx } from 'hucre'
import type { Studio } from './studio.ts'

const across = (row: number, from: number, to: number) => ({ startRow: row, endRow: row, startCol: from, endCol: to })

/** An operator's own list: what its columns are is asked once, and what is new is shown before it is saved. */
export async function bringing(guide: Studio): Promise<void> {
  const faxe = await guide.as('Indberetter, Faxe')
  await faxe.goto('/tilbud/indlaes')
  const rows = [
    ['Oversigt over vores steder'],
    ['Sted', null, 'Kapacitet', null, 'Økonomi'],
    ['Stedets navn', 'TP-nr.', 'Lovhjemmel', 'Norm. pladser', 'Dagspris'],
    ['Granstuen', '880011', 'SEL § 107', 12, '2.530,50'],
    ['Birkehuset', '880012', 'SEL § 108', 6, '3.100'],
  ]
  const merges = [across(0, 0, 4), across(1, 0, 1), across(1, 2, 3)]
  await faxe.getByLabel('Regneark med tilbud').setInputFiles({
    name: 'vores-steder.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: 'Pladser', rows, merges }] })),
  })
  await faxe.getByRole('button', { name: 'Læs filen' }).click()
  const from = faxe.getByRole('heading', { level: 1 })
  await faxe.getByRole('heading', { level: 1, name: 'Hvad er kolonnerne?' }).waitFor()
  await guide.take(faxe, 'importer-kolonner', { from, to: faxe.getByRole('table').first() })
  await faxe.getByRole('button', { name: 'Læs filen', exact: true }).click()
  await faxe.getByRole('heading', { level: 1, name: /nye eller ændrede/ }).waitFor()
  await guide.take(faxe, 'importer-vist', { from, to: faxe.getByRole('table').last() })
}
