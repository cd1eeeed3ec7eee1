import { readFile } from 'node:fs/promises'
import { edited, finder } from '../setup/workbook.ts'
import type { Studio } from './studio.ts'

/** The workbook out, with a cell edited, well and badly, and what the program says of it before anything is saved. */
export async function sheets(guide: Studio): Promise<void> {
  const faxe = await guide.as('Indberetter, Faxe')
  await faxe.goto('/regneark')
  const from = faxe.getByRole('heading', { level: 1 })
  await guide.take(faxe, 'regneark', { from, to: faxe.getByText('Intet bliver gemt, før du siger ja.'), width: 860 })

  const [out] = await Promise.all([faxe.waitForEvent('download'), faxe.getByRole('link', { name: /Hent regneark/ }).click()])
  const bytes = new Uint8Array(await readFile(await out.path()))
  const cell = await finder(bytes, 'Status')
  const send = async (changes: Record<string, string>) => {
    await faxe.goto('/regneark')
    await faxe.getByLabel('Det rettede regneark').setInputFiles({
      name: 'status-faxe.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await edited(bytes, { Status: changes })),
    })
    await faxe.getByRole('button', { name: 'Læs regnearket' }).click()
    await faxe.getByRole('table').first().waitFor()
  }
  await send({ [cell(['KT2'], 'Status')]: 'I gang' })
  await guide.take(faxe, 'regneark-klar', { from, to: faxe.getByRole('table').last() })
  await send({ [cell(['KT2'], 'Status')]: 'I gang', [cell(['KV5'], 'Status')]: 'Snart' })
  await guide.take(faxe, 'regneark-fejl', { from, to: faxe.getByRole('table').last() })
}
