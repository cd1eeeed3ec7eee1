import type { Change } from './change.ts'

type Feed = {
  baseUrl: string
  path: string
  title: string
  subtitle: string
  author: string
  changes: readonly Change[]
  empty: Date
}

/** Changes as an Atom feed (RFC 4287). An entry keeps its id for ever, whatever its words become. */
export function atom({ baseUrl, path, title, subtitle, author, changes, empty }: Feed): string {
  const named = (id: string) => `tag:${new URL(baseUrl).hostname},2025:${id}`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">',
    tag('id', named('aendringer')),
    tag('title', title),
    tag('subtitle', subtitle),
    tag('updated', (changes[0]?.at ?? empty).toISOString()),
    `<author>${tag('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(baseUrl + path)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(`${baseUrl}/plan`)}"/>`,
    ...changes.map((change) => entry(change, baseUrl, named(change.id))),
    '</feed>',
    '',
  ].join('\n')
}

const entry = ({ at, title, text, href, author, example }: Change, baseUrl: string, id: string): string =>
  [
    '<entry>',
    tag('id', id),
    tag('title', example ? `${title} (eksempeldata)` : title),
    tag('updated', at.toISOString()),
    `<author>${tag('name', author)}</author>`,
    `<link rel="alternate" type="text/html" href="${escaped(baseUrl + href)}"/>`,
    ...(example ? ['<category term="eksempeldata"/>'] : []),
    tag('summary', text),
    '</entry>',
  ].join('\n')

const tag = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`

/** What XML cannot hold: control characters but tab and line ends. */
const forbidden = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Surrogate}/gu

const escaped = (text: string): string =>
  text.replace(forbidden, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
