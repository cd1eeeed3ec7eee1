import { refused } from './refused.ts'

/** What a reader of XML is told, in order. Prefixes are left out of names; texts come with their entities resolved. */
export type Listener = { opens(name: string, attributes: string): void; closes(name: string): void; text(text: string): void }

const LONGEST = 1024 * 1024

/**
 * Reads XML that comes piece by piece. Own code since the workbook libraries hold all shared texts as a tree,
 * which for 50,000 rows is 250 MB.
 */
export function xmlReader(listener: Listener): { read(piece: string): void } {
  let rest = ''
  return {
    read(piece) {
      const xml = rest + piece
      let at = 0
      for (let open = xml.indexOf('<'); open >= 0; open = xml.indexOf('<', at)) {
        const end = endOf(xml, open)
        if (end < 0) break
        if (open > at) listener.text(resolved(xml.slice(at, open)))
        tell(listener, xml, open, end)
        at = end
      }
      rest = xml.slice(at)
      if (rest.length > LONGEST) throw refused('damaged')
    },
  }
}

/** Where what begins at `open` is over, or -1 when that is yet to come. */
function endOf(xml: string, open: number): number {
  const [end, length] = xml.startsWith('<!--', open) ? ['-->', 3] : xml.startsWith('<![CDATA[', open) ? [']]>', 3] : ['>', 1]
  const at = xml.indexOf(String(end), open)
  return at < 0 ? -1 : at + Number(length)
}

const CDATA = '<![CDATA['

function tell(listener: Listener, xml: string, open: number, end: number): void {
  const second = xml.charCodeAt(open + 1)
  if (second === SLASH) listener.closes(local(xml.slice(open + 2, end - 1).trimEnd()))
  else if (second === QUESTION) return
  else if (second !== EXCLAMATION) element(listener, xml.slice(open + 1, end - 1))
  else if (xml.startsWith(CDATA, open)) listener.text(xml.slice(open + CDATA.length, end - 3))
  else if (xml.startsWith('<!DOCTYPE', open)) throw refused('unsafe')
}

const [SLASH, QUESTION, EXCLAMATION] = [47, 63, 33]

function element(listener: Listener, inner: string): void {
  const empty = inner.charCodeAt(inner.length - 1) === SLASH
  const space = inner.search(/\s/)
  const name = local(space >= 0 ? inner.slice(0, space) : empty ? inner.slice(0, -1) : inner)
  listener.opens(name, space >= 0 ? inner.slice(space) : '')
  if (empty) listener.closes(name)
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)

const patterns = new Map<string, RegExp>()

/** An attribute by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const found = pattern.exec(attributes)
  return found === null ? undefined : resolved(found[1] ?? found[2] ?? '')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolved(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const sign = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return sign <= 0x10ffff ? String.fromCodePoint(sign) : whole
  })
}
