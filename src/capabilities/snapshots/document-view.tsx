import { html } from 'hono/html'
import type { Block, Cell, Document, Table } from '../../platform/document.ts'

const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text)
const fillOf = (cell: Cell) => (typeof cell === 'string' || !cell.fill ? '' : html` class="fill-${cell.fill.slice(1)}"`)

const tableOf = ({
  caption,
  columns,
  rows,
  rowHeader,
}: Table) => html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="${caption}"><table class="table table--compact">
<caption class="caption">${caption}</caption><thead><tr>${columns.map(({ title }) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => (rowHeader && at === 0 ? html`<th scope="row"${fillOf(cell)}>${textOf(cell)}</th>` : html`<td${fillOf(cell)}>${textOf(cell)}</td>`))}</tr>`)}</tbody></table></div>`

function blockOf(block: Block, picture: unknown) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1
        ? html`<h2>${block.text}</h2>`
        : block.level === 2
          ? html`<h3>${block.text}</h3>`
          : html`<h4>${block.text}</h4>`
    case 'paragraph':
      return html`<p>${block.strong ? html`<strong>${block.text}</strong>` : block.text}</p>`
    case 'note':
      return html`<p class="mark-line">${block.text}</p>`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`
    case 'table':
      return block.landscape ? picture : tableOf(block)
    default:
      return ''
  }
}

/** The same model as the PDF and the Word file, read on a page. On a page the matrix is the living one: `picture`. */
export const documentView = ({ blocks }: Document, picture: unknown) =>
  html`<div class="report">${blocks.map((block) => blockOf(block, picture))}</div>`
