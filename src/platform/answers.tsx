import type { Ask, File } from './action.ts'
import type { Asked, House } from './house.ts'
import { bodyFor, type Encoding, type Kept } from './memory.ts'
import { type FormWords, withWords } from './ui/field-words.ts'
import { Form, Hidden, SubmitRow, SummaryList } from './ui/index.ts'
import { layout } from './ui/layout.tsx'
import type { Flash, Page } from './ui/page.ts'

/** Everything that can be answered, in HTML, as a file, or as a problem (RFC 9457). */

const HTML = 'text/html; charset=utf-8'

export function render(house: House, ask: Ask, page: Page, flash?: Flash): string {
  const { html, key, words } = withWords(() => `<!doctype html>${layout(page, { ...house.frame(ask, page), flash })}`)
  if (key) house.words.note(key, words)
  return html
}

/** What the deed behind `?kvittering=` said, for the one who did it, while it is news. */
export async function receiptOf({ db, url, actor, now }: Ask): Promise<Flash | undefined> {
  const key = url.searchParams.get('kvittering') ?? ''
  if (!/^[0-9a-f-]{36}$/.test(key)) return undefined
  const [deed] = await db<{ said: string }[]>`
    select said from deed
    where key = ${key} and said is not null and actor_id is not distinct from ${actor.id ?? null} and at > ${new Date(now.getTime() - NEWS_MS)}`
  return deed && { kind: 'success', text: deed.said }
}

const NEWS_MS = 600_000

export const htmlAnswer = (c: Asked, html: string, status: 200 | 422 = 200): Response =>
  c.body(html, status, { 'content-type': HTML, 'cache-control': 'no-store' })

export function keptAnswer(c: Asked, kept: Kept): Response {
  if (c.req.header('if-none-match') === kept.etag) return c.body(null, 304, headersFor(kept, 'identity'))
  const { encoding, body } = bodyFor(kept, c.req.header('accept-encoding'))
  return new Response(body as Uint8Array<ArrayBuffer>, { headers: headersFor(kept, encoding) })
}

/** Put together once for a whole one. */
export function headersFor(kept: Kept, encoding: Encoding): Record<string, string> {
  const ready = kept.ready?.[encoding]
  if (ready) return ready
  const headers = {
    ...kept.headers,
    'content-type': kept.type,
    etag: kept.etag,
    vary: 'accept-encoding, cookie',
    'cache-control': 'no-cache',
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  }
  if (kept.ready) kept.ready[encoding] = headers
  return headers
}

export const fileHeaders = ({ name, type, inline }: File): Record<string, string> => ({
  'content-type': type,
  'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
})

type Told = {
  status: 400 | 403 | 404 | 413 | 415 | 422 | 429 | 500 | 503
  title: string
  text: string
  field?: string
  errors?: Record<string, string>
}

export const told = {
  absent: {
    status: 404,
    title: 'Siden findes ikke',
    text: 'Adressen findes ikke, eller det, den viste, er flyttet. Søg efter det, eller begynd på forsiden.',
  },
  forbidden: {
    status: 403,
    title: 'Det har du ikke adgang til',
    text: 'Din rolle giver ikke adgang til denne side. Spørg administratoren, hvis du skal bruge den.',
  },
  foreign: {
    status: 403,
    title: 'Det blev ikke sendt fra Fælles',
    text: 'Det, der blev sendt, kom ikke fra en side her på Fælles, så intet er gemt. Åbn siden her, og prøv igen.',
  },
  address: {
    status: 400,
    title: 'Adressen kan ikke læses',
    text: 'Der er tegn i adressen, som ikke hører til i en adresse. Skriv den igen, eller begynd på forsiden.',
  },
  cannot: {
    status: 422,
    title: 'Det kan ikke hentes på den måde',
    text: 'Ret adressen, og prøv igen.',
  },
  fault: {
    status: 500,
    title: 'Noget gik galt hos os',
    text: 'Fejlen er noteret. Det, du var i gang med, blev ikke gemt. Prøv igen om lidt.',
  },
  gone: {
    status: 503,
    title: 'Databasen svarer ikke lige nu',
    text: 'Intet er gemt, og intet er gået tabt. Prøv igen om et øjeblik.',
  },
  tooLarge: {
    status: 413,
    title: 'Det sendte er for stort',
    text: 'Send en mindre fil, del den i flere, eller skriv en kortere tekst.',
  },
  signedOut: {
    status: 403,
    title: 'Du er ikke logget ind længere',
    text: 'Det, du sendte, blev ikke gemt. Det er ikke tabt: det står herunder, indtil du lukker siden.',
  },
  tooMany: {
    status: 429,
    title: 'For mange forsøg',
    text: 'Der er sendt for meget på kort tid, så dette blev ikke gemt. Vent et minut, og prøv igen.',
  },
  unreadable: {
    status: 400,
    title: 'Det sendte kan ikke læses',
    text: 'Intet er gemt. Gå tilbage, hent siden igen, og prøv en gang til.',
  },
  notSaved: {
    status: 503,
    title: 'Ikke gemt',
    text: 'Forbindelsen til databasen blev brudt, og det, du sendte, blev ikke gemt. Det står stadig herunder: tryk Prøv igen.',
  },
  uncertain: {
    status: 503,
    title: 'Uvist, om det blev gemt',
    text: 'Databasen svarer ikke, så vi ved ikke, om det blev gemt. Tryk Prøv igen om lidt: det bliver ikke gemt to gange.',
  },
} as const satisfies Record<string, Told>

