import { readdir, readFile } from 'node:fs/promises'
import type { File } from '../../platform/action.ts'

const folder = new URL('../../../docs/vejledning/', import.meta.url)
const pictures = new URL('billeder/', folder)

/** A page of the guide as it is written, in Markdown. Danish: vejledning. */
export type GuideText = { slug: string; title: string; markdown: string }

/** Every page, in the order of their file names. */
export async function guidePages(): Promise<GuideText[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.md') && name !== 'README.md').sort()
  return Promise.all(names.map(async (name) => textOf(name, await readFile(new URL(name, folder), 'utf8'))))
}

const textOf = (name: string, markdown: string): GuideText => ({
  slug: name.slice(0, -'.md'.length),
  title: markdown.match(/^# (.+)$/m)?.[1]?.trim() ?? name,
  markdown: markdown.replace(/^# .+$/m, '').trim(),
})

export const guidePage = async (slug: string): Promise<GuideText | undefined> =>
  (await guidePages()).find((page) => page.slug === slug)

/** Only what lies in the folder: a name is looked up and never made into a path. */
export async function guidePicture(name: string): Promise<File | undefined> {
  if (!name.endsWith('.png') || !(await namesIn(pictures)).includes(name)) return undefined
  return {
    name,
    type: 'image/png',
    body: new Uint8Array(await readFile(new URL(encodeURIComponent(name), pictures))),
    inline: true,
  }
}

const namesIn = (where: URL): Promise<string[]> => readdir(where).catch(() => [])
