import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { LegalBasis } from './legal-basis.ts'
import { addBasis, addTerm, type Entry } from './store.ts'
import { CONCEPT, OWN } from './term.ts'

const folder = new URL('../../../data/terms/', import.meta.url)

type GroupInFile = { code: string; label: string; parent?: string; definition?: string }
type ConceptInFile = { code: string; label: string; definition: string; source: string }

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(new URL(file, folder), 'utf8')) as T

/** Legal bases, our own short list of target groups, and the words to agree on. What is there already stays as it is. */
export async function loadTerms(sql: Sql): Promise<void> {
  const bases = await read<LegalBasis[]>('legal-bases.json')
  const have = new Set((await sql<{ key: string }[]>`select key from legal_basis`).map(({ key }) => key))
  for (const [position, basis] of bases.entries())
    if (!have.has(basis.key)) await addBasis(sql, { ...basis, position }, by(basis.source))
  await loadGroups(sql, await read<{ source: string; groups: GroupInFile[] }>('target-groups.json'))
  for (const [position, concept] of (await read<ConceptInFile[]>('concepts.json')).entries())
    if (!(await idOf(sql, CONCEPT, concept.code)))
      await addTerm(sql, { ...concept, system: CONCEPT, kind: 'concept', position }, by(concept.source))
}

async function loadGroups(sql: Sql, { source, groups }: { source: string; groups: GroupInFile[] }): Promise<void> {
  for (const [position, { code, label, parent, definition }] of groups.entries()) {
    if (await idOf(sql, OWN, code)) continue
    const parentId = parent ? await idOf(sql, OWN, parent) : undefined
    await addTerm(sql, { system: OWN, kind: 'target_group', code, label, source, definition, parentId, position }, by(source))
  }
}

async function idOf(sql: Sql, system: string, code: string): Promise<number | undefined> {
  const [term] = await sql<{ id: number }[]>`select id from term where system = ${system} and code = ${code}`
  return term?.id
}

const by = (source: string): Entry => ({ kind: 'added', source, actorId: undefined, actorName: 'Fælles', now: new Date() })