/** Tells a person, as a page, or a program, as a problem. */
export function tell(c: Asked, house: House, ask: Ask, what: Told, body?: Page['body']): Response {
  const { status, title, text } = what
  if (isApi(c)) return problem(c, what)
  const page: Page = { title, lead: text, body: body ?? <ToFront status={status} requestId={ask.requestId} />, robots: 'noindex' }
  return c.body(render(house, ask, page), status, { 'content-type': HTML, 'cache-control': 'no-store' })
}

export const isApi = (c: Asked): boolean => c.req.path.startsWith('/api/')

export const problem = (c: Asked, { status, title, text, field, errors }: Told): Response =>
  c.body(
    JSON.stringify({
      type: 'about:blank',
      status,
      title,
      detail: text,
      instance: c.get('requestId'),
      ...(errors
        ? { errors: Object.entries(errors).map(([name, detail]) => ({ field: name, detail })) }
        : field
          ? { errors: [{ field, detail: text }] }
          : {}),
    }),
    status,
    { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  )

const ToFront = ({ status, requestId }: { status: number; requestId: string }) => (
  <>
    <p>
      <a href="/">Til forsiden</a> · <a href="/soeg">Søg</a>
    </p>
    {status >= 500 && <p class="form-hint">Nævn dette nummer, hvis du skriver til os: {requestId}</p>}
  </>
)

type Written = { path: string; values: Record<string, string>; words: FormWords }

/** What was written waits on this page, and nowhere else, while its writer signs in on another. */
export const SignInAgain = (written: Written) => (
  <>
    <ol>
      <li>
        <a href="/log-ind?videre=/log-ind" target="_blank" rel="noopener">
          Log ind i en ny fane
        </a>
        .
      </li>
      <li>Kom tilbage til denne fane, og tryk Prøv igen. Har du vedhæftet en fil, skal du vælge den igen.</li>
    </ol>
    <TryAgain {...written} />
  </>
)

/** The same form once more with everything that was written, for when the database went away. */
export const TryAgain = ({ path, values, words }: Written) => (
  <Form action={path}>
    {Object.entries(values).map(([name, value]) => (
      <Hidden name={name} value={value} />
    ))}
    <details>
      <summary>Det, du skrev</summary>
      <SummaryList items={toldOf(values, words)} />
    </details>
    <SubmitRow text="Prøv igen" />
  </Form>
)

/** In the words of the form. What the form had no visible field for, nobody wrote. */
const toldOf = (values: Record<string, string>, words: FormWords) =>
  Object.entries(values).flatMap(([name, value]) => {
    const { label, choices } = words.get(name) ?? { label: undefined, choices: new Map<string, string>() }
    if (name === '_key' || !value || (label === undefined && words.size > 0)) return []
    const chosen =
      choices.get(value) ??
      value
        .split(',')
        .map((one) => choices.get(one) ?? one)
        .join(',')
    return [{ term: label ?? 'Et felt', value: chosen }]
  })
