import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Block, type Document, docx, pdf } from '../document.ts'
import { ordered, sections, widths } from './model.ts'

const parties = Array.from({ length: 18 }, (_, at) => `Kommune ${at + 1}`)

const matrix: Block = {
  kind: 'table',
  caption: 'Indsatser og parter',
  landscape: true,
  rowHeader: true,
  columns: [{ title: 'Indsats' }, ...parties.map((title) => ({ title }))],
  rows: Array.from({ length: 13 }, (_, row) => [
    `Indsats ${row + 1}`,
    ...parties.map(() => ({ text: '● I drift', fill: '#cfe8d5' })),
  ]),
}

const report = (blocks: Block[]): Document => ({
  title: 'Status for rammeaftalen, 2. halvår 2025',
  subtitle: 'Æblegrød på åen',
  language: 'da-DK',
  author: 'Sekretariatet',
  day: '2025-11-13',
  mark: 'eksempeldata',
  blocks,
})

const whole = report([
  { kind: 'note', text: 'Meldingerne er opdigtede.' },
  { kind: 'heading', level: 1, text: 'Hvor langt er vi?' },
  { kind: 'paragraph', text: '14 af 18 har meldt, § 9.' },
  { kind: 'list', items: ['Faxe', 'Greve'] },
  { kind: 'heading', level: 3, text: 'Flyttet' },
  {
    kind: 'table',
    caption: 'Flyttet siden sidst',
    columns: [{ title: 'Part' }, { title: 'Antal', align: 'right' }],
    rows: [['Køge', '3']],
  },
  {
    kind: 'picture',
    alt: 'Tre søjler',
    caption: 'I drift',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="5" height="5"/></svg>',
  },
  { kind: 'heading', level: 2, text: 'Matrix' },
  matrix,
])

/** All a PDF says outside pictures and fonts: its own bytes and every stream that unpacks. */
function inside(bytes: Uint8Array): string {
  const file = Buffer.from(bytes)
  const streams: string[] = [file.toString('latin1')]
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    try {
      streams.push(inflateSync(file.subarray(at + 7)).toString('latin1'))
    } catch {
      // not a packed stream
    }
  }
  return streams.join('\n')
}

const count = (text: string, sign: RegExp) => [...text.matchAll(sign)].length

describe('a report as PDF', () => {
  test('can be read by ear: tagged, in Danish, titled, and says it is PDF/UA-1', async () => {
    const text = inside(await pdf(whole))
    expect(text).toContain('/StructTreeRoot')
    expect(text).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(text).toContain('/Lang (da-DK)')
    expect(text).toContain('/DisplayDocTitle true')
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(Buffer.from(await pdf(whole)).toString('utf8')).toMatch(/<rdf:li xml:lang="x-default">Status for rammeaftalen/)
  })

  test('has headings, lists, pictures with a text, and tables with heads', async () => {
    const text = inside(await pdf(whole))
    for (const tag of ['H1', 'H2', 'L', 'Table', 'THead', 'TBody', 'TH', 'TD', 'Figure', 'Caption']) {
      expect(text, tag).toMatch(new RegExp(`/S /${tag}\\b`))
    }
    expect(count(text, /\/S \/TH\b/g)).toBe(2 + 19)
    expect(count(text, /\/S \/TD\b/g)).toBe(2 + 13 * 19)
    expect(text).toContain('/Scope /Column')
    expect(text).toMatch(/\/Alt /)
  })

  test('lays a matrix of 13 by 18 on one landscape A4', async () => {
    const text = inside(await pdf(report([{ kind: 'paragraph', text: 'Før' }, matrix])))
    expect(count(text, /\/MediaBox \[0 0 841\.\d+ 595\.\d+\]/g)).toBe(1)
    expect(count(text, /\/MediaBox/g)).toBe(2)
  })

  test('prints what people wrote as text, never as code', async () => {
    const written = '#panic("kode") $x$ @ref <label> *fed* \\ "citat" `kode` </script>'
    await expect(
      pdf({
        ...report([{ kind: 'paragraph', text: written }]),
        title: written,
        author: written,
        subtitle: written,
        mark: written,
      }),
    ).resolves.toBeDefined()
  })

  test('shows a box for a sign no font holds, so that no report fails on an emoji', async () => {
    const text = 'Tak 😀 日本 \u0000 \ud800 ✓ ● æøå'
    await expect(pdf(report([{ kind: 'paragraph', text }]))).resolves.toBeDefined()
  })

  test('can be empty', async () => {
    await expect(pdf(report([]))).resolves.toBeDefined()
    await expect(
      pdf(
        report([
          { kind: 'list', items: [] },
          { kind: 'heading', level: 2, text: ' ' },
        ]),
      ),
    ).resolves.toBeDefined()
  })
})

