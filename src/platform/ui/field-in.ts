import type { Choice } from './choice.tsx'

/** What was written in a form, and what is wrong with it, by the fields' names. */
export type Filled = { values: Record<string, string>; errors: Record<string, string> }

/**
 * A field's own name, value and error. What was written comes before `now`, which is what stands today or is usual.
 * @example <TextField {...fieldIn(form, 'year', 2027)} label="År" />
 */
export const fieldIn = ({ values, errors }: Filled, name: string, now?: string | number | undefined) => ({
  name,
  value: values[name] ?? (now === undefined ? undefined : String(now)),
  error: errors[name],
})

/** The entries of a record as choices: the key is sent, the text is shown. */
export const choicesOf = (record: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(record).map(([value, text]) => ({ value, text }))
