import type { Day } from '../values/day.ts'

/** A cell of a table. `fill` is a light background, '#rrggbb'; the text always carries the meaning. */
export type Cell = string | { text: string; fill?: string }

type Column = { title: string; width?: number; align?: 'left' | 'right' }

export type Table = {
  kind: 'table'
  caption: string
  columns: Column[]
  rows: Cell[][]
  /** The first cell of each row names the row. */
  rowHeader?: boolean
  /** On pages of its own, lying down. */
  landscape?: boolean
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; strong?: boolean /** Never alone at the foot of a page. */; withNext?: boolean }
  | { kind: 'note'; text: string }
  | { kind: 'list'; items: string[] }
  | Table
  | { kind: 'picture'; svg: string; alt: string; caption?: string }
  | { kind: 'pagebreak' }

export type Document = {
  title: string
  subtitle?: string
  language: 'da-DK'
  author: string
  day: Day
  blocks: Block[]
  /** Shown at the top of every page, e.g. 'eksempeldata'. */
  mark?: string
}

/** Consecutive blocks that stand on pages turned the same way. */
export type Section = { landscape: boolean; blocks: Block[] }

/** The blocks with heading levels that never skip one, as readers by ear need, and without those that hold nothing. */
export function ordered(blocks: Block[]): Block[] {
  let level = 0
  return blocks.filter(holdsSomething).map((block) => {
    if (block.kind !== 'heading') return block
    level = Math.min(block.level, level + 1)
    return { ...block, level: level as 1 | 2 | 3 }
  })
}

function holdsSomething(block: Block): boolean {
  if (block.kind === 'list') return block.items.length > 0
  if (block.kind === 'table') return block.columns.length > 0
  return !('text' in block) || block.text.trim() !== ''
}

/** Blocks by the way the page is turned. A heading and what stands between it and a landscape table go with the table. */
export function sections(blocks: Block[]): Section[] {
  const found: Section[] = []
  for (const block of blocks) {
    const landscape = block.kind === 'table' && block.landscape === true
    const last = found.at(-1)
    if (last?.landscape === landscape) last.blocks.push(block)
    else if (landscape) found.push({ landscape, blocks: [...(last ? leadIn(last.blocks) : []), block] })
    else found.push({ landscape, blocks: [block] })
  }
  return found.filter((section) => section.blocks.length > 0)
}

const FURTHEST_LEAD = 4

/** Takes the heading and the short text under it off the end of the blocks. */
function leadIn(blocks: Block[]): Block[] {
  const from = blocks.findLastIndex((block) => block.kind === 'heading')
  const lead = blocks.slice(from)
  const belongs =
    from >= 0 &&
    lead.length <= FURTHEST_LEAD &&
    lead.slice(1).every((block) => block.kind === 'paragraph' || block.kind === 'note')
  return belongs ? blocks.splice(from) : []
}

/** So many columns that their titles must stand upright. */
export const isMatrix = (table: Table): boolean => table.landscape === true && table.columns.length > 9

/** Relative widths of the columns: as given, and else after what they hold. */
export function widths(table: Table): number[] {
  return table.columns.map((column, at) => column.width ?? (isMatrix(table) ? (at === 0 ? 5 : 1) : longest(table, at)))
}

function longest(table: Table, at: number): number {
  const texts = [table.columns[at]?.title ?? '', ...table.rows.map((row) => textOf(row[at]))]
  return Math.min(36, 3 + Math.max(6, ...texts.map((text) => text.length)))
}

export const textOf = (cell: Cell | undefined): string => (typeof cell === 'object' ? cell.text : (cell ?? ''))

/** The background of a cell, only when it is a colour. */
export function fillOf(cell: Cell | undefined): string | undefined {
  const fill = typeof cell === 'object' ? cell.fill : undefined
  return fill !== undefined && /^#[0-9a-f]{6}$/i.test(fill) ? fill : undefined
}

/** The text without signs that no document can hold: control signs and halves of a sign. */
export const plain = (text: string): string => text.replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '')

/** Width and height of an SVG, from its viewBox and else its attributes. */
export function sizeOf(svg: string): { width: number; height: number } {
  const box = /viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(svg)
  const side = (name: string) => new RegExp(`<svg[^>]*\\s${name}="([\\d.]+)`).exec(svg)?.[1]
  const width = Number(box?.[1] ?? side('width'))
  const height = Number(box?.[2] ?? side('height'))
  return width > 0 && height > 0 ? { width, height } : { width: 16, height: 9 }
}
