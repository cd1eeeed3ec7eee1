import { looksLikeCpr } from '../values/cpr.ts'
import { Refusal } from '../values/refusal.ts'
import type { Field } from './field.ts'
import type { Survey } from './survey.ts'

/** What a form calls the choice for a column. */
export const choiceName = (at: number): string => `kolonne-${at}`

/**
 * The columns as a person has said they are; what nobody knows the field of is not read.
 * @throws Refusal at the column that is read as what another is already, or when no column is read at all
 */
export function chosenColumns(
  columns: Survey['columns'],
  fields: readonly Field[],
  sent: Readonly<Record<string, unknown>>,
): Survey['columns'] {
  const taken = new Map<string, string>()
  const chosen = columns.map((column) => {
    const field = fields.find(({ key }) => key === sent[choiceName(column.at)])
    const other = field && taken.get(field.key)
    if (field && other !== undefined)
      throw new Refusal(
        choiceName(column.at),
        'chosen twice',
        `Kolonne ${column.letter} og ${other} kan ikke begge være »${field.label}«. Vælg noget andet for den ene.`,
      )
    if (field) taken.set(field.key, column.letter)
    return { ...column, field: field?.key }
  })
  if (taken.size === 0) throw new Refusal(undefined, 'nothing chosen', 'Vælg, hvad mindst én kolonne er. Intet er læst.')
  return chosen
}

/** Columns whose titles may be written down: a title with a number of a person is not kept. */
export const keepable = (columns: Survey['columns']): { title: string; field: string | undefined }[] =>
  columns.filter(({ title }) => !looksLikeCpr(title)).map(({ title, field }) => ({ title, field }))
