import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Visitor, type World, world } from '../../../tests/world.ts'
import { guidePages } from './guide.ts'

const w = world()
const pages = await guidePages()
const folder = 'docs/vejledning/billeder/'

type Picture = { alt: string; name: string }

const picturesOf = (markdown: string): Picture[] =>
  [...markdown.matchAll(/!\[([^\]]*)\]\(billeder\/([^)\s]+)\)/g)].map(([, alt = '', name = '']) => ({ alt, name }))

const main = (html: string): string => html.match(/<main[\s\S]*<\/main>/)?.[0] ?? ''

const linksIn = (html: string): string[] =>
  [...main(html).matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

/** Whoever the guide speaks to. */
const readers = async (world: World): Promise<Visitor[]> => [
  world.citizen,
  await world.as('contributor', 'faxe'),
  await world.as('secretariat'),
  await world.as('administrator'),
  await world.as('socialtilsyn'),
]

async function leadsSomewhere(href: string, people: Visitor[]): Promise<boolean> {
  for (const person of people) if ((await person.get(href)).status === 200) return true
  return false
}

describe('the guide', () => {
  test('has a page a task, and the front of it names them all and whom they are for', async () => {
    expect(pages.map(({ slug }) => slug)).toEqual([
      '01-kom-i-gang',
      '02-meld-status',
      '03-laes-status',
      '04-sekretariatet',
      '05-forbedringsforloeb',
      '06-regneark',
      '07-paamindelser',
      '08-log-ind-og-roller',
      '09-aabne-data',
      '10-tilbud',
      '11-ledige-pladser',
      '12-importer-tilbud',
      '13-saerlige-tilbud',
      '14-tilsyn',
      '15-takster',
      '16-takststigninger',
    ])
    const { text } = await w.citizen.get('/om/vejledning')
    for (const { title, lead } of pages) {
      expect(text).toContain(title)
      expect(text).toContain(lead)
    }
  })

  test.each(pages.map(({ slug }) => slug))('%s is read by anyone, with nothing of its Markdown left over', async (slug) => {
    const { status, text } = await w.citizen.get(`/om/vejledning/${slug}`)
    expect(status).toBe(200)
    expect(main(text).replace(/<[^>]+>/g, ' ')).not.toMatch(/\*\*|\]\(|^#{1,4} |`/m)
  })

  test('leads only to addresses the program has', async () => {
    const people = await readers(w)
    const hrefs = new Set<string>()
    for (const { slug } of pages)
      for (const href of linksIn((await w.citizen.get(`/om/vejledning/${slug}`)).text)) hrefs.add(href)
    expect(hrefs.size).toBeGreaterThan(25)
    const astray: string[] = []
    for (const href of hrefs) if (!(await leadsSomewhere(href, people))) astray.push(href)
    expect(astray).toEqual([])
  })
})

describe('the pictures of the guide', () => {
  const used = pages.flatMap(({ markdown }) => picturesOf(markdown))

  test('are one to three a page, and each is told in words', () => {
    for (const { slug, markdown } of pages) {
      const { length } = picturesOf(markdown)
      expect([slug, length >= 1 && length <= 3]).toEqual([slug, true])
    }
    expect(used.filter(({ alt }) => alt.length < 30)).toEqual([])
  })

  test('are all there, none is left over, and none is heavy', () => {
    const there = readdirSync(folder)
    expect([...new Set(used.map(({ name }) => name))].sort()).toEqual(there.sort())
    for (const name of there) expect([name, statSync(folder + name).size <= 150_000]).toEqual([name, true])
  })

  test('are sent once: who has one asks whether it is still the same', async () => {
    const { name } = used[0] ?? { name: '' }
    const first = await w.citizen.get(`/om/vejledning/billeder/${name}`)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('image/png')
    expect(first.headers.get('cache-control')).toContain('max-age=')
    expect(Buffer.from(first.bytes).equals(readFileSync(folder + name))).toBe(true)
    const again = await w.citizen.get(`/om/vejledning/billeder/${name}`, { 'if-none-match': first.headers.get('etag') ?? '' })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })
})
