import {
  AlignmentType,
  Document as File,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { dayText } from '../values/day.ts'
import { type Block, type Document, ordered, plain, type Section, sections, sizeOf } from './model.ts'
import { numbering, styles } from './word-styles.ts'
import { PAGE, tableBlocks, textWidth } from './word-table.ts'

/** The document as a Word file: real heading styles, table heads that repeat, Danish as its language, alternative texts. */
export async function docx(document: Document): Promise<Uint8Array> {
  const parts = sections(ordered(document.blocks))
  const turned = parts[0]?.landscape
    ? [{ landscape: false, blocks: [] }, ...parts]
    : parts.length > 0
      ? parts
      : [{ landscape: false, blocks: [] }]
  const file = new File({
    title: plain(document.title),
    creator: plain(document.author),
    lastModifiedBy: plain(document.author),
    description: plain(document.subtitle ?? ''),
    styles,
    numbering,
    sections: turned.map((section, at) => sectionOf(document, section, at === 0 ? front(document) : [])),
  })
  return Packer.toBuffer(file)
}

function sectionOf(document: Document, section: Section, before: FileChild[]): ISectionOptions {
  const orientation = section.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
  const { width, height, margin } = PAGE
  return {
    properties: { page: { size: { width, height, orientation }, margin: { ...margin, header: 680, footer: 600 } } },
    headers: { default: new Header({ children: [headerLine(document, textWidth(section.landscape))] }) },
    footers: { default: new Footer({ children: [footerLine(document, textWidth(section.landscape))] }) },
    children: [...before, ...section.blocks.flatMap((block) => blockOf(block, section.landscape))],
  }
}

const sideBySide = (width: number) => [{ type: TabStopType.RIGHT, position: width }]

function headerLine(document: Document, width: number): Paragraph {
  const mark =
    document.mark === undefined
      ? []
      : [new TextRun({ text: `\t${plain(document.mark)}`, bold: true, shading: { fill: 'FFE9B8' } })]
  return new Paragraph({ style: 'Header', tabStops: sideBySide(width), children: [new TextRun(plain(document.title)), ...mark] })
}

function footerLine(document: Document, width: number): Paragraph {
  const origin = `${plain(document.author)} · ${dayText(document.day)}`
  const page = new TextRun({ children: ['\tSide ', PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES] })
  return new Paragraph({ style: 'Footer', tabStops: sideBySide(width), children: [new TextRun(origin), page] })
}

function front(document: Document): Paragraph[] {
  const subtitle =
    document.subtitle === undefined ? [] : [new Paragraph({ style: 'Subtitle', children: lines(document.subtitle) })]
  return [
    new Paragraph({ style: 'Origin', children: lines(document.author) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: lines(document.title) }),
    ...subtitle,
    new Paragraph({ style: 'Day', text: dayText(document.day) }),
  ]
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

function blockOf(block: Block, landscape: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level], children: lines(block.text) })]
    case 'paragraph':
      return [new Paragraph({ children: lines(block.text, block.strong), keepNext: block.withNext === true })]
    case 'note':
      return [new Paragraph({ style: 'Note', children: lines(block.text) })]
    case 'list':
      return block.items.map((item) => new Paragraph({ numbering: { reference: 'dots', level: 0 }, children: lines(item) }))
    case 'table':
      return tableBlocks(block, textWidth(landscape))
    case 'picture':
      return pictureBlocks(block)
    case 'pagebreak':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** Runs of a text, a new line where the text has one. */
function lines(text: string, bold = false): TextRun[] {
  return plain(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(bold ? { bold } : {}), ...(at > 0 ? { break: 1 } : {}) }))
}

/** What a Word too old for SVG shows: one see-through dot. The alternative text still stands. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)
const WIDEST = 620
const TALLEST = 800

function pictureBlocks({ svg, alt, caption }: Extract<Block, { kind: 'picture' }>): Paragraph[] {
  const { width, height } = sizeOf(svg)
  const scale = Math.min(WIDEST / width, TALLEST / height)
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: dot },
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: plain(caption ?? alt), title: plain(caption ?? alt), description: plain(alt) },
  })
  const shown = new Paragraph({ alignment: AlignmentType.LEFT, children: [picture] })
  return caption === undefined ? [shown] : [shown, new Paragraph({ style: 'Caption', children: lines(caption) })]
}
