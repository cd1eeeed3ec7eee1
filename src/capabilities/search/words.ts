/** What is asked for, as words; what is found, as text with the words marked. */

/** Longer than this is nobody's search. */
export const LONGEST = 200

const MARKS: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a' }

/** As the database compares: small letters without accents. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => MARKS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')

/** The words of a search, each once, without the signs that mean something to a search engine. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .slice(0, LONGEST)
      .toLowerCase()
      .split(/[^\p{L}\p{N}§]+/u)
      .filter((word) => word.length > 1 || /[\d§]/.test(word)),
  ),
]

/** A Danish word without its ending, so that 'kontrakterne' is marked where 'kontrakt' is asked for. Never shorter than three. */
export function stem(word: string): string {
  const [, stem] = word.match(/^(.{3,}?)(?:erne|ernes|eren|ene|ens|en|er|et|es|e|s)$/u) ?? []
  return stem ?? word
}

export type Piece = { text: string; hit: boolean }

/** The text in pieces, those with a word that was asked for marked. Put together again they are the text. */
export function marked(text: string, words: readonly string[]): Piece[] {
  const stems = words.map((word) => plain(stem(word))).filter((word) => word.length > 1)
  return text.split(/(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(?![\p{L}\p{N}])/u).map((piece) => {
    const bare = plain(piece)
    return { text: piece, hit: stems.some((word) => bare.includes(word)) }
  })
}

const AROUND = 90

/** The part of a text where the words stand, cut at whole words. */
export function excerpt(text: string, words: readonly string[]): Piece[] {
  const pieces = marked(text, words)
  const first = pieces.findIndex(({ hit }) => hit)
  let before = 0
  let start = Math.max(first, 0)
  while (start > 0 && before < AROUND) before += pieces[--start]?.text.length ?? 0
  let length = 0
  let end = start
  while (end < pieces.length && length < 2 * AROUND + before) length += pieces[end++]?.text.length ?? 0
  const cut = pieces.slice(start, end)
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...cut,
    ...(end < pieces.length ? [{ text: ' …', hit: false }] : []),
  ]
}
