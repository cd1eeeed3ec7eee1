import { expect, test } from 'vitest'
import { matrixTable } from './matrix-table.ts'

const table = String(
  matrixTable({
    caption: 'Status',
    sums: 'Har meldt',
    rows: [
      { key: 'A1', title: 'Et & to', href: '/a1', group: 'Først' },
      { key: 'B1', title: 'Tre', href: '/b1', group: 'Så' },
    ],
    columns: [
      { name: 'Faxe <3', short: 'Fa"xe', href: '/faxe' },
      { name: 'Greve', short: 'Greve' },
    ],
    cellOf: (row, column) =>
      row === 0 && column === 0 ? { state: 'running', unapproved: true, stale: true } : { state: undefined },
    hrefOf: (row, column) => `/celle?a=${row}&b=${column}`,
  }),
)

test('a cell tells its state by colour, sign and words, with what else there is to know', () => {
  expect(table).toContain('<td class="mx-cell state-running mx-unapproved mx-stale">')
  expect(table).toContain('<b>I gang, ikke godkendt, bør bekræftes</b>')
})

test('not reported is a state of its own', () => {
  expect(table).toContain('<td class="mx-cell state-none">')
  expect(table).toContain('<b>Ikke meldt</b>')
})

test('rows and columns say how many of how many have reported', () => {
  const sums = [...table.matchAll(/<td class="mx-sum"><b>(\d+)<\/b> af (\d+)<\/td>/g)].map(([, n, of]) => `${n} af ${of}`)
  expect(sums).toEqual(['1 af 2', '0 af 2', '1 af 2', '0 af 2', '1 af 4'])
})

test('what people wrote is escaped everywhere', () => {
  expect(table).toContain('Et &amp; to')
  expect(table).toContain('Faxe &lt;3')
  expect(table).toContain('data-p="Fa&quot;xe"')
  expect(table).toContain('href="/celle?a=1&amp;b=0"')
})

test('rows stand under their groups, each in a body of its own', () => {
  expect(table.match(/<tbody>/g)).toHaveLength(2)
  expect(table.match(/<\/tbody>/g)).toHaveLength(2)
  expect(table).toContain('scope="rowgroup"')
})

test('text shown beside is told too', () => {
  const one = String(
    matrixTable({
      caption: 'Status',
      rows: [{ key: 'A', title: 'A', group: 'G' }],
      columns: [{ name: 'Region Østdanmark', short: 'RegØ' }],
      cellOf: () => ({ state: undefined, beside: { state: 'daily_use', text: 'før: I daglig brug' } }),
    }),
  )
  expect(one).toContain('<b>Ikke meldt. før: I daglig brug</b><i class="mx-beside state-daily_use"></i>')
})
