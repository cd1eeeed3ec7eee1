import type { FormWords } from './ui/field-words.ts'

/** As many forms as may be at work on. What an older one's fields were called is forgotten. */
const MOST = 1000

const NONE: FormWords = new Map()

/**
 * What the fields of the forms that were shown last are called, by the form's key: told when a form is given back that cannot be shown,
 * because its writer is no longer signed in or the database is gone.
 * Only who was shown the form has its key.
 */
export class ShownWords {
  readonly #shown = new Map<string, FormWords>()

  note(key: string, words: FormWords): void {
    if (words.size === 0) return
    this.#shown.delete(key)
    this.#shown.set(key, words)
    const [oldest] = this.#shown.keys()
    if (this.#shown.size > MOST && oldest !== undefined) this.#shown.delete(oldest)
  }

  of = (key: string | undefined): FormWords => this.#shown.get(key ?? '') ?? NONE
}
