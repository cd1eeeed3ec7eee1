import { afterAll, beforeAll, expect } from 'vitest'
import type { Oidc } from '../../src/platform/config.ts'
import { SESSION_COOKIE } from '../../src/platform/house.ts'
import { oidcClient } from '../../src/platform/oidc.ts'
import type { Answer, World } from '../world.ts'
import { type IdentityProvider, identityProvider } from './identity-provider.ts'

/** What the provider of these tests calls a role; the last names a party there is not. */
const roleMap: Record<string, string> = {
  'FAE-indberetter': 'contributor:faxe',
  'FAE-godkender': 'approver:faxe',
  'RAM-sek': 'secretariat',
  'ATL-indberetter': 'contributor:atlantis',
}

/** A browser at our side: keeps the one cookie. */
export class Browser {
  cookie: string | undefined
  readonly #world: World
  constructor(world: World) {
    this.#world = world
  }
  async get(path: string): Promise<Answer> {
    return this.#send(path, {})
  }
  async post(path: string, fields: Record<string, string>): Promise<Answer> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields) })
  }
  async #send(path: string, init: RequestInit): Promise<Answer> {
    const headers = { origin: 'http://localhost', ...(this.cookie ? { cookie: `${SESSION_COOKIE}=${this.cookie}` } : {}) }
    const response = await this.#world.app.request(`http://localhost${path}`, { ...init, headers })
    const set = response.headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`))
    if (set) this.cookie = /=([^;]*)/.exec(set)?.[1] || undefined
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const location = response.headers.get('location') ?? ''
    return { status: response.status, text, bytes, headers: response.headers, location, json: () => JSON.parse(text) }
  }
}

/** A world with a real identity provider beside it. */
export function withIdentityProvider(w: World) {
  let provider: IdentityProvider
  beforeAll(async () => {
    provider = await identityProvider(['http://localhost/log-ind/retur'], [])
  })
  afterAll(() => provider.close())

  /** To the provider and back again: the address the browser is sent back to, not yet followed. */
  async function thereAndBack(browser: Browser, login: string, next?: string): Promise<string> {
    const away = await browser.get(`/log-ind/start${next ? `?videre=${encodeURIComponent(next)}` : ''}`)
    expect(away.status).toBe(303)
    const back = await provider.signIn(away.location, login)
    return back.pathname + back.search
  }

  return {
    provider: () => provider,
    /** A browser at an installation that signs in there. */
    browser(more: Partial<Oidc> = {}): Browser {
      const { issuer, clientId, clientSecret } = provider
      const oidc = { issuer, clientId, clientSecret, scope: 'openid profile email', roleClaim: 'roles', roleMap, ...more }
      w.site = { ...w.site, trial: false, signIn: 'oidc', oidc: oidcClient(oidc, 'http://localhost') }
      return new Browser(w)
    },
    /** Known to the provider from now on, with the provider's own role names. */
    account(sub: string, ...roles: string[]): string {
      provider.accounts.set(sub, { sub, name: `Sagsbehandler ${sub}`, email: `${sub}@faxe.example`, roles })
      return sub
    },
    thereAndBack,
    signIn: async (browser: Browser, login: string, next?: string) => browser.get(await thereAndBack(browser, login, next)),
    /** A browser that was sent to the provider, where the person said no. */
    async declined(browser: Browser): Promise<string> {
      const back = await provider.decline((await browser.get('/log-ind/start')).location)
      return back.pathname + back.search
    },
  }
}
