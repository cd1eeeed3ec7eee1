import type { Role } from '../../access.ts'
import { looksLikeCpr } from '../../platform/values/cpr.ts'

/** Somebody who can sign in. `subject` is what the identity provider calls the person, and never changes. Danish: person. */
export type Person = {
  id: number
  subject: string
  name: string
  email: string | undefined
  demo: boolean
  createdAt: Date
  lastSignIn: Date | undefined
}

/** Somebody signed in at a browser, until a moment. Danish: session. */
export type Session = { createdAt: Date; expiresAt: Date; current: boolean }

/** A person's key to the open API; the key itself is kept nowhere. Danish: nøgle. */
export type ApiKey = {
  id: number
  name: string
  createdAt: Date
  expiresAt: Date
  endedAt: Date | undefined
  lastUsed: Date | undefined
}

/** What a person did, as the audit log has it. */
export type Deed = { at: Date; name: string; subject: string; said: string | undefined; roles: string }

/**
 * Where to go after signing in: a path here, and never elsewhere, whatever the address said. undefined when it is not one.
 * @example localPath('/plan?pr=2025-11-13') // '/plan?pr=2025-11-13'
 * @example localPath('//evil.example')      // undefined
 */
export function localPath(asked: string | undefined): string | undefined {
  if (!asked || !/^\/(?!\/)[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return undefined
  const { origin, pathname, search } = new URL(asked, HERE)
  // Two slashes first are another site, and dots can put them there.
  const here = origin === HERE && !pathname.startsWith('//')
  return here && !/^\/(api|statisk|log-ud|log-ind\/)/.test(pathname) ? pathname + search : undefined
}

const HERE = 'http://here.invalid'

/** The page a person most likely came for: the own party's, the own places, the office, or what is stored about one who has no role yet. */
export function homeOf(grants: readonly { role: Role; partySlug: string | undefined }[]): string {
  const own = grants.find(({ role, partySlug }) => partySlug && (role === 'contributor' || role === 'approver'))
  if (own) return `/plan/parter/${own.partySlug}`
  if (grants.some(({ role, partySlug }) => partySlug && role === 'provider')) return '/ledige/mine'
  if (grants.some(({ role }) => role === 'secretariat' || role === 'administrator')) return '/kontor'
  return grants.length > 0 ? '/plan' : '/mig'
}

/** Does what an identity provider sends hold a CPR number? Then none of it may be kept. */
export const holdsCpr = (identity: { subject: string; name: string; email: string | undefined }): boolean =>
  [identity.subject, identity.name, identity.email ?? ''].some(looksLikeCpr)