describe('a report as Word file', () => {
  const parts = async (document: Document) => {
    const files = unzipSync(await docx(document))
    return (name: string) => strFromU8(files[name] ?? new Uint8Array())
  }

  test('is in Danish, titled, with real heading styles', async () => {
    const part = await parts(whole)
    expect(part('word/styles.xml')).toContain('<w:lang w:val="da-DK"/>')
    expect(part('docProps/core.xml')).toContain('<dc:title>Status for rammeaftalen, 2. halvår 2025</dc:title>')
    for (const style of ['Title', 'Heading1', 'Heading2'])
      expect(part('word/document.xml')).toContain(`<w:pStyle w:val="${style}"/>`)
  })

  test('repeats the head of every table', async () => {
    const text = (await parts(whole))('word/document.xml')
    expect(count(text, /<w:tblHeader/g)).toBe(2)
    expect(count(text, /<w:tbl>/g)).toBe(2)
  })

  test('turns the page for a matrix and writes its heads upright', async () => {
    const text = (await parts(whole))('word/document.xml')
    expect(count(text, /w:orient="landscape"/g)).toBe(1)
    expect(count(text, /<w:textDirection w:val="btLr"\/>/g)).toBe(18)
  })

  test('gives pictures their text, and shows the mark on every page', async () => {
    const part = await parts(whole)
    expect(part('word/document.xml')).toContain('descr="Tre søjler"')
    expect(part('word/header1.xml')).toContain('eksempeldata')
    expect(part('word/header2.xml')).toContain('eksempeldata')
    expect(part('word/footer1.xml')).toContain('NUMPAGES')
  })

  test('holds no sign that XML forbids', async () => {
    const text = (await parts(report([{ kind: 'paragraph', text: 'a\u0000b\ud800c\nd <&>' }])))('word/document.xml')
    expect(text).toContain('abc')
    expect(text).toContain('d &lt;&amp;&gt;')
  })
})

describe('the order of a document', () => {
  test('never skips a heading level', () => {
    const levels = ordered([3, 3, 1, 3, 2].map((level): Block => ({ kind: 'heading', level: level as 1 | 2 | 3, text: 'x' })))
    expect(levels.map((block) => block.kind === 'heading' && block.level)).toEqual([1, 2, 1, 2, 2])
  })

  test('takes the heading along to the landscape page', () => {
    const heading: Block = { kind: 'heading', level: 1, text: 'Matrix' }
    const text: Block = { kind: 'paragraph', text: 'x' }
    expect(sections([text, heading, text, matrix, text])).toEqual([
      { landscape: false, blocks: [text] },
      { landscape: true, blocks: [heading, text, matrix] },
      { landscape: false, blocks: [text] },
    ])
  })

  test('gives columns room after what they hold, but as told when told', () => {
    const table = (columns: { title: string; width?: number }[]) =>
      widths({ kind: 'table', caption: '', columns, rows: [['x'.repeat(20), 'y']] })
    expect(table([{ title: 'A' }, { title: 'B' }])).toEqual([23, 9])
    expect(
      table([
        { title: 'A', width: 1 },
        { title: 'B', width: 2 },
      ]),
    ).toEqual([1, 2])
  })
})
