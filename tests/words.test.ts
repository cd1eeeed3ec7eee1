import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** What is written for those who carry on must lead somewhere, and name what the program reads. */

const written = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'GLOSSARY.md', 'docs/drift.md']
const textOf = (path: string): string => readFileSync(path, 'utf8')

const namesIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
]

/** The environment as the program reads it, by name. */
const variables = [
  ...namesIn(textOf('src/platform/config.ts'), /\(env, '([A-Z_]+)'/g),
  ...namesIn(['src/platform/config.ts', 'src/platform/log.ts'].map(textOf).join(), /env\['([A-Z_]+)'\]/g),
].filter((name) => name !== 'VITEST')

test.each(written)('%s links to files there are', (path) => {
  const links = namesIn(textOf(path), /\]\((?!https?:|#)([^)#\s]+)/g)
  expect(links.filter((link) => !existsSync(join(dirname(path), link)))).toEqual([])
})

test('operations are told of every variable the program reads, and of no other', () => {
  const told = namesIn(textOf('docs/drift.md'), /^\| (`[A-Z].*?) \|/gm).flatMap((cell) => namesIn(cell, /`([A-Z_]+)`/g))
  expect(told.sort()).toEqual([...new Set(variables)].sort())
})

test('README names no variable or command that is not there', () => {
  const readme = textOf('README.md')
  expect(namesIn(readme, /`([A-Z]+_[A-Z_]+)`/g).filter((name) => !variables.includes(name))).toEqual([])
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  expect(namesIn(readme, /npm (?:run )?(\w+)/g).filter((name) => !(name in scripts))).toEqual([])
})
