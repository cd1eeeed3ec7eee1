import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Configuration } from 'oidc-provider'
import { freePort } from './program.ts'

export type Account = { sub: string; name: string; email?: string; roles?: string[] }

export type IdentityProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Who can sign in, by what is written in the login field. */
  accounts: Map<string, Account>
  /** What a person does there, from the address the browser was sent to until the address it is sent back to. */
  signIn(address: string, login: string): Promise<URL>
  /** The same, but the person thinks better of it. */
  decline(address: string): Promise<URL>
  close(): Promise<void>
}

const clientId = 'faelles'
const clientSecret = 'a secret of the test, and of nothing else'

/** A real OpenID Connect provider on this machine, which requires PKCE, with the sign-in pages it comes with. */
export async function identityProvider(returnTo: string[], accounts: Account[]): Promise<IdentityProvider> {
  const issuer = `http://127.0.0.1:${await freePort()}`
  const known = new Map(accounts.map((account) => [account.sub, account]))
  const provider = await quietly(async () => {
    const { default: Provider } = await import('oidc-provider')
    return new Provider(issuer, configuration(returnTo, known))
  })
  const server = createServer(provider.callback()).listen(Number(new URL(issuer).port), '127.0.0.1')
  await once(server, 'listening')
  return {
    issuer,
    clientId,
    clientSecret,
    accounts: known,
    signIn: (address, login) => visit(issuer, address, (page) => answerTo(page, login)),
    decline: (address) => visit(issuer, address, (page) => ({ path: /href="([^"]+\/abort)"/.exec(page)?.[1] ?? '' })),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const configuration = (returnTo: string[], accounts: Map<string, Account>): Configuration => ({
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: returnTo }],
  claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email'] },
  findAccount: (_, login) => {
    const account = accounts.get(login)
    return account && { accountId: account.sub, claims: () => account }
  },
  pkce: { required: () => true },
  ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  cookies: { keys: ['of the test'] },
  jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
  features: { devInteractions: { enabled: true } },
})

/** It warns that its sign-in pages are made for development, which is what they are used for, and of Node 20. */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn, info } = console
  console.warn = console.info = () => {}
  try {
    return await work()
  } finally {
    Object.assign(console, { warn, info })
  }
}

type Step = { path: string; fields?: Record<string, string> }

const answerTo = (page: string, login: string): Step => {
  const path = /action="([^"]+)"/.exec(page)?.[1] ?? ''
  const fields: Record<string, string> = page.includes('name="login"')
    ? { prompt: 'login', login, password: 'any' }
    : { prompt: 'consent' }
  return { path, fields }
}

/** A browser without a window: follows redirects, keeps cookies, answers pages, and stops where the provider lets go. */
async function visit(issuer: string, address: string, answer: (page: string) => Step): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(address)
  let fields: Record<string, string> | undefined
  for (let step = 0; step < 20; step++) {
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    const next: Step = location ? { path: location } : answer(await response.text())
    at = new URL(next.path, at)
    fields = next.fields
    if (at.origin !== issuer) return at
  }
  throw new Error(`the provider did not let go of ${address}`)
}
