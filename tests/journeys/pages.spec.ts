import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { browser, signInAs } from '../setup/browser.ts'
import { type Program, startProgram } from '../setup/program.ts'
import { files, type Seen, traces, unlinked, wander } from '../setup/wander.ts'

/** Each page is looked at once, by the first of these who comes upon it. */
const people = ['Indberetter, Faxe', 'Godkender, Faxe', 'Sekretariatet', 'Administrator', undefined]

type Looked = { context: BrowserContext; pages: Seen[] }

let program: Program
let chromium: Browser
const looked: Looked[] = []

beforeAll(async () => {
  program = await startProgram()
  chromium = await browser()
  const contexts: BrowserContext[] = []
  for (const name of people) contexts.push(await contextOf(name))
  for (const context of contexts) await leaveTraces(context)
  const types = new Set<string>()
  for (const context of contexts) {
    const pages = (await wander((address) => pageAt(context, address), ['/', ...unlinked])).filter(({ type }) => !types.has(type))
    for (const { type } of pages) types.add(type)
    looked.push({ context, pages })
  }
})
afterAll(async () => {
  for (const { context } of looked) await context.close()
  await program?.stop()
})

async function contextOf(name: string | undefined): Promise<BrowserContext> {
  const context = await chromium.newContext({ locale: 'da-DK', baseURL: program.url })
  if (name === undefined) return context
  const page = await context.newPage()
  await signInAs(page, name)
  await page.close()
  return context
}

async function leaveTraces({ request }: BrowserContext): Promise<void> {
  const headers = { origin: program.url }
  for (const [address, form] of traces) await request.post(address, { form, headers, maxRedirects: 0 })
  for (const { address, name, text } of files) {
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }
    await request.post(address, { multipart: { file }, headers, maxRedirects: 0 })
  }
}

async function pageAt({ request }: BrowserContext, address: string): Promise<string | undefined> {
  const answer = await request.get(address, { maxRedirects: 0 })
  return answer.status() === 200 && answer.headers()['content-type']?.startsWith('text/html') ? answer.text() : undefined
}

/** Everybody's pages side by side. */
const findingsOf = async (look: (looked: Looked) => Promise<string[]>) => (await Promise.all(looked.map(look))).flat()

test('axe finds nothing to mend on any page', async () => {
  const findings = await findingsOf(async ({ context, pages }) => {
    const found: string[] = []
    const page = await context.newPage()
    for (const { address } of pages) {
      await page.goto(address)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      for (const { id, nodes } of violations) found.push(`${address} ${id}: ${nodes.map(({ target }) => target).join(' ')}`)
    }
    await page.close()
    return found
  })
  expect(findings).toEqual([])
})

test('every page has a title and one heading on top, and none scrolls sideways at 320 px, without any script', async () => {
  const viewport = { width: 320, height: 640 }
  const findings = await findingsOf(async ({ context, pages }) => {
    const found: string[] = []
    const storageState = await context.storageState()
    const narrow = await chromium.newContext({ baseURL: program.url, javaScriptEnabled: false, storageState, viewport })
    const page = await narrow.newPage()
    for (const { address } of pages) {
      await page.goto(address)
      const width = Number(await page.evaluate('document.documentElement.scrollWidth'))
      const headings = await page.getByRole('heading', { level: 1 }).count()
      if (width > viewport.width) found.push(`${address} is ${width} px wide`)
      if (headings !== 1 || !/.+ – Fælles$/.test(await page.title())) found.push(`${address} has ${headings} headings on top`)
    }
    await narrow.close()
    return found
  })
  expect(findings).toEqual([])
})
