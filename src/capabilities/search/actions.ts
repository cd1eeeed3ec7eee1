import { z } from 'zod'
import { type Action, page } from '../../platform/action.ts'
import { planOn } from '../plan/index.ts'
import { besideOf, nothingBeside } from './beside.ts'
import { SearchPage } from './pages.tsx'
import { resultOf } from './result.ts'
import { find, likelyWord } from './store.ts'
import { excerpt, LONGEST, wordsIn } from './words.ts'

const PER_PAGE = 20

const query = z.object({
  q: z.string().catch('').default(''),
  side: z.coerce.number().int().min(1).max(100).catch(1).default(1),
})

const out = z.object({
  query: z.string(),
  count: z.int(),
  results: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      href: z.string(),
      trail: z.array(z.string()),
      excerpt: z.string(),
      exact: z.boolean(),
      example: z.boolean(),
    }),
  ),
  beside: z.array(
    z.object({
      kind: z.string(),
      all: z.string(),
      found: z.array(z.object({ title: z.string(), href: z.string(), told: z.string(), example: z.boolean() })),
    }),
  ),
})

export const actions: Action[] = [
  page({
    path: '/soeg',
    may: 'site.read',
    open: true,
    query,
    load: async ({ db, query: { q, side }, today }) => {
      const asked = q.replace(/\p{Cc}/gu, ' ').trim()
      const text = asked.slice(0, LONGEST)
      const words = wordsIn(text)
      if (words.length === 0)
        return {
          text,
          cut: false,
          words,
          results: [],
          side: 1,
          pages: 0,
          count: 0,
          exact: 0,
          instead: undefined,
          beside: nothingBeside,
        }
      const [plan, found, beside] = await Promise.all([planOn(db, today), find(db, text, words), besideOf(db, today, words)])
      const results = found.flatMap((one) => resultOf(one, plan) ?? [])
      const exact = results.filter((result) => result.exact).length
      const pages = Math.max(1, Math.ceil(results.length / PER_PAGE))
      const at = Math.min(side, pages)
      const shown = results.slice((at - 1) * PER_PAGE, at * PER_PAGE)
      const likely =
        exact > 0 || beside.length > 0 ? [] : await Promise.all(words.map(async (word) => (await likelyWord(db, word)) ?? word))
      const instead = likely.join(' ')
      return {
        text,
        cut: asked.length > LONGEST,
        words,
        results: shown,
        side: at,
        pages,
        count: results.length,
        exact,
        beside,
        instead: instead && instead !== words.join(' ') ? instead : undefined,
      }
    },
    view: SearchPage,
    apiRead: {
      path: '/search',
      summary:
        'Search everything public; `exact` is false for what only looks like the words; `beside` are the first offers and tariffs with the words in their names.',
      output: out,
      answer: ({ text, words, count, results, beside }) => ({
        query: text,
        count,
        results: results.map(({ what, title, href, trail, body, exact, example }) => ({
          kind: what,
          title,
          href,
          trail,
          excerpt: excerpt(body, words)
            .map((piece) => piece.text)
            .join(''),
          exact,
          example,
        })),
        beside: beside.map(({ kind, all, found }) => ({ kind, all: all.href, found })),
      }),
    },
  }),
]
