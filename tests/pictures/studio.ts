import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { browser, signInAs } from '../setup/browser.ts'

/** From the top of one thing, or of the page, to the bottom of another and a little below; as wide as the window unless told. */
export type Crop = { from?: Locator; to: Locator; width?: number; below?: number }

export type Studio = {
  /** Somebody at a browser of his own, signed in as a demo person or not at all. */
  as(person?: string, width?: number): Promise<Page>
  take(page: Page, name: string, crop: Crop): Promise<void>
}

const ABOVE = 12
const BELOW = 24
const MOST_BYTES = 150_000

/** Where pictures of the program at this address are taken; each is written to `folder` under its own name. */
export function studio(url: string, folder: string): Studio {
  mkdirSync(folder, { recursive: true })
  return {
    as: async (person, width = 1280) => {
      const context = await (await browser()).newContext({
        locale: 'da-DK',
        baseURL: url,
        viewport: { width, height: width < 600 ? 812 : 900 },
        deviceScaleFactor: 1,
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      if (person) await signInAs(page, person)
      return page
    },
    take: async (page, name, crop) => {
      await page.evaluate('document.activeElement?.blur(); document.fonts.ready')
      const clip = await clipOf(page, crop)
      const png = await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip })
      if (png.length > MOST_BYTES) throw new Error(`${name}.png fylder ${png.length} byte; vælg et mindre udsnit.`)
      process.stdout.write(`${name}.png, ${clip.width} × ${clip.height}, ${Math.round(png.length / 1000)} kB\n`)
    },
  }
}

async function clipOf(page: Page, { from, to, width, below = BELOW }: Crop) {
  const [first, last] = [from && (await placeOf(from)), await placeOf(to)]
  const down = Number(await page.evaluate('scrollY'))
  const top = first ? Math.max(0, Math.floor(first.y + down - ABOVE)) : 0
  const bottom = Math.ceil(last.y + last.height + down + below)
  return { x: 0, y: top, width: width ?? page.viewportSize()?.width ?? 1280, height: bottom - top }
}

async function placeOf(thing: Locator) {
  const place = await thing.first().boundingBox()
  if (!place) throw new Error(`Det, der skulle på billedet, er ikke på siden: ${thing}`)
  return place
}
