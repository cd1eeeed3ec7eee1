import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { type Day, dayOf } from '../../platform/values/day.ts'
import type { Result } from './listing.ts'
import { addEvent, addSpecialised, allSpecialised, tellTheRegister } from './store/listing.ts'

type InFile = {
  offers: { key: string; name: string; offer?: string; speciality: string; line: string; note?: string }[]
  listed: { day: Day; dayText: string; source: string }
  assessments: {
    origin: string
    key: string
    day: Day
    dayText?: string
    assessedBy: string
    targetGroup?: string
    result: Result
    followUp: boolean
    note?: string
    source: string
  }[]
}

const PROGRAM = { actorName: 'Fælles' }

/** The list of the most specialised offers as the sources have it; what is there already stays. */
export async function loadSpecialised(sql: Sql): Promise<void> {
  const file = JSON.parse(
    await readFile(new URL('../../../data/specialised/most-specialised.json', import.meta.url), 'utf8'),
  ) as InFile
  const now = new Date()
  const there = new Map((await allSpecialised(sql)).map(({ key, id }) => [key, id]))
  for (const { key, name, offer, speciality, line, note } of file.offers) {
    if (there.has(key)) continue
    const id = await addSpecialised(sql, { key, name, offerId: await offerIdOf(sql, offer), note, recordedAt: now })
    there.set(key, id)
    const { source, ...listed } = file.listed
    await addEvent(sql, {
      ...PROGRAM,
      ...listed,
      origin: `OFF-03:${key}`,
      specialisedId: id,
      kind: 'listed',
      speciality,
      source: `${source} ${line}`,
      recordedAt: now,
    })
  }
  for (const { key, ...assessment } of file.assessments) {
    const specialisedId = there.get(key)
    if (specialisedId !== undefined)
      await addEvent(sql, { ...PROGRAM, ...assessment, specialisedId, kind: 'assessed', recordedAt: now })
  }
  await tellTheRegister(sql, dayOf(now))
}

async function offerIdOf(sql: Sql, origin: string | undefined): Promise<number | undefined> {
  if (origin === undefined) return undefined
  const [row] = await sql<{ id: number }[]>`select id from offer where origin = ${origin}`
  return row?.id
}
