import { html, raw } from 'hono/html'
import { slugOf } from '../../../platform/values/danish.ts'
import { type State, stateText } from '../status.ts'

/** A row of the matrix; rows with the same `group` stand under one heading. */
type MatrixRow = { key: string; title: string; href?: string | undefined; group: string }

type MatrixColumn = { name: string; short: string; href?: string | undefined }

/** What one cell shows: the state by colour, sign and text, and in its corner what else there is to know. */
type MatrixCell = {
  state: State | undefined
  /** Told after the state and shown as a dashed frame. */
  unapproved?: boolean | undefined
  /** Told after the state and shown as a turned corner. */
  stale?: boolean | undefined
  /** Another state shown small beside: the predecessor's, or the one from before. */
  beside?: { state: State | undefined; text: string } | undefined
}

type MatrixTable = {
  caption: string
  rows: readonly MatrixRow[]
  columns: readonly MatrixColumn[]
  /** By place in `rows` and `columns`. */
  cellOf: (row: number, column: number) => MatrixCell
  hrefOf?: ((row: number, column: number) => string) | undefined
  /** What the sums say, such as 'Har meldt'; each is told as 'n af N'. */
  sums?: string | undefined
}

/** The start and the words of a cell: there are few different ones, so each is written once. */
const looks = new Map<string, { open: string; words: string }>()

function lookOf({ state, unapproved, stale }: MatrixCell): { open: string; words: string } {
  const key = `${state}${unapproved ? 'u' : ''}${stale ? 's' : ''}`
  const known = looks.get(key)
  if (known) return known
  const words = [stateText(state), unapproved && 'ikke godkendt', stale && 'bør bekræftes'].filter(Boolean).join(', ')
  const marks = `${unapproved ? ' mx-unapproved' : ''}${stale ? ' mx-stale' : ''}`
  const look = { open: `<td class="mx-cell state-${state ?? 'none'}${marks}">`, words }
  looks.set(key, look)
  return look
}

const UNSAFE = /[&<>"']/

const safe = (text: string): string => (UNSAFE.test(text) ? String(html`${text}`) : text)

const besideOf = ({ beside }: MatrixCell): { words: string; sign: string } =>
  beside
    ? { words: `. ${safe(beside.text)}`, sign: `<i class="mx-beside state-${beside.state ?? 'none'}"></i>` }
    : { words: '', sign: '' }

/**
 * One cell as text. Twenty thousand of them must be written while somebody waits, so this is no JSX and says nothing twice: the
 * words lie in `b`, read by screen readers and shown beside the pointer.
 */
function cell(of: MatrixCell, name: string, href: string | undefined): string {
  const { open, words } = lookOf(of)
  const beside = besideOf(of)
  const inside = `data-p="${name}"><b>${words}${beside.words}</b>${beside.sign}`
  return href === undefined ? `${open}<span ${inside}</span></td>` : `${open}<a href="${safe(href)}" ${inside}</a></td>`
}

const sum = (reported: number, of: number): string => `<td class="mx-sum"><b>${reported}</b> af ${of}</td>`

const head = (columns: readonly MatrixColumn[], sums: string | undefined) =>
  html`<thead><tr><th scope="col" class="mx-corner">Indsatsområde</th>${columns.map(
    ({ name, href }) =>
      html`<th scope="col" class="mx-party">${href ? html`<a href="${href}">${name}</a>` : html`<span>${name}</span>`}</th>`,
  )}${sums && html`<th scope="col" class="mx-sum">${sums}</th>`}</tr></thead>`

const rowHead = ({ key, title, href }: MatrixRow): string => {
  const inside = html`<span class="mx-key">${key}</span> ${title}`
  return String(html`<th scope="row">${href ? html`<a href="${href}">${inside}</a>` : html`<span>${inside}</span>`}</th>`)
}

/** Rows under their groups, with how many cells of each row and column are reported. */
function body({ rows, columns, cellOf, hrefOf, sums }: MatrixTable) {
  const shorts = columns.map(({ short }) => safe(short))
  const perColumn = columns.map(() => 0)
  const line = (row: MatrixRow, at: number): string => {
    let reported = 0
    const cells = shorts.map((name, column) => {
      const of = cellOf(at, column)
      if (of.state) {
        reported++
        perColumn[column] = (perColumn[column] ?? 0) + 1
      }
      return cell(of, name, hrefOf?.(at, column))
    })
    return `<tr>${rowHead(row)}${cells.join('')}${sums ? sum(reported, columns.length) : ''}</tr>`
  }
  const width = columns.length + (sums ? 2 : 1)
  const lines = rows.map((row, at) =>
    row.group === rows[at - 1]?.group
      ? line(row, at)
      : `${at > 0 ? '</tbody>' : ''}${groupHead(row.group, width)}${line(row, at)}`,
  )
  return { markup: `${lines.join('')}</tbody>`, perColumn }
}

const groupHead = (group: string, width: number): string =>
  String(html`<tbody><tr class="mx-group"><th scope="rowgroup" colspan="${width}"><span>${group}</span></th></tr>`)

const foot = (sums: string, perColumn: readonly number[], of: number): string => {
  const all = perColumn.reduce((a, b) => a + b, 0)
  return `<tfoot><tr><th scope="row">${safe(sums)}</th>${perColumn.map((n) => sum(n, of)).join('')}${sum(all, of * perColumn.length)}</tr></tfoot>`
}

/** So many columns fit beside their rows on a common screen; more than that scroll. */
const FEW = 24

/** Rows against columns as one real table: it scrolls with its heads standing still, and stacks where it is narrow. */
export function matrixTable(table: MatrixTable) {
  const { markup, perColumn } = body(table)
  const id = `matrix-${slugOf(table.caption)}`
  return html`<div class="${table.columns.length > FEW ? 'mx-scroll mx-many' : 'mx-scroll'}" role="region" aria-labelledby="${id}" tabindex="0"><table class="mx"><caption id="${id}" class="sr-only">${table.caption}</caption>
${head(table.columns, table.sums)}${raw(markup)}${table.sums ? raw(foot(table.sums, perColumn, table.rows.length)) : ''}</table></div>`
}
