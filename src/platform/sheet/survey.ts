import { columnOf } from './cell.ts'
import { refused } from './refused.ts'
import { type Entry, unpack } from './zip.ts'

export type Merge = { range: string; top: number; bottom: number; left: number; right: number }

/** What must be known of a sheet before its first row is read: merged cells stand after all rows in the file. */
export type Survey = { rows: number; merges: Merge[] }

const MOST_MERGES = 20_000
const signs = /<(?:\w+:)?(?:row[\s/>]|mergeCell\s[^>]*?ref\s*=\s*["']([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)["'])/g

/** Goes through a sheet once, quickly, without reading its cells. */
export async function survey(part: Entry): Promise<Survey> {
  const merges: Merge[] = []
  let rows = 0
  let rest = ''
  for await (const piece of unpack(part)) {
    const xml = rest + piece.toString('latin1')
    const cut = Math.max(xml.lastIndexOf('<'), 0)
    for (const [, range] of xml.slice(0, cut).matchAll(signs)) {
      if (range === undefined) rows += 1
      else merges.push(mergeOf(range))
    }
    if (merges.length > MOST_MERGES) throw refused('bomb')
    rest = xml.slice(cut).slice(0, piece.length)
  }
  return { rows, merges: merges.sort((a, b) => a.top - b.top) }
}

function mergeOf(range: string): Merge {
  const [from = '', to = from] = range.split(':')
  return { range, top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) }
}

const rowOf = (ref: string) => Number(/\d+$/.exec(ref)?.[0])

/** The merges that touch a row, asked row by row going down. */
export function mergesDown(merges: Merge[]): (row: number) => Merge[] {
  let next = 0
  let open: Merge[] = []
  return (row) => {
    for (let merge = merges[next]; merge !== undefined && merge.top <= row; merge = merges[++next]) open.push(merge)
    if (open.length > 0) open = open.filter((merge) => merge.bottom >= row)
    return open
  }
}
