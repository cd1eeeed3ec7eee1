import type { Child } from 'hono/jsx'

/**
 * The part of Markdown our own guide is written in: headings, paragraphs, lists, quotes, pictures, links, bold and code. What
 * is written becomes text and never markup, and a link leads to http, https or a place here.
 */
export const Markdown = ({ text, addressOf = (href) => href }: { text: string; addressOf?: (href: string) => string }) => (
  <div class="prose">
    {blocksOf(text).map((block) => (
      <Block block={block} addressOf={addressOf} />
    ))}
  </div>
)

const blocksOf = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)

type Inside = { addressOf: (href: string) => string }

const Block = ({ block, addressOf }: Inside & { block: string }) => {
  const [, marks, heading] = block.match(/^(#{2,4}) (.+)$/) ?? []
  if (marks && heading) {
    const Heading = `h${marks.length}` as 'h2'
    return <Heading>{inline(heading, addressOf)}</Heading>
  }
  const lines = block.split('\n')
  if (lines.every((line) => /^(- | {2,}\S)/.test(line)))
    return (
      <ul>
        {itemsOf(lines, /^- /).map((item) => (
          <li>{inline(item, addressOf)}</li>
        ))}
      </ul>
    )
  if (lines.every((line) => /^(\d+\. | {2,}\S)/.test(line)))
    return (
      <ol>
        {itemsOf(lines, /^\d+\. /).map((item) => (
          <li>{inline(item, addressOf)}</li>
        ))}
      </ol>
    )
  if (lines.every((line) => line.startsWith('>')))
    return <blockquote>{inline(lines.map((line) => line.slice(1).trim()).join(' '), addressOf)}</blockquote>
  const [whole, alt, src] = block.match(/^!\[([^\]]*)\]\(([^)\s]+)\)$/) ?? []
  if (whole && src) return <Picture alt={alt ?? ''} src={addressOf(src)} />
  return <p>{inline(lines.join(' '), addressOf)}</p>
}

const Picture = ({ alt, src }: { alt: string; src: string }) =>
  isSafe(src) ? <img class="prose-picture" src={src} alt={alt} loading="lazy" /> : null

/** An indented line goes on with the item above it. */
const itemsOf = (lines: string[], mark: RegExp): string[] =>
  lines
    .join('\n')
    .replace(/\n {2,}/g, ' ')
    .split('\n')
    .map((item) => item.replace(mark, ''))

const pieces = /(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\))/

const inline = (text: string, addressOf: Inside['addressOf']): Child[] =>
  text.split(pieces).map((piece) => {
    const bold = piece.match(/^\*\*([^*]+)\*\*$/)?.[1]
    if (bold) return <strong>{bold}</strong>
    const code = piece.match(/^`([^`]+)`$/)?.[1]
    if (code) return <code>{code}</code>
    const [, words, href] = piece.match(/^\[([^\]]+)\]\(([^)\s]+)\)$/) ?? []
    if (!words || !href) return piece
    const address = addressOf(href)
    return isSafe(address) ? <a href={address}>{words}</a> : words
  })

const isSafe = (address: string): boolean => /^(https?:\/\/|\/(?!\/)|#)/.test(address)
