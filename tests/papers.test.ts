import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What is written about the program is true of it. */

const read = (path: string): string => readFileSync(path, 'utf8')
const under = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })

test('every room stands in the drawing', () => {
  const drawing = read('ARCHITECTURE.md').split('## A room')[0] ?? ''
  const missing = readdirSync('src/capabilities').filter((room) => !new RegExp(` ${room} `).test(drawing))
  expect(missing).toEqual([])
})

test('every decision stands in the list of them, under its own number and title', () => {
  const list = read('decisions/README.md')
  const decisions = readdirSync('decisions').filter((name) => /^\d{3}-/.test(name))
  const missing = decisions.filter((name) => {
    const title = read(`decisions/${name}`).match(/^# \d+\. (.+)/)?.[1]
    return title === undefined || !list.includes(`[${Number(name.slice(0, 3))}](${name}): ${title}`)
  })
  expect(missing).toEqual([])
})

test('every word of the glossary is one the code uses', () => {
  const code = [
    ...under('src')
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => read(`src/${name}`)),
    ...under('migrations').map((name) => read(`migrations/${name}`)),
    ...under('data')
      .filter((name) => name.endsWith('.json'))
      .map((name) => read(`data/${name}`)),
  ].join('\n')
  const words = read('GLOSSARY.md')
    .split('\n')
    .flatMap((line) =>
      line.startsWith('|') ? [...(line.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word) : [],
    )
  expect(words.filter((word) => !new RegExp(`\\b${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`).test(code))).toEqual([])
})
