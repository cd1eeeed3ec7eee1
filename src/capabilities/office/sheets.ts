import type { File } from '../../platform/action.ts'
import { type Column, csvFile } from '../../platform/sheet.ts'
import type { Day } from '../../platform/values/day.ts'
import { instantText } from '../../platform/values/day.ts'
import { deedName } from '../people/index.ts'
import type { Deed } from './store.ts'

const columns: Column<Deed>[] = [
  { key: 'at', title: 'Hvornår', kind: 'text', value: ({ at }) => instantText(at) },
  { key: 'utc', title: 'Hvornår (UTC)', kind: 'text', value: ({ at }) => at.toISOString() },
  { key: 'who', title: 'Hvem', kind: 'text', value: ({ actorName }) => actorName },
  { key: 'roles', title: 'Roller', kind: 'text', value: ({ actorRoles }) => actorRoles },
  { key: 'what', title: 'Hvad', kind: 'text', value: ({ name }) => deedName(name) },
  { key: 'thing', title: 'På hvad', kind: 'text', value: ({ subject }) => subject },
  {
    key: 'detail',
    title: 'Nærmere',
    kind: 'text',
    value: ({ detail }) => (Object.keys(detail).length > 0 ? JSON.stringify(detail) : ''),
  },
  { key: 'request', title: 'Anmodning', kind: 'text', value: ({ requestId }) => requestId },
]

const nameOn = (today: Day, ending: string) => `haendelser-${today}.${ending}`

export async function asCsv(batches: AsyncIterable<Deed[]>, today: Day): Promise<File> {
  const deeds: Deed[] = []
  for await (const batch of batches) deeds.push(...batch)
  return csvFile(nameOn(today, 'csv'), columns, deeds)
}

/** One deed a line, sent as it is read. */
export const asJsonLines = (batches: AsyncIterable<Deed[]>, today: Day): File => ({
  name: nameOn(today, 'jsonl'),
  type: 'application/jsonl; charset=utf-8',
  body: ReadableStream.from(linesOf(batches)) as ReadableStream<Uint8Array>,
})

async function* linesOf(batches: AsyncIterable<Deed[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const batch of batches) yield encoder.encode(batch.map((deed) => `${JSON.stringify(deed)}\n`).join(''))
}
