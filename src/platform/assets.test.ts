import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { assets, assetUrl } from './assets.ts'

const app = new Hono().use('/statisk/*', assets())
const ask = (path: string, encoding = '') => app.request(path, { headers: { 'accept-encoding': encoding } })

test('a file is kept for a year under the name of its release', async () => {
  const answer = await ask(assetUrl('faelles.css'))
  expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('the name of an older release gives today’s file, not to be kept', async () => {
  const answer = await ask('/statisk/gammel/faelles.css')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('the compressed file is the file', async () => {
  const plain = await (await ask(assetUrl('faelles.css'))).text()
  const small = await ask(assetUrl('faelles.css'), 'gzip, br')
  expect(small.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(plain)
})

test('every picture and font the stylesheet names is served beside it', async () => {
  const css = await (await ask(assetUrl('faelles.css'))).text()
  const names = new Set([...css.matchAll(/url\(([^)]+)\)/g)].map(([, name]) => name ?? ''))
  expect(names.size).toBeGreaterThan(2)
  for (const name of names)
    expect([name, (await ask(assetUrl('faelles.css').replace('faelles.css', name))).status]).toEqual([name, 200])
})

test('nothing else is served, and no way leads out of the folder', async () => {
  for (const path of ['/statisk/x/package.json', '/statisk/x/..%2f..%2fpackage.json', '/statisk/x', '/statisk/x/'])
    expect((await ask(path)).status).toBe(404)
})

test('first visit: script, styles and both fonts together stay under 60 kB', async () => {
  const sizes = await Promise.all(
    (['faelles.css', 'faelles.js', 'plex-regular.woff2', 'plex-semibold.woff2'] as const).map(
      async (name) => (await (await ask(assetUrl(name), 'br')).arrayBuffer()).byteLength,
    ),
  )
  expect(sizes.reduce((a, b) => a + b)).toBeLessThan(60_000)
})
