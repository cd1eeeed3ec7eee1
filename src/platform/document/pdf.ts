import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { dayText } from '../values/day.ts'
import {
  type Block,
  type Document,
  fillOf,
  isMatrix,
  ordered,
  plain,
  sections,
  sizeOf,
  type Table,
  textOf,
  widths,
} from './model.ts'
import { template } from './template.ts'

/** The document as a tagged PDF (PDF/UA-1) on A4. */
export async function pdf(document: Document): Promise<Uint8Array> {
  const data = JSON.stringify(forTemplate(document), asSet)
  try {
    return compiled(data)
  } catch (error) {
    const missing = undisplayable(error)
    if (missing.length === 0) throw error
    return compiled(missing.reduce((text, sign) => text.replaceAll(sign, PLACEHOLDER), data))
  }
}

/** All text but drawings is set in type. */
const asSet = (key: string, value: unknown) => (key !== 'svg' && typeof value === 'string' ? keptTogether(plain(value)) : value)

/** Stands for a sign no font holds, an emoji say: PDF/UA-1 does not allow a sign that cannot be shown. */
const PLACEHOLDER = '□'

/** '§ 9', '2. halvår' and 'I gang' never part at the end of a line. */
const keptTogether = (text: string): string =>
  text.replace(/(?<=§) (?=\d)|(?<=\b\d{1,2}\.) (?=\p{Ll})|(?<=\bI) (?=\p{Ll})/gu, '\u00a0')

let compiler: NodeCompiler | undefined

function compiled(document: string): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts() }] })
  try {
    const result = compiler.compile({ mainFileContent: template, inputs: { document } })
    if (result.result === null)
      throw new Error(`the report did not compile: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics)}`)
    return compiler.pdf(result.result, { pdfStandard: 'ua-1' })
  } finally {
    compiler.evictCache(2)
  }
}

function fonts(): Buffer[] {
  const designSystem = dirname(createRequire(import.meta.url).resolve('dkfds'))
  const folder = join(designSystem, '../fonts/IBMPlexSans/complete/ttf')
  return ['Regular', 'Italic', 'SemiBold'].map((weight) => readFileSync(join(folder, `IBMPlexSans-${weight}.ttf`)))
}

/** The signs the compiler says it has no glyph for; the text of its error is the only place they stand. */
function undisplayable(error: unknown): string[] {
  const told = error instanceof Error ? error.message : String(error)
  return [...told.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)].flatMap(([, text]) => [...unescaped(text ?? '')])
}

const unescaped = (text: string): string =>
  text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))

function forTemplate(document: Document) {
  return {
    title: document.title,
    subtitle: document.subtitle ?? null,
    author: document.author,
    mark: document.mark ?? null,
    date: document.day.split('-').map(Number),
    dayText: dayText(document.day),
    sections: sections(ordered(document.blocks)).map((section) => ({ ...section, blocks: section.blocks.map(blockData) })),
  }
}

function blockData(block: Block) {
  if (block.kind === 'paragraph') return { ...block, strong: block.strong ?? false, withNext: block.withNext ?? false }
  if (block.kind === 'picture') return { ...block, caption: block.caption ?? null, height: pictureHeight(block.svg) }
  return block.kind === 'table' ? tableData(block) : block
}

function tableData(table: Table) {
  const cell = (of: Table['rows'][number][number] | undefined) => ({ text: textOf(of), fill: fillOf(of) ?? null })
  return {
    ...table,
    columns: table.columns.map((column) => ({ title: column.title, align: column.align ?? 'left' })),
    rows: table.rows.map((row) => table.columns.map((_, at) => cell(row[at]))),
    widths: widths(table),
    matrix: isMatrix(table),
    rowHeader: table.rowHeader ?? false,
  }
}

const TEXT_WIDTH_CM = 16.6
const TALLEST_CM = 20

/** As tall as the picture is at full width, but never taller than a page holds. */
function pictureHeight(svg: string): number {
  const { width, height } = sizeOf(svg)
  return Math.min(TALLEST_CM, (TEXT_WIDTH_CM * height) / width)
}
