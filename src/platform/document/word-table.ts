import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Cell, fillOf, isMatrix, plain, type Table as TableBlock, textOf, widths } from './model.ts'
import { ACCENT, LINE, SOFT } from './word-styles.ts'

/** A4 standing up, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838, margin: { left: 1_200, right: 1_200, top: 1_500, bottom: 1_250 } }

export const textWidth = (landscape: boolean): number =>
  (landscape ? PAGE.height : PAGE.width) - PAGE.margin.left - PAGE.margin.right

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: LINE }
const firm = { style: BorderStyle.SINGLE, size: 8, color: ACCENT }

/** A table under its caption. The head repeats on each page and no row is broken by a page. */
export function tableBlocks(table: TableBlock, width: number): FileChild[] {
  const columnWidths = shares(widths(table), width)
  const margin = isMatrix(table) ? 40 : 90
  return [
    new Paragraph({ style: 'Caption', children: [new TextRun(plain(table.caption))] }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths,
      layout: TableLayoutType.FIXED,
      borders: { top: firm, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none },
      margins: { top: 50, bottom: 50, left: margin, right: margin },
      tableLook: {
        firstRow: true,
        firstColumn: table.rowHeader === true,
        lastRow: false,
        lastColumn: false,
        noHBand: true,
        noVBand: true,
      },
      rows: [headRow(table), ...table.rows.map((row) => bodyRow(table, row))],
    }),
    new Paragraph({ style: 'Cell', children: [] }),
  ]
}

function shares(weights: number[], width: number): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => Math.floor((weight / whole) * width))
}

function headRow(table: TableBlock): TableRow {
  const upright = isMatrix(table)
  const cells = table.columns.map(
    (column, at) =>
      new TableCell({
        shading: { fill: SOFT },
        borders: { bottom: firm },
        verticalAlign: VerticalAlignTable.BOTTOM,
        ...(upright && at > 0
          ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT, verticalAlign: VerticalAlignTable.CENTER }
          : {}),
        children: [paragraph(table, column.title, upright && at > 0 ? 'left' : column.align, { bold: true, color: ACCENT })],
      }),
  )
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells,
    ...(upright ? { height: { value: 1_700, rule: HeightRule.ATLEAST } } : {}),
  })
}

function bodyRow(table: TableBlock, row: Cell[]): TableRow {
  const cells = table.columns.map((column, at) => {
    const fill = fillOf(row[at])
    const names = table.rowHeader === true && at === 0
    return new TableCell({
      ...(fill === undefined ? {} : { shading: { fill: fill.slice(1) } }),
      children: [paragraph(table, textOf(row[at]), column.align, names ? { bold: true } : {})],
    })
  })
  return new TableRow({ cantSplit: true, children: cells })
}

function paragraph(
  table: TableBlock,
  text: string,
  align: 'left' | 'right' | undefined,
  run: { bold?: boolean; color?: string },
): Paragraph {
  return new Paragraph({
    style: isMatrix(table) ? 'SmallCell' : 'Cell',
    alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    children: plain(text)
      .split('\n')
      .map((line, at) => new TextRun({ text: line, ...run, ...(at > 0 ? { break: 1 } : {}) })),
  })
}
