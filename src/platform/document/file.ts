import type { File } from '../action.ts'
import { docx } from './docx.ts'
import type { Document } from './model.ts'
import { pdf } from './pdf.ts'

/** What a download sends: a document as PDF or as Word. */

export const PDF = 'application/pdf'

/** `inline`: shown in the browser, not saved. */
export const pdfFile = async (name: string, document: Document, how: Pick<File, 'inline'> = {}): Promise<File> => ({
  name,
  type: PDF,
  body: await pdf(document),
  ...how,
})

export const wordFile = async (name: string, document: Document): Promise<File> => ({
  name,
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  body: await docx(document),
})
