import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Letter } from './letter.ts'
import { addLetter, letters } from './store/letters.ts'

const file = new URL('../../../data/increases/letter.json', import.meta.url)

/** A first draft of the letter to suppliers; what the secretariat has written stays. */
export async function loadSupplierLetter(sql: Sql): Promise<void> {
  if ((await letters(sql)).length > 0) return
  const draft = JSON.parse(await readFile(file, 'utf8')) as Pick<Letter, 'subject' | 'body' | 'reason' | 'source'>
  await addLetter(sql, { ...draft, actorId: undefined, actorName: 'Fælles', recordedAt: new Date() })
}
