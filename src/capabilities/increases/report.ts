import type { Ask, File } from '../../platform/action.ts'
import { PDF, pdf } from '../../platform/document.ts'
import { type Attached, attachedTo, attachmentAt, type Post } from '../mail/index.ts'
import { sheetSeen, type Visibility, wholeSheet } from '../tariffs/index.ts'
import type { Case } from './case.ts'
import { noBasisDocument, reportDocument } from './documents.ts'

type Files = NonNullable<Post['attachments']>
type Asking = Pick<Ask, 'db' | 'today' | 'site'>

const attachment = async ({ name, type, body }: File): Promise<Files[number]> => ({
  name,
  mediaType: type,
  bytes: await bytesOf(body),
})

async function bytesOf(body: File['body']): Promise<Uint8Array> {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return body instanceof Uint8Array ? body : new Uint8Array(await new Response(body).arrayBuffer())
}

/** A page that says that nobody has sent the basis of the price. */
export const noBasisPdf = async (of: Case, today: string): Promise<File> => ({
  name: `beregningsgrundlag-sag-${of.id}.pdf`,
  type: PDF,
  body: await pdf(noBasisDocument(of, today)),
  inline: true,
})

export const reportPdf = async (of: Case, { today, site }: Pick<Ask, 'today' | 'site'>, text?: string): Promise<File> => ({
  name: `takstindberetning-${of.id}.pdf`,
  type: PDF,
  body: await pdf(reportDocument(of, { today, baseUrl: site.baseUrl, text })),
  inline: true,
})

/**
 * What goes with a report: the report itself, and the whole tariff sheet, since it goes to Socialtilsyn Øst, who may see all of it; where
 * only the price is known, a page that says so.
 */
export async function reportFiles(ask: Asking, of: Case, text: string): Promise<Files> {
  const sheet = of.calculationId === undefined ? undefined : await wholeSheet(ask, of.calculationId)
  const files = [await reportPdf(of, ask, text), ...(sheet ?? [await noBasisPdf(of, ask.today)])]
  return Promise.all(files.map(attachment))
}

/** How much of the sheet the reader may see himself; undefined: there is no sheet. */
export const sheetOf = async (ask: Ask, of: Case): Promise<Visibility | undefined> =>
  of.calculationId === undefined ? undefined : sheetSeen(ask, of.calculationId)

/** Files that went with the steps of a case, by the step. */
export async function filesOfSteps({ db }: Pick<Ask, 'db'>, { steps }: Case): Promise<ReadonlyMap<number, Attached[]>> {
  const found = await attachedTo(
    db,
    steps.flatMap(({ outboxId }) => outboxId ?? []),
  )
  return new Map(steps.map(({ id, outboxId }) => [id, found.filter((file) => file.outboxId === outboxId)]))
}

/** One of them, as it was sent. */
export async function fileOfStep({ db }: Pick<Ask, 'db'>, { steps }: Case, stepId: number, position: number) {
  const outboxId = steps.find(({ id }) => id === stepId)?.outboxId
  return outboxId === undefined ? undefined : attachmentAt(db, outboxId, position)
}
