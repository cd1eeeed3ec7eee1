import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerpt, marked, stem, wordsIn } from './words.ts'

const hits = (text: string, ...words: string[]) =>
  marked(text, words)
    .filter(({ hit }) => hit)
    .map(({ text }) => text)

describe('words in a search', () => {
  test.each<[string, string[]]>([
    ['Kun  standardkontrakter', ['kun', 'standardkontrakter']],
    ["'; drop table party; --", ['drop', 'table', 'party']],
    ['§ 108 a', ['§', '108']],
    ['KT3 KT3', ['kt3']],
    ['%_!&|:*()', []],
  ])('%s', (text, words) => expect(wordsIn(text)).toEqual(words))

  test('ten thousand letters are cut', () => expect(wordsIn('x'.repeat(10_000))[0]).toHaveLength(200))
})

describe('what is marked', () => {
  test.each<[string, string, string[]]>([
    ['a bent word', 'kontrakterne', ['kontrakter', 'standardkontrakt']],
    ['inside a longer word', 'botilbud', ['døgnbotilbud']],
    ['with and without accents', 'bornehus', ['Børnehus']],
  ])('%s', (_, word, found) => expect(hits(`Her er ${found.join(' og ')}.`, word)).toEqual(found))

  test.each([
    ['kontrakterne', 'kontrakt'],
    ['tilbuddet', 'tilbudd'],
    ['bo', 'bo'],
    ['hus', 'hus'],
  ])('%s is looked for as %s', (word, bare) => expect(stem(word)).toBe(bare))
  test('a title with a script in it is text', () =>
    expect(
      marked('<script>', ['script'])
        .map(({ text }) => text)
        .join(''),
    ).toBe('<script>'))
})

test('the pieces put together are the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, word) => {
      expect(
        marked(text, [word])
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('an excerpt shows a word that was asked for, when it is there', () => {
  const long = `${'ord '.repeat(500)}plejefamilie${' ord'.repeat(500)}`
  expect(excerpt(long, ['plejefamilie']).some(({ hit }) => hit)).toBe(true)
  expect(
    excerpt(long, ['plejefamilie'])
      .map(({ text }) => text)
      .join('').length,
  ).toBeLessThan(400)
})
