import type { Sql } from '../../platform/db.ts'
import { type CodeSystem, type Concept, compared, isTargetGroup } from './code-system.ts'
import { addTerm, changeTerm, type Entry, termsOf } from './store.ts'
import type { Term } from './term.ts'

/** A code system somebody has uploaded. Danish: indlæsning. */
export type Upload = {
  id: number
  fileName: string
  system: string
  title: string
  systemVersion: string | undefined
  concepts: Concept[]
  actorName: string
  uploadedAt: Date
  takenAt: Date | undefined
}

const columns = (sql: Sql) => sql`id, file_name, system, title, system_version, concepts, actor_name, uploaded_at, taken_at`

export async function addUpload(
  sql: Sql,
  { url, title, version, concepts }: CodeSystem,
  by: { fileName: string; actorId: number | undefined; actorName: string; now: Date },
): Promise<number> {
  const { now, actorId, ...rest } = by
  const own = { ...rest, system: url, title, systemVersion: version ?? null, actorId: actorId ?? null, uploadedAt: now }
  const [row] = await sql<
    { id: number }[]
  >`insert into term_import ${sql({ ...own, concepts: sql.json(concepts as never) })} returning id`
  if (!row) throw new Error('a code system was not kept')
  return row.id
}

export async function uploadWith(sql: Sql, id: number): Promise<Upload | undefined> {
  const [upload] = await sql<Upload[]>`select ${columns(sql)} from term_import where id = ${id}`
  return upload
}

export const uploads = (sql: Sql): Promise<Upload[]> =>
  sql<Upload[]>`select ${columns(sql)} from term_import order by id desc limit 20`

const ofSystem = async (sql: Sql, system: string): Promise<Term[]> =>
  (await termsOf(sql)).filter((term) => term.system === system)

/** What taking the upload in would do now. */
export const comparisonOf = async (sql: Sql, { system, concepts }: Upload) => compared(concepts, await ofSystem(sql, system))

/** Makes the terms of a code system those of the upload; what is gone ends that day and stays with what uses it. */
export async function takeIn(sql: Sql, upload: Upload, by: Omit<Entry, 'kind' | 'source'>, today: string): Promise<void> {
  const { system, systemVersion, concepts } = upload
  const source = [upload.title, systemVersion].filter(Boolean).join(', version ')
  const entry = { ...by, source, kind: 'imported' as const }
  const { added, changed, returned, gone } = compared(concepts, await ofSystem(sql, system))
  const positionOf = new Map(concepts.map(({ code }, at) => [code, at]))
  for (const { code, display, definition } of added)
    await addTerm(
      sql,
      { system, code, kind: 'other', label: display, definition, source, systemVersion, position: positionOf.get(code) ?? 0 },
      entry,
    )
  const ids = new Map((await ofSystem(sql, system)).map(({ code, id }) => [code, id]))
  for (const concept of [...added, ...changed.map(({ concept }) => concept), ...returned.map(({ concept }) => concept)])
    await changeTerm(
      sql,
      ids.get(concept.code) ?? 0,
      {
        label: concept.display,
        definition: concept.definition,
        parentId: concept.parent === undefined ? undefined : ids.get(concept.parent),
        kind: isTargetGroup(concept, concepts) ? 'target_group' : 'other',
        validUntil: undefined,
        source,
        systemVersion,
      },
      added.includes(concept) ? { ...entry, kind: 'imported' } : { ...entry, kind: 'corrected' },
    )
  for (const { id } of gone) await changeTerm(sql, id, { validUntil: today }, { ...entry, kind: 'ended' })
  await sql`update term_import set taken_at = ${by.now} where id = ${upload.id}`
}
