export { docx } from './document/docx.ts'
export { PDF, pdfFile, wordFile } from './document/file.ts'
export type { Block, Cell, Document, Table } from './document/model.ts'
export { pdf } from './document/pdf.ts'
