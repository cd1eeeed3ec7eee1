import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import { designSystemCss, designSystemFile } from './ui/design-system.ts'

const own = (name: string): Buffer => readFileSync(new URL(`../../public/${name}`, import.meta.url))
const font = (weight: string): Buffer => designSystemFile(`fonts/IBMPlexSans/split/woff2/IBMPlexSans-${weight}-Latin1.woff2`)
const icon = (name: string): Buffer => designSystemFile(`img/svg-icons/${name}.svg`)

/** The design system lies in a layer, so that our own rules win over it without a contest of selectors. */
const stylesheet = (): Buffer => Buffer.from(`@layer dkfds{${designSystemCss()}}${squeezed(ownStyles())}`)

const common = ['frame', 'front', 'parts', 'tables', 'forms', 'states'].map((name) => `${name}.css`)
const last = 'paper.css'

/** The common look first, then each room's own rules, and paper over them all. */
const ownStyles = (): string => {
  const rooms = readdirSync(new URL('../../public/css/', import.meta.url)).filter(
    (name) => name !== last && !common.includes(name),
  )
  return ['faelles.css', ...[...common, ...rooms.sort(), last].map((name) => `css/${name}`)]
    .map((name) => own(name).toString())
    .join('\n')
}

const squeezed = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')

const styles = stylesheet()

const named = {
  'faelles.css': styles,
  'faelles.js': own('faelles.js'),
  'faelles.svg': own('faelles.svg'),
  'plex-regular.woff2': font('Regular'),
  'plex-semibold.woff2': font('SemiBold'),
}

type AssetName = keyof typeof named

/** The pictures the stylesheet names, all of them the design system's. */
const pictures = [...styles.toString().matchAll(/url\(([\w-]+)\.svg\)/g)].map(
  ([, name = '']) => [`${name}.svg`, icon(name)] as const,
)

const files: Record<string, Buffer> = { ...named, ...Object.fromEntries(pictures) }

/** One name for all of them: the css can name its neighbours, and a new release is a new folder. */
const release = createHash('sha256')
  .update(Buffer.concat(Object.values(files)))
  .digest('base64url')
  .slice(0, 10)

export const assetUrl = (name: AssetName): string => `/statisk/${release}/${name}`

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

type Body = Uint8Array<ArrayBuffer>
type Asset = { type: string; plain: Body; br?: Promise<Body>; gzip?: Promise<Body> }

const bytes = (buffer: Buffer): Body => new Uint8Array(buffer)

const asset = (name: string, buffer: Buffer): Asset => {
  const ending = name.split('.').at(-1) ?? ''
  const base = { type: types[ending] ?? 'application/octet-stream', plain: bytes(buffer) }
  return ending === 'woff2'
    ? base
    : { ...base, br: promisify(brotliCompress)(buffer).then(bytes), gzip: promisify(gzip)(buffer).then(bytes) }
}

/** Compressed once, beside the start of the program rather than before it. */
const served = new Map(Object.entries(files).map(([name, body]) => [name, asset(name, body)]))

const encodingFor = (accepted: string, { br }: Asset): 'br' | 'gzip' | undefined =>
  !br ? undefined : /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined

/** Answers `/statisk/<release>/<name>`. A page from before a new release gets today's file, not to be kept. */
export const assets = (): MiddlewareHandler => async (c) => {
  const [, , asked, name = ''] = c.req.path.split('/')
  const found = served.get(name)
  if (!found) return c.notFound()
  const encoding = encodingFor(c.req.header('accept-encoding') ?? '', found)
  c.header('content-type', found.type)
  c.header('cache-control', asked === release ? 'public, max-age=31536000, immutable' : 'no-store')
  c.header('vary', 'accept-encoding')
  if (encoding) c.header('content-encoding', encoding)
  return c.body(encoding ? ((await found[encoding]) ?? found.plain) : found.plain)
}
