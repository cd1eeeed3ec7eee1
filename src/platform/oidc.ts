import * as openid from 'openid-client'
import { type Oidc, StartError } from './config.ts'
import { log } from './log.ts'

/** What the way to the identity provider and back must hold on to, in the session and never in the address. */
export type Secrets = { state: string; nonce: string; verifier: string }

/** Who the identity provider says it is. `roles` are those the installation has given a meaning. */
export type Identity = { subject: string; name: string; email: string | undefined; roles: string[] }

/** Signing in at an identity provider: authorization code with PKCE, state and nonce. */
export type OidcClient = {
  begin(): Promise<{ url: string; secrets: Secrets }>
  /** `search` is the query the provider sent the browser back with. */
  finish(search: string, secrets: Secrets): Promise<Identity>
  /** Where a person signs out at the provider itself, where it has such a place. */
  signOutUrl(): Promise<string | undefined>
}

/** declined: the provider or the person said no. unreachable: nobody answered. refused: what came back does not hold. */
export class SignInFailed extends Error {
  override readonly name = 'SignInFailed'
  readonly reason: 'declined' | 'unreachable' | 'refused'

  constructor(reason: SignInFailed['reason'], cause: unknown) {
    super(`sign-in ${reason}`, { cause })
    this.reason = reason
  }
}

export const RETURN_PATH = '/log-ind/retur'

const PATIENCE_SECONDS = 8
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Asks the provider nothing before the first sign-in, so that the program starts without it. */
export function oidcClient(oidc: Oidc, baseUrl: string): OidcClient {
  const issuer = new URL(oidc.issuer)
  const insecure = issuer.protocol === 'http:'
  if (insecure && !LOOPBACK.has(issuer.hostname)) {
    throw new StartError('OIDC_ISSUER skal begynde med https://. Kun en udbyder på denne maskine kan nås med http://.')
  }
  const returnUrl = `${baseUrl}${RETURN_PATH}`
  const provider = kept(() =>
    openid.discovery(issuer, oidc.clientId, undefined, authentication(oidc.clientSecret), {
      timeout: PATIENCE_SECONDS,
      execute: insecure ? [openid.allowInsecureRequests] : [],
    }),
  )
  return {
    begin: async () => begin(await provider(), oidc.scope, returnUrl),
    finish: async (search, secrets) => identityFrom(await claimsFor(await provider(), returnUrl + search, secrets), oidc),
    signOutUrl: async () => {
      const config = await provider()
      return config.serverMetadata().end_session_endpoint && openid.buildEndSessionUrl(config).href
    },
  }
}

/** Learned once; asked again after a failure. */
function kept(discover: () => Promise<openid.Configuration>) {
  let known: Promise<openid.Configuration> | undefined
  return () => {
    known ??= discover().catch((error: unknown) => {
      known = undefined
      throw new SignInFailed('unreachable', error)
    })
    return known
  }
}

/** As the provider says it wants it; its silence means basic (OpenID Connect Discovery 1.0, section 3). */
function authentication(secret: string): openid.ClientAuth {
  const basic = openid.ClientSecretBasic(secret)
  const post = openid.ClientSecretPost(secret)
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return methods.includes('client_secret_basic') ? basic(server, ...rest) : post(server, ...rest)
  }
}

async function begin(config: openid.Configuration, scope: string, returnUrl: string) {
  const secrets = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() }
  const url = openid.buildAuthorizationUrl(config, {
    redirect_uri: returnUrl,
    scope,
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
  })
  return { url: url.href, secrets }
}

type Claims = Record<string, unknown> & { sub: string }

async function claimsFor(config: openid.Configuration, address: string, secrets: Secrets): Promise<Claims> {
  try {
    const tokens = await openid.authorizationCodeGrant(config, new URL(address), {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('no id token')
    if (!config.serverMetadata().userinfo_endpoint) return claims
    return { ...claims, ...(await openid.fetchUserInfo(config, tokens.access_token, claims.sub)) }
  } catch (error) {
    throw new SignInFailed(reasonOf(error), error)
  }
}

function reasonOf(error: unknown): SignInFailed['reason'] {
  if (error instanceof openid.AuthorizationResponseError) return 'declined'
  const timedOut = error instanceof openid.ClientError && error.code === 'OAUTH_TIMEOUT'
  return timedOut || error instanceof TypeError ? 'unreachable' : 'refused'
}

export function identityFrom(claims: Claims, { roleClaim, roleMap }: Pick<Oidc, 'roleClaim' | 'roleMap'>): Identity {
  const sent = texts(at(claims, roleClaim))
  const unknown = sent.filter((role) => !Object.hasOwn(roleMap, role))
  if (unknown.length > 0) log.info({ unknown }, 'roles without a meaning here')
  return {
    subject: claims.sub,
    name: [claims['name'], claims['preferred_username'], claims['email']].find(isText) ?? claims.sub,
    email: [claims['email']].find(isText),
    roles: sent.flatMap((role) => (Object.hasOwn(roleMap, role) ? [roleMap[role] ?? ''] : [])),
  }
}

/** 'realm_access.roles' is a claim of that name, or the claim 'roles' inside 'realm_access'. */
function at(claims: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined), claims)
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const texts = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter(isText)
