import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { browser } from '../setup/browser.ts'
import { type IdentityProvider, identityProvider } from '../setup/identity-provider.ts'
import { endOfProgram, freePort, type Program, startProgram } from '../setup/program.ts'
import { freshDatabase } from '../setup/worker.ts'

let provider: IdentityProvider
let program: Program
let databaseUrl: string
let env: Record<string, string>
let context: BrowserContext
let page: Page

beforeAll(async () => {
  const port = await freePort()
  provider = await identityProvider(
    [`http://localhost:${port}/log-ind/retur`],
    [{ sub: 'leder-faxe', name: 'Programleder, Faxe', email: 'programleder@faxe.example', roles: ['FAE-indberetter'] }],
  )
  databaseUrl = await freshDatabase('faelles_journey_oidc')
  env = {
    DATABASE_URL: databaseUrl,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_ROLES: JSON.stringify({ 'FAE-indberetter': 'contributor:faxe' }),
  }
  program = await startProgram({ port, env })
})
afterAll(async () => {
  await program?.stop()
  await provider?.close()
})
beforeEach(async () => {
  context = await (await browser()).newContext({ locale: 'da-DK', baseURL: program.url })
  page = await context.newPage()
})
afterEach(() => context.close())

/** From our page to the provider's two pages, and back. */
async function signIn(at: Page): Promise<void> {
  await at.getByRole('link', { name: 'Log ind med dit arbejdslogin' }).click()
  await at.getByPlaceholder('Enter any login').fill('leder-faxe')
  await at.getByPlaceholder('and password').fill('whatever')
  await at.getByRole('button', { name: 'Sign-in' }).click()
  await at.getByRole('button', { name: 'Continue' }).click()
  await at.waitForURL(`${program.url}/**`)
}

async function mustBeAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
}

test('a person signs in with the work login, sees the own role, and signs out', async () => {
  await page.goto('/mig')
  await page.getByRole('heading', { level: 1, name: 'Log ind' }).waitFor()
  await mustBeAccessible()
  await signIn(page)
  expect(new URL(page.url()).pathname).toBe('/mig')
  await page.getByRole('rowheader', { name: 'Indberetter, Faxe' }).waitFor()
  await page.getByText('programleder@faxe.example').waitFor()
  await mustBeAccessible()
  const cookies = await context.cookies(program.url)
  expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([['faelles_session', true, 'Lax']])

  await page.getByRole('button', { name: 'Log ud' }).click()
  await page.getByRole('heading', { level: 1, name: 'Du er logget ud' }).waitFor()
  expect(await context.cookies(program.url)).toEqual([])
  await page.goto('/mig')
  await page.getByRole('heading', { level: 1, name: 'Log ind' }).waitFor()
})

test('the first administrator, named on the server, gives and ends a role in the browser', async () => {
  const { code, output } = await endOfProgram({ file: 'dist/admin.js', args: ['leder-faxe'], env })
  expect([code, output.includes('leder-faxe er nu administrator.')]).toEqual([0, true])
  await page.goto('/log-ind?videre=/kontor/personer')
  await signIn(page)
  await mustBeAccessible()
  await page.getByRole('link', { name: 'Programleder, Faxe' }).last().click()
  await page.getByRole('link', { name: 'Giv en rolle' }).click()
  await page.getByLabel('Rolle').selectOption('Godkender')
  await page.getByRole('button', { name: 'Giv rollen' }).click()
  await page.getByText('Vælg den part, personen skal være godkender for.').first().waitFor()
  await page.getByLabel('Part', { exact: true }).selectOption('Faxe')
  await page.getByRole('button', { name: 'Giv rollen' }).click()
  await page.getByRole('link', { name: 'Afslut rollen Godkender, Faxe' }).click()
  await page.getByRole('button', { name: 'Afslut rollen' }).click()
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Godkender, Faxe' }) })
  await row.getByRole('cell', { name: 'Afsluttet' }).waitFor()
})

test('what was written when the session ended is sent after signing in again', async () => {
  await page.goto('/mig')
  await signIn(page)
  await page.goto('/mig/noegler/ny')
  await page.getByLabel('Hvad skal nøglen bruges til?').fill('Ledelsesinformation')
  await endAllSessions()
  await page.getByRole('button', { name: 'Lav nøglen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Du er ikke logget ind længere' }).waitFor()
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Log ind i en ny fane' }).click(),
  ])
  await other.getByRole('link', { name: 'Log ind med dit arbejdslogin' }).click() // the work login is still open and asks nothing
  await other.getByRole('heading', { level: 1, name: 'Du er logget ind' }).waitFor()
  await other.close()
  await page.getByRole('button', { name: 'Prøv igen' }).click()
  await page.getByRole('heading', { level: 1, name: 'Din nye nøgle' }).waitFor()
  await page.getByText('Ledelsesinformation').first().waitFor()
})

async function endAllSessions(): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 })
  await sql`delete from session`
  await sql.end()
}
