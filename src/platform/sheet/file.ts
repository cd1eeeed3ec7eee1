import type { File } from '../action.ts'
import type { Column } from './column.ts'
import { writeCsv } from './csv.ts'
import { type Workbook, writeWorkbook } from './workbook.ts'

/** What a download sends: a workbook, one sheet of it as CSV, or the same as JSON. */

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const xlsxFile = async (name: string, workbook: Workbook): Promise<File> => ({
  name,
  type: XLSX,
  body: await writeWorkbook(workbook),
})

export const csvFile = <Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): File => ({
  name,
  type: 'text/csv; charset=utf-8',
  body: writeCsv(columns, rows),
})

export const jsonFile = (name: string, content: unknown): File => ({
  name,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(content),
})
