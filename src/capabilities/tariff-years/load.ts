import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { addNote, hasNote, type NewNote } from './store/notes.ts'
import { takeOverPrices } from './store/take-over.ts'
import { addVisibility, anyVisibility, type NewVisibility } from './store/visibility.ts'

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../../data/tariff-years/${file}`, import.meta.url), 'utf8')) as T

/** Rules, key figures and decisions the sources tell of, and the register's prices as tariffs; what is there already stays. */
export async function loadTariffYears(sql: Sql): Promise<void> {
  if (!(await anyVisibility(sql))) for (const row of await read<NewVisibility[]>('visibility.json')) await addVisibility(sql, row)
  for (const note of await read<NewNote[]>('notes.json')) if (!(await hasNote(sql, note))) await addNote(sql, note)
  await takeOverPrices(sql, new Date())
}
