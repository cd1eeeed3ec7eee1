/** What a column of somebody's workbook can be read as; each room has its own list of them. Danish: felt. */
export type Field = {
  key: string
  /** As people choose it from a list, and read it in an error. */
  label: string
  /** Fields of one group stand together in the list. */
  group: string
  /** What else people write over such a column. */
  titles: readonly string[]
  kind: 'text' | 'number' | 'money' | 'day' | 'flag'
}

/** A column as it was found: where, what stands over it, and what stands in it first. Danish: kolonne. */
export type FoundColumn = {
  /** From 0. */
  at: number
  letter: string
  /** Two rows of titles as one: 'Driftsherre: Navn'. The same title twice is told apart by a number. */
  title: string
  samples: string[]
}

/** A title as titles are compared: lower case, plain letters, words only. 'Afd.-nr. (TP)' → 'afd nr tp'. */
export const plainTitle = (title: string): string =>
  title
    .toLocaleLowerCase('da')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
