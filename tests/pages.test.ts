import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { checkOffers } from '../src/capabilities/intake/jobs.ts'
import { beginSession, loadDemoPeople } from '../src/capabilities/people/index.ts'
import { loadTrial } from '../src/capabilities/trial/index.ts'
import { connect, type Database } from '../src/platform/db.ts'
import { SESSION_COOKIE } from '../src/platform/house.ts'
import { files, pageTypes, type Seen, traces, unlinked, wander } from './setup/wander.ts'
import { freshDatabase } from './setup/worker.ts'
import { houseOn } from './world.ts'

const people = ['contributor:faxe', 'approver:faxe', 'secretariat', 'administrator']
const now = new Date('2026-11-20T09:00:00Z')
const origin = 'http://localhost'
const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
const seen: (Seen & { who: string })[] = []
let database: Database

type App = ReturnType<typeof createApp>

beforeAll(async () => {
  database = connect(await freshDatabase('pages'), { connections: 4 })
  await database.deed(loadDemoPeople)
  await database.deed(loadTrial)
  const site = { baseUrl: origin, trial: true, wasUrl: undefined, signIn: 'demo' as const, mail: false }
  const app = createApp(houseOn(database, { now, site }))
  const cookies = await Promise.all(people.map(cookieOf))
  for (const cookie of cookies) await leaveTraces(app, { cookie, origin })
  await readOffers()
  for (const [at, who] of ['citizen', ...people].entries()) {
    const open = openAs(app, cookies[at - 1])
    seen.push(...(await wander(open, ['/', ...unlinked])).map((page) => ({ ...page, who })))
  }
}, 600_000)
afterAll(() => database.close())

/** What the job would do, so that there is something to ask about. */
async function readOffers(): Promise<void> {
  const drafts = await database.sql<{ id: string }[]>`select id from import_draft where kind = 'offers'`
  for (const { id } of drafts) await checkOffers({ database, clock: () => now }, id)
}

const openAs = (app: App, cookie: string | undefined) => async (address: string) => {
  const answer = await app.request(origin + address, { headers: cookie ? { cookie } : {} })
  const isPage = answer.status === 200 && answer.headers.get('content-type')?.startsWith('text/html')
  return isPage ? answer.text() : undefined
}

/** Signed in here, and elsewhere too. */
async function cookieOf(who: string): Promise<string> {
  const [person] = await database.sql<{ id: number }[]>`select id from person where subject = ${`demo:${who}`}`
  const begin = () => beginSession(database.sql, person?.id ?? 0, new Date('2026-11-21T00:00:00Z'), now)
  await begin()
  return `${SESSION_COOKIE}=${await begin()}`
}

async function leaveTraces(app: App, headers: Record<string, string>): Promise<void> {
  const post = (address: string, body: URLSearchParams | FormData) =>
    app.request(origin + address, { method: 'POST', body, headers })
  for (const [address, fields] of traces) await post(address, new URLSearchParams(fields))
  for (const { address, name, text } of files) {
    const form = new FormData()
    form.set('file', new File([text], name))
    await post(address, form)
  }
}

test('somebody gets to every page by links and forms from the front page', () => {
  const found = new Set(seen.map(({ type }) => type))
  expect(pageTypes.filter((type) => !found.has(type))).toEqual([])
})

test('every page is valid HTML for everybody who may see it', async () => {
  const findings = new Set<string>()
  for (const { type, who, address, html } of seen) {
    const report = await validator.validateString(html, address)
    for (const { messages } of report.results)
      for (const { ruleId, message } of messages) findings.add(`${type} (${who}): ${ruleId}: ${message}`)
  }
  expect([...findings]).toEqual([])
})

test('every page has a title of its own kind and one heading on top', () => {
  const wrong = seen.filter(({ html }) => !/<title>[^<]{3,} – Fælles<\/title>/.test(html) || html.split('<h1').length !== 2)
  expect(wrong.map(({ type, who }) => `${type} (${who})`)).toEqual([])
})
