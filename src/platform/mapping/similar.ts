import { plainTitle } from './field.ts'

/**
 * How alike two titles are, from 0 to 1, by their words and by their letters; 1 only when they are the same.
 * @example similarity('Antal godkendte pladser', 'Godkendte pladser') // 0.8
 * @example similarity('Målgrupe', 'Målgruppe')                        // 0.86
 */
export function similarity(a: string, b: string): number {
  const [one, other] = [plainTitle(a), plainTitle(b)]
  if (one === '' || other === '') return 0
  if (one === other) return 1
  return Math.min(0.99, Math.max(byWords(one.split(' '), other.split(' ')), 0.92 * byLetters(one, other)))
}

/** How many words they share; the beginning of a longer word counts nearly as the word. */
function byWords(one: readonly string[], other: readonly string[]): number {
  const best = (word: string, among: readonly string[]) => Math.max(...among.map((against) => alike(word, against)))
  const shared = one.reduce((sum, word) => sum + best(word, other), 0) + other.reduce((sum, word) => sum + best(word, one), 0)
  return shared / (one.length + other.length)
}

const LONG_ENOUGH = 4

function alike(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= LONG_ENOUGH && long.startsWith(short) ? 0.8 : 0
}

/** The share of pairs of letters that both have. */
function byLetters(one: string, other: string): number {
  const [left, right] = [pairs(one), pairs(other)]
  if (left.length === 0 || right.length === 0) return 0
  const rest = [...right]
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair)
    if (at < 0) return false
    rest.splice(at, 1)
    return true
  })
  return (2 * shared.length) / (left.length + right.length)
}

const pairs = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
