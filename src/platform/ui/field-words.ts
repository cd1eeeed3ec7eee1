import type { Choice } from './choice.tsx'

/** What a field of a form is called, and what its choices are called, as people see them. */
type FieldWords = { label: string; choices: ReadonlyMap<string, string> }
export type FormWords = ReadonlyMap<string, FieldWords>

type Noted = { key: string | undefined; words: Map<string, FieldWords> }

let noting: Noted | undefined

/** Called by every field as it is written. */
export function noteField(name: string, label: string, choices: readonly Choice[] = []): void {
  if (noting && (choices.length > 0 || !noting.words.has(name)))
    noting.words.set(name, { label, choices: new Map(choices.map(({ value, text }) => [value, text])) })
}

/** The key of the form on the page: who has it has seen the form. */
export function noteKey(key: string): void {
  if (noting) noting.key = key
}

/** Writes a page, and what the fields of its form are called. Nothing waits while a page is written, so one place to note in is enough. */
export function withWords(write: () => string): Readonly<Noted> & { html: string } {
  const noted: Noted = { key: undefined, words: new Map() }
  noting = noted
  try {
    return { html: write(), ...noted }
  } finally {
    noting = undefined
  }
}
