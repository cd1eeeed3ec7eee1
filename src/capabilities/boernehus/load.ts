import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import type { Kind, Outcome } from './cases.ts'
import { addFigure, addTarget } from './store.ts'

type Told = { origin: string; year: number; note?: string; source: string; sourceDay: Day }
type InFile = {
  figures: (Told & { kind: Kind; cases: number; derived?: boolean })[]
  targets: (Told & { text: string; outcome: Outcome })[]
}

/** What the sources tell of Børnehus Sjælland; what is there already stays. */
export async function loadBoernehus(sql: Sql): Promise<void> {
  const file = JSON.parse(await readFile(new URL('../../../data/specialised/boernehus.json', import.meta.url), 'utf8')) as InFile
  const by = { actorName: 'Fælles', recordedAt: new Date(), sourceUrl: undefined }
  for (const { derived = false, note, ...figure } of file.figures)
    await addFigure(sql, { ...figure, ...by, derived, note, municipalityCode: undefined })
  for (const { note, ...target } of file.targets) await addTarget(sql, { ...target, ...by, note })
}
