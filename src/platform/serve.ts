import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { citizen } from '../access.ts'
import type { Action, Ask, Env } from './action.ts'
import { tell, told } from './answers.tsx'
import { codeOf, isLost } from './db.ts'
import { type Asked, askOf, type House, sessionToken } from './house.ts'
import { log } from './log.ts'
import { read, readApi } from './read.ts'
import { Refusal, Unreadable } from './values/refusal.ts'
import { answer, write } from './write.tsx'

export const API = '/api/v1'

/** Gives every declared action its addresses, and every failure its page. */
export function mount(app: Hono<Env>, house: House, actions: readonly Action[]): void {
  const limits = { person: limiter(90, 60), address: limiter(900, 60), signIn: limiter(60, 60) }
  app.use(async (c, next) => (holdsNul(c) ? tellCitizen(c, house, told.address) : next()))
  for (const action of actions) {
    const signIn = action.kind === 'raw' && action.path.startsWith('/log-ind')
    app.get(action.path, async (c) =>
      signIn && !(await limits.signIn(addressOf(c, house))) ? tellCitizen(c, house, told.tooMany) : read(c, house, action),
    )
    if (action.apiRead) app.get(API + action.apiRead.path, (c) => readApi(c, house, action))
    if (action.apiAnswer) {
      const { path, maxBytes } = action.apiAnswer
      const tooLarge = bodyLimit({ maxSize: maxBytes, onError: (c) => hungUp(tellTooLarge(c as Asked, house, maxBytes)) })
      app.post(API + path, tooLarge, async (c) =>
        (await limits.person(callerOf(c, house))) ? answer(c, house, action) : tellCitizen(c, house, told.tooMany),
      )
    }
    if (!action.submit) continue
    const tooLarge = bodyLimit({
      maxSize: action.maxBytes,
      onError: (c) => hungUp(tellTooLarge(c as Asked, house, action.maxBytes)),
    })
    const post = async (c: Asked) => {
      const within = action.path.startsWith('/log-ind')
        ? await limits.signIn(addressOf(c, house))
        : (await limits.person(callerOf(c, house))) && (await limits.address(addressOf(c, house)))
      if (!within) return tellCitizen(c, house, told.tooMany)
      return write(c, house, action)
    }
    app.post(action.path, tooLarge, post)
    if (action.apiWrite) app.post(API + action.apiWrite.path, tooLarge, post)
  }
  app.notFound((c) => tellCitizen(c, house, told.absent))
  app.onError((error, c) => fault(c, house, error))
}

/** The one character that PostgreSQL can keep nowhere, so that no address with it can be of anything. */
const holdsNul = (c: Asked): boolean => c.req.url.includes('%00')

function fault(c: Asked, house: House, error: Error): Response {
  if (error instanceof HTTPException && error.status === 403) return tellCitizen(c, house, told.foreign)
  if (error instanceof Unreadable)
    return tellCitizen(c, house, { ...told.address, text: error.message, errors: { ...error.errors } })
  if (error instanceof Refusal)
    return tellCitizen(c, house, { ...told.cannot, text: error.message, ...(error.field ? { field: error.field } : {}) })
  const lost = isLost(error)
  log.error({ requestId: c.get('requestId'), err: error, code: codeOf(error) }, lost ? 'database lost' : 'fault')
  return tellCitizen(c, house, lost ? told.gone : told.fault)
}

/** The rest of what was sent is never read, so the line it comes on is of no more use. */
function hungUp(answer: Response): Response {
  answer.headers.set('connection', 'close')
  return answer
}

type Told = Parameters<typeof tell>[3]

/** For when we do not know, or need not know, who asks. */
const tellCitizen = (c: Asked, house: House, what: Told): Response =>
  tell(c, house, askOf(c, house, nothing, citizen) as Ask, what)

const tellTooLarge = (c: Asked, house: House, most: number): Response =>
  tellCitizen(c, house, {
    ...told.tooLarge,
    text: `Der kan højst sendes ${sizeText(most)} på én gang. Intet er gemt. ${told.tooLarge.text}`,
  })

const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} kB` : `${Math.floor(bytes / 1024 / 1024)} MB`

const nothing: Action = {
  kind: 'raw',
  path: '',
  may: 'site.read',
  at: () => ({}),
  open: false,
  maxBytes: 0,
  query: undefined,
  input: undefined,
  load: async () => ({}),
}

const callerOf = (c: Asked, house: House): string => sessionToken(c) ?? c.req.header('authorization') ?? addressOf(c, house)

/** The nearest proxy writes last, so the last address is the one it saw; the others anybody may have written. */
function addressOf(c: Asked, house: House): string {
  const told = house.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return told ?? incoming?.socket?.remoteAddress ?? 'unknown'
}

function limiter(points: number, seconds: number) {
  const memory = new RateLimiterMemory({ points, duration: seconds })
  return (caller: string): Promise<boolean> =>
    memory.consume(caller).then(
      () => true,
      () => false,
    )
}
