import { type Field, type FoundColumn, plainTitle } from './field.ts'
import { similarity } from './similar.ts'

/** What a column is read as: a field's key, or undefined when it is not read. `by`: how one knows. Danish: forslag. */
export type Proposal = { column: FoundColumn; field: string | undefined; by: 'remembered' | 'same' | 'similar' | 'nothing' }

/** Titles as `plainTitle` has them, and the field each was read as last; undefined: it was not to be read. */
export type Remembered = ReadonlyMap<string, string | undefined>

const ALIKE = 0.6

/**
 * What each column is most likely to be: as it was read last, else by the likeness of its title. No field is given to two
 * columns; what was remembered goes first, then the likest.
 */
export function propose(
  columns: readonly FoundColumn[],
  fields: readonly Field[],
  remembered: Remembered = new Map(),
): Proposal[] {
  const taken = new Set<string>()
  const found = new Map<FoundColumn, Proposal>()
  for (const column of columns) {
    const title = plainTitle(column.title)
    if (!remembered.has(title)) continue
    const known = fields.find(({ key }) => key === remembered.get(title))?.key
    if (known !== undefined && taken.has(known)) continue
    if (known !== undefined) taken.add(known)
    found.set(column, { column, field: known, by: 'remembered' })
  }
  for (const { column, field, likeness } of likest(
    columns.filter((column) => !found.has(column)),
    fields,
  )) {
    if (found.has(column) || taken.has(field)) continue
    taken.add(field)
    found.set(column, { column, field, by: likeness === 1 ? 'same' : 'similar' })
  }
  return columns.map((column) => found.get(column) ?? { column, field: undefined, by: 'nothing' })
}

/** Need nobody be asked? Every column was read before, or is titled as the field itself. */
export const isSettled = (proposals: readonly Proposal[]): boolean =>
  proposals.some(({ field }) => field !== undefined) && proposals.every(({ by }) => by === 'remembered' || by === 'same')

type Match = { column: FoundColumn; field: string; likeness: number }

/** Every likely pair, the likest first; of equals the leftmost column, and the first field. */
function likest(columns: readonly FoundColumn[], fields: readonly Field[]): Match[] {
  return columns
    .flatMap((column) =>
      fields.flatMap((field): Match[] => {
        const likeness = likenessOf(column, field)
        return likeness >= ALIKE ? [{ column, field: field.key, likeness }] : []
      }),
    )
    .sort((a, b) => b.likeness - a.likeness || a.column.at - b.column.at)
}

/** The lower of two titles tells less without the upper. */
function likenessOf({ title }: FoundColumn, { label, titles }: Field): number {
  const own = title.includes(': ') ? title.slice(title.indexOf(': ') + 2) : undefined
  return Math.max(
    ...[label, ...titles].map((known) =>
      Math.max(similarity(title, known), own === undefined ? 0 : 0.9 * similarity(own, known)),
    ),
  )
}
