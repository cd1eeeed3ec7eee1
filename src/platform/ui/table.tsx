import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { slugOf } from '../values/danish.ts'
import { iconMarkup } from './icon.tsx'

export type Column<Row> = {
  head: string
  cell: (row: Row) => Child
  numeric?: boolean | undefined
  /** The cell that names its row. */
  rowHead?: boolean | undefined
  /** Named here, the head becomes a link that sorts by it. */
  sort?: string | undefined
}

export type Sorting = {
  by: string
  direction: 'ascending' | 'descending'
  href: (by: string, direction: 'ascending' | 'descending') => string
}

type TableProps<Row> = {
  caption: string
  /** Told to screen readers only, where a heading above says the same. */
  captionHidden?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sorting?: Sorting | undefined
  /** Scrolls sideways in a frame of its own instead of stacking on narrow screens. */
  wide?: boolean | undefined
  /** Of a wide table: stacks on narrow screens after all, a row a card. */
  stacks?: boolean | undefined
  compact?: boolean | undefined
  rowClass?: (row: Row) => string | undefined
  /** Shown in the table when there are no rows. */
  empty?: Child
}

const sortIcon = {
  ascending: iconMarkup('sort-table-ascending'),
  descending: iconMarkup('sort-table-descending'),
  none: iconMarkup('sort-table-none'),
}

const head = <Row,>({ head: text, sort, numeric }: Column<Row>, sorting: Sorting | undefined) => {
  const side = numeric ? raw(' class="numeric"') : ''
  if (!sort || !sorting) return html`<th scope="col"${side}>${text}</th>`
  const now = sorting.by === sort ? sorting.direction : undefined
  const next = now === 'ascending' ? 'descending' : 'ascending'
  return html`<th scope="col"${side}${now && raw(` aria-sort="${now}"`)}><a class="sort" href="${sorting.href(sort, next)}">${text}<span class="sr-only">, sortér ${next === 'ascending' ? 'stigende' : 'faldende'}</span>${sortIcon[now ?? 'none']}</a></th>`
}

const cell = <Row,>({ head: text, cell: of, numeric, rowHead }: Column<Row>, row: Row) => {
  const side = numeric ? raw(' class="numeric"') : ''
  return rowHead
    ? html`<th scope="row"${side} data-title="${text}">${of(row)}</th>`
    : html`<td${side} data-title="${text}">${of(row)}</td>`
}

const tableClass = ({ wide, stacks, compact }: Pick<TableProps<never>, 'wide' | 'stacks' | 'compact'>): string =>
  ['table', wide && !stacks ? '' : 'table-sm-responsive-headers', compact ? 'table--compact' : ''].filter(Boolean).join(' ')

/** Written with the escaping `html` and not as JSX: tables are what costs on a page. */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { caption, captionHidden, columns, rows, sorting, wide, rowClass, empty } = props
  const id = `tabel-${slugOf(caption)}`
  const line = (row: Row) => {
    const named = rowClass?.(row)
    return html`<tr${named ? html` class="${named}"` : ''}>${columns.map((column) => cell(column, row))}</tr>`
  }
  const table = html`<table class="${tableClass(props)}"><caption id="${id}" class="${captionHidden ? 'sr-only' : 'caption'}">${caption}</caption>
<thead><tr>${columns.map((column) => head(column, sorting))}</tr></thead>
<tbody>${rows.length > 0 ? rows.map(line) : html`<tr><td colspan="${columns.length}">${empty ?? 'Der er ingen rækker.'}</td></tr>`}</tbody></table>`
  return wide ? html`<section class="table--responsive-scroll" aria-labelledby="${id}" tabindex="0">${table}</section>` : table
}
