import { expect, test } from 'vitest'
import { bookOf, knownFrom, placesOf, saidIn, sourceText } from './source.ts'

const source = (key: string, title: string, day: string, dayText?: string) => ({
  key,
  title,
  day,
  dayText,
  kind: 'slides',
  ageRank: undefined,
  description: undefined,
})
const book = bookOf([
  source('000', 'Strategi', '2024-10-11', 'efterår 2024'),
  source('003', 'Forum 13. november 2025', '2025-11-13'),
])

test('lines of one document stand together, in order and once', () => {
  expect(sourceText(['003:70', '000:98', '003:68', '003:70'], book)).toBe(
    'Forum 13. november 2025, linje 68 og 70; Strategi (efterår 2024), linje 98',
  )
})

test('a person’s own words are shown as they were written, also with a colon and a number at the end', () => {
  const words = 'Referat af Styregruppen, punkt:4'
  expect(placesOf([saidIn(words)], book)).toMatchObject([{ title: words, source: undefined }])
})

test('a note is known when the last of its documents is', () => {
  expect(knownFrom([{ source: '003' }, { source: '000' }], book)).toBe('2025-11-13')
})
