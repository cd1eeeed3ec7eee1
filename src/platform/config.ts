/** The program cannot start. The message is the one Danish sentence a person reads; `main.ts` prints it and exits with 1. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  scope: string
  /** The claim that holds the person's roles or groups at the identity provider. */
  roleClaim: string
  /** What the identity provider calls a role → what we call it. */
  roleMap: Record<string, string>
}

/** Everything the surroundings decide, read once at start. */
export type Config = {
  port: number
  /** undefined: every network interface. */
  host: string | undefined
  /** Where people reach us, without a slash at the end. */
  baseUrl: string
  production: boolean
  /** A proxy in front tells the caller's address and whether TLS was used. */
  trustProxy: boolean
  /** undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  /** The embedded database and everything else that is kept on disk. */
  dataFolder: string
  /** The real programme alone, without example reports. */
  empty: boolean
  smtpUrl: string | undefined
  mailFrom: string
  oidc: Oidc | undefined
  /** Where `/was` leads. */
  wasUrl: string | undefined
  /** Anyone may choose a demo person: a trial on one's own machine, never elsewhere. */
  demoSignIn: boolean
}

type Env = Record<string, string | undefined>

const DATABASE = ['postgres:', 'postgresql:']
const MAIL = ['smtp:', 'smtps:']
const WEB = ['http:', 'https:']

/** Reads the environment and the arguments; says in one sentence which variable is wrong and what it should be. */
export function readConfig(env: Env, argv: readonly string[]): Config {
  const port = portOf(env)
  const databaseUrl = address(env, 'DATABASE_URL', DATABASE)
  const oidc = oidcOf(env)
  const production = env['NODE_ENV'] === 'production'
  const demoSignIn = databaseUrl === undefined && oidc === undefined && !production
  return {
    port,
    host: text(env, 'HOST') ?? (demoSignIn ? '127.0.0.1' : undefined),
    baseUrl: address(env, 'BASE_URL', WEB)?.replace(/\/+$/, '') ?? `http://localhost:${port}`,
    production,
    trustProxy: yes(env, 'TRUST_PROXY'),
    databaseUrl,
    dataFolder: text(env, 'FAELLES_DATA') ?? '.data',
    empty: onlyTom(argv) || databaseUrl !== undefined,
    smtpUrl: address(env, 'SMTP_URL', MAIL),
    mailFrom: text(env, 'MAIL_FROM') ?? 'Fælles <ingen-svar@localhost>',
    oidc,
    wasUrl: address(env, 'WAS_URL', WEB),
    demoSignIn,
  }
}

function text(env: Env, name: string): string | undefined {
  return env[name]?.trim() || undefined
}

function portOf(env: Env): number {
  const given = text(env, 'PORT')
  if (given === undefined) return 3000
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN
  if (!(port >= 1 && port <= 65535)) throw new StartError(`PORT skal være et helt tal fra 1 til 65535, men er »${given}«.`)
  return port
}

/** The value itself is not repeated: an address may hold a password. */
function address(env: Env, name: string, protocols: readonly string[]): string | undefined {
  const given = text(env, name)
  if (given === undefined) return undefined
  if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given
  throw new StartError(`${name} skal være en adresse, der begynder med ${protocols.map((name) => `${name}//`).join(' eller ')}.`)
}

function yes(env: Env, name: string): boolean {
  const given = text(env, name)?.toLowerCase()
  if (given === undefined || ['0', 'nej', 'false'].includes(given)) return false
  if (['1', 'ja', 'true'].includes(given)) return true
  throw new StartError(`${name} skal være ja eller nej, men er »${given}«.`)
}

function onlyTom(argv: readonly string[]): boolean {
  const unknown = argv.find((argument) => argument !== '--tom')
  if (unknown !== undefined) throw new StartError(`Programmet kender ikke »${unknown}«. Det eneste valg er --tom.`)
  return argv.includes('--tom')
}

function oidcOf(env: Env): Oidc | undefined {
  const issuer = address(env, 'OIDC_ISSUER', WEB)
  const clientId = text(env, 'OIDC_CLIENT_ID')
  const clientSecret = text(env, 'OIDC_CLIENT_SECRET')
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  const missing = Object.entries({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret })
    .filter(([, value]) => value === undefined)
    .map(([name]) => name)
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new StartError(
      `Log ind med OpenID Connect mangler ${missing.join(' og ')}. Sæt alle tre OIDC-værdier eller ingen af dem.`,
    )
  }
  return {
    issuer,
    clientId,
    clientSecret,
    scope: text(env, 'OIDC_SCOPE') ?? 'openid profile email',
    roleClaim: text(env, 'OIDC_ROLE_CLAIM') ?? 'roles',
    roleMap: roleMapOf(env),
  }
}

function roleMapOf(env: Env): Record<string, string> {
  const given = text(env, 'OIDC_ROLES')
  if (given === undefined) return {}
  const map = parsed(given)
  if (!isTextMap(map)) throw new StartError('OIDC_ROLES skal være JSON med tekst til tekst, for eksempel {"gruppe":"rolle"}.')
  return map
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function isTextMap(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((entry) => typeof entry === 'string')
}
