import { isDateFormat } from 'hucre'
import type { SheetLimits } from './limits.ts'
import { refused } from './refused.ts'
import { attribute, type Listener, xmlReader } from './xml.ts'
import { directory, type Entry, unpack } from './zip.ts'

/** A workbook whose rows are still packed. */
export type Book = {
  sheets: { name: string; part: Entry }[]
  /** Texts that many cells share. */
  texts: string[]
  /** Per style: does it show its number as a date? */
  dates: boolean[]
  /** Days are counted from 1904, as old Macs did. */
  since1904: boolean
}

type Link = { kind: string; part: string }

/** Opens a workbook: which sheets a person sees, and what their cells refer to. */
export async function openBook(bytes: Uint8Array, limits: SheetLimits): Promise<Book> {
  const parts = directory(bytes, limits)
  const main = [...(await links(parts, '')).values()].find((link) => link.kind === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const book = parts.get(main)
  if (book === undefined || main.endsWith('.bin')) throw refused(otherContent(parts))
  const linked = await links(parts, main)
  const part = (kind: string) => parts.get([...linked.values()].find((link) => link.kind === kind)?.part ?? '')
  const { sheets, since1904 } = await contents(book)
  return {
    since1904,
    texts: await sharedTexts(part('sharedStrings'), limits),
    dates: await dateStyles(part('styles')),
    sheets: sheets.flatMap(({ name, link }) => {
      const to = linked.get(link)
      if (to?.kind !== 'worksheet') return []
      const entry = parts.get(to.part)
      if (entry === undefined) throw refused('damaged')
      return [{ name, part: entry }]
    }),
  }
}

function otherContent(parts: Map<string, Entry>): 'other format' | 'not a sheet' {
  const opendocument = parts.has('mimetype') && parts.has('content.xml')
  return parts.has('xl/workbook.bin') || opendocument ? 'other format' : 'not a sheet'
}

const MB = 1024 * 1024
const MOST_TEXTS = 2_000_000

/** Tells the listener all of a part. */
async function listenTo(part: Entry | undefined, listener: Listener, largest = 16 * MB): Promise<void> {
  if (part === undefined) return
  if (part.size > largest) throw refused('bomb')
  const reader = xmlReader(listener)
  const decoder = new TextDecoder()
  for await (const piece of unpack(part)) reader.read(decoder.decode(piece, { stream: true }))
}

const silent: Listener = { opens() {}, closes() {}, text() {} }

/** What a part of the file points to. The empty name stands for the file itself. */
async function links(parts: Map<string, Entry>, of: string): Promise<Map<string, Link>> {
  const [folder, file] = [of.slice(0, of.lastIndexOf('/') + 1), of.slice(of.lastIndexOf('/') + 1)]
  const found = new Map<string, Link>()
  await listenTo(parts.get(`${folder}_rels/${file}.rels`), {
    ...silent,
    opens(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      const kind = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      found.set(attribute(attributes, 'Id') ?? '', { kind, part: resolvedPath(folder, target) })
    },
  })
  return found
}

const resolvedPath = (folder: string, target: string) => new URL(target, `zip:///${folder}`).pathname.slice(1)

async function contents(part: Entry): Promise<{ sheets: { name: string; link: string }[]; since1904: boolean }> {
  const sheets: { name: string; link: string }[] = []
  let since1904 = false
  await listenTo(part, {
    ...silent,
    opens(tag, attributes) {
      if (tag === 'workbookPr') since1904 = isYes(attribute(attributes, 'date1904'))
      if (tag !== 'sheet' || (attribute(attributes, 'state') ?? 'visible') !== 'visible') return
      const [name, link] = [attribute(attributes, 'name'), attribute(attributes, 'id')]
      if (name === undefined || link === undefined) throw refused('damaged')
      sheets.push({ name, link })
    },
  })
  return { sheets, since1904 }
}

export const isYes = (value: string | undefined): boolean => value === '1' || value?.toLowerCase() === 'true'

async function sharedTexts(part: Entry | undefined, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = []
  let [text, inText, phonetic] = ['', false, false]
  const listener: Listener = {
    opens(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    closes(name) {
      if (name === 'si' && texts.push(excelText(text)) > MOST_TEXTS) throw refused('bomb')
      if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
    },
    text(piece) {
      if (inText) text += piece
    },
  }
  await listenTo(part, listener, limits.texts)
  return texts
}

/** A text as Excel means it: '_x000D_' stands for a sign that XML cannot hold. */
export const excelText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

async function dateStyles(part: Entry | undefined): Promise<boolean[]> {
  const formats = new Map<string, string>()
  const styles: boolean[] = []
  let inStyles = false
  await listenTo(part, {
    ...silent,
    opens(name, attributes) {
      const id = attribute(attributes, 'numFmtId') ?? '0'
      if (name === 'cellXfs') inStyles = true
      else if (name === 'numFmt') formats.set(id, attribute(attributes, 'formatCode') ?? '')
      else if (name === 'xf' && inStyles) styles.push(isDateFormat(formats.get(id) ?? id))
    },
    closes(name) {
      if (name === 'cellXfs') inStyles = false
    },
  })
  return styles
}
