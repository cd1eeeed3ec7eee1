import { titleKey } from '../../platform/sheet.ts'
import { allParties } from '../parties/index.ts'
import { planOn } from '../plan/index.ts'
import type { Counts } from './draft.ts'
import type { Reading } from './incoming.ts'
import { type StatusIn, statusBook, statusRow } from './status-row.ts'
import { statusCells } from './status-sheet.ts'
import { classify, countStandings, foreign, stage, twice } from './store/status.ts'

const BATCH = 1000

/** Reads the sheet »Status« to its end; only a batch of its rows is held at a time. */
export async function readStatus(reading: Reading): Promise<Counts> {
  const { sql, draft, sheet, faults, today } = reading
  const [parties, plan] = await Promise.all([allParties(sql), planOn(sql, today)])
  const book = statusBook(parties, plan.areas, today)
  let batch: StatusIn[] = []
  for await (const row of sheet.rows) {
    const read = faults.reading(sheet.name, () => statusRow(row, book))
    if (read) batch.push(read)
    if (batch.length < BATCH) continue
    await stage(sql, draft.id, batch)
    batch = []
  }
  await stage(sql, draft.id, batch)
  await classify(sql, draft.id)
  await tellTwice(reading)
  await tellForeign(reading)
  return countStandings(sql, draft.id)
}

/** Where a column stands in a row of the file: 'C17'. */
function refOf({ sheet }: Reading, title: string, row: number): string {
  const head = sheet.header?.cells.find(({ text }) => titleKey(text) === titleKey(title))
  return `${head?.ref.replace(/\d+$/, '') ?? 'A'}${row}`
}

async function tellTwice(reading: Reading): Promise<void> {
  const { sql, draft, sheet, faults } = reading
  const rows = await twice(sql, draft.id, Math.max(faults.room, 1))
  const errors = rows.map(({ number, first }) => ({
    ref: refOf(reading, statusCells.state.title, number),
    text: `Rækken gælder samme part, indsatsområde og dag som række ${first}, men siger noget andet. Slet den ene.`,
  }))
  faults.add(sheet.name, errors, (rows[0]?.of ?? 0) - rows.length)
}

async function tellForeign(reading: Reading): Promise<void> {
  const { sql, draft, sheet, faults } = reading
  const { parties, others } = draft.scope
  if (others) return
  const own = parties.map(([id]) => id)
  const rows = await foreign(sql, draft.id, own, Math.max(faults.room, 1))
  const errors = rows.map(({ number, party }) => ({
    ref: refOf(reading, statusCells.party.title, number),
    text: `Du kan ikke melde for ${party}, kun for din egen part. Slet rækken, eller lad den stå, som den var.`,
  }))
  faults.add(sheet.name, errors, (rows[0]?.of ?? 0) - rows.length)
}
