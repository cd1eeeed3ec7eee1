import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { allParties } from '../parties/index.ts'
import { itemWithKey } from '../plan/index.ts'
import type { Decision, Step } from './cycle.ts'
import { addEntry, beginCycle, countExamples, removeExamples } from './store.ts'

type CycleInFile = {
  initiative: string
  party?: string
  title: string
  entries: { step: Step; day: Day; text: string; decision?: Decision }[]
}

/** Invented cycles for the trial edition. */
export const exampleCycles = {
  label: 'forbedringsforløb',
  count: countExamples,
  async load(sql: Sql): Promise<void> {
    const file = await readFile(new URL('../../../data/programme/example-cycles.json', import.meta.url), 'utf8')
    const parties = new Map((await allParties(sql)).map(({ key, id }) => [key, id]))
    for (const { initiative, party, title, entries } of JSON.parse(file) as CycleInFile[]) {
      const item = await itemWithKey(sql, initiative)
      if (!item) throw new Error(`no initiative ${initiative}`)
      const at = new Date(`${entries[0]?.day ?? '2025-01-01'}T11:00:00Z`)
      const { id } = await beginCycle(sql, {
        initiativeId: item.id,
        partyId: party ? parties.get(party) : undefined,
        title,
        at,
        actorId: undefined,
        example: true,
      })
      for (const entry of entries)
        await addEntry(sql, { ...entry, cycleId: id, recordedAt: new Date(`${entry.day}T11:00:00Z`), actorId: undefined })
    }
  },
  async remove(sql: Sql): Promise<void> {
    await removeExamples(sql)
  },
}
