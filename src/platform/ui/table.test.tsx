import { describe, expect, test } from 'vitest'
import { type Column, Pager, type Sorting, Table } from './index.ts'

type Row = { name: string; count: number }
const columns: Column<Row>[] = [
  { head: 'Navn', cell: ({ name }) => name, rowHead: true, sort: 'navn' },
  { head: 'Antal', cell: ({ count }) => count, numeric: true, sort: 'antal' },
]
const rows = [{ name: '<b>Lejre</b>', count: 3 }]
const sorting: Sorting = { by: 'navn', direction: 'ascending', href: (by, way) => `?sorter=${by}&retning=${way}` }

describe('a table', () => {
  const table = String(<Table caption="Parter" columns={columns} rows={rows} sorting={sorting} />)

  test('names its columns and rows for those who hear it', () => {
    expect(table).toContain('<th scope="row" data-title="Navn">')
    expect(table).toContain('<td class="numeric" data-title="Antal">3</td>')
    expect(table).toContain('<caption id="tabel-parter"')
  })

  test('shows a cell as text', () => {
    expect(table).toContain('&lt;b&gt;Lejre')
  })

  test('sorted by a column says so, and offers the other way; other columns begin rising', () => {
    expect(table).toMatch(/aria-sort="ascending"><a class="sort" href="\?sorter=navn&amp;retning=descending">/)
    expect(table).toContain('href="?sorter=antal&amp;retning=ascending"')
    expect(table.match(/aria-sort/g)).toHaveLength(1)
  })

  test('that is wide can be scrolled by keyboard and has a name', () => {
    const wide = String(<Table caption="Parter" wide columns={columns} rows={rows} />)
    expect(wide).toContain('<section class="table--responsive-scroll" aria-labelledby="tabel-parter" tabindex="0">')
  })

  test('without rows says so across all columns', () => {
    expect(String(<Table caption="Parter" columns={columns} rows={[]} empty="Ingen har meldt." />)).toContain(
      '<td colspan="2">Ingen har meldt.</td>',
    )
  })
})

describe('pages', () => {
  const numbers = (page: number, pages: number) =>
    [...String(<Pager page={page} pages={pages} href={(n) => `?side=${n}`} />).matchAll(/>(\d+|…)</g)]
      .map(([, text]) => text)
      .join(' ')

  test.each([
    [1, 1, ''],
    [1, 2, '1 2'],
    [1, 9, '1 2 … 9'],
    [3, 9, '1 2 3 4 … 9'],
    [4, 9, '1 2 3 4 5 … 9'],
    [5, 9, '1 … 4 5 6 … 9'],
    [9, 9, '1 … 8 9'],
  ])('from page %i of %i: %s', (page, pages, shown) => expect(numbers(page, pages)).toBe(shown))
})
