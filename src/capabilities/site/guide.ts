import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

const folder = new URL('../../../docs/vejledning/', import.meta.url)
const pictures = new URL('billeder/', folder)

/** A page of the guide as it is written: a title, a paragraph on whom it is for, and the rest in Markdown. Danish: vejledning. */
export type GuideText = { slug: string; title: string; lead: string; markdown: string }

/** Every page, in the order of their file names. */
export async function guidePages(): Promise<GuideText[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
  return Promise.all(names.map(async (name) => textOf(name, await readFile(new URL(name, folder), 'utf8'))))
}

function textOf(name: string, written: string): GuideText {
  const [heading = '', lead = '', ...rest] = written.trim().split(/\n{2,}/)
  return { slug: name.slice(0, -'.md'.length), title: heading.replace(/^# /, ''), lead, markdown: rest.join('\n\n') }
}

export const guidePage = async (slug: string): Promise<GuideText | undefined> =>
  (await guidePages()).find((page) => page.slug === slug)

type GuidePicture = { body: Uint8Array<ArrayBuffer>; etag: string }

/** Only what lies in the folder: a name is looked up and never made into a path. */
export async function guidePicture(name: string): Promise<GuidePicture | undefined> {
  if (!name.endsWith('.png') || !(await namesIn(pictures)).includes(name)) return undefined
  const body = new Uint8Array(await readFile(new URL(encodeURIComponent(name), pictures)))
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"` }
}

const namesIn = (where: URL): Promise<string[]> => readdir(where).catch(() => [])
