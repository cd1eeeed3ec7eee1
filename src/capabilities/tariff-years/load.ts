import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { addNote, hasNote, type NewNote } from './store/notes.ts'
import { addDeadlineRule, type DeadlineRule } from './store/rounds.ts'
import { takeOverPrices } from './store/take-over.ts'

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`../../../data/tariff-years/${file}`, import.meta.url), 'utf8')) as T

/** Rules, key figures and decisions the sources tell of, and the register's prices as tariffs; what is there already stays. */
export async function loadTariffYears(sql: Sql): Promise<void> {
  for (const rule of await read<DeadlineRule[]>('deadlines.json')) await addDeadlineRule(sql, rule)
  for (const note of await read<NewNote[]>('notes.json')) if (!(await hasNote(sql, note))) await addNote(sql, note)
  await takeOverPrices(sql, new Date())
}
