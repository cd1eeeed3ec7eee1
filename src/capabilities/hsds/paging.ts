import { z } from 'zod'

/** The page of a list as the standard has it. `size` is how many there are on this one. */
type PageOf<T> = {
  total_items: number
  total_pages: number
  page_number: number
  size: number
  first_page: boolean
  last_page: boolean
  empty: boolean
  contents: T[]
}

export const pageOutput = (contents: z.ZodType) =>
  z.object({
    total_items: z.int(),
    total_pages: z.int(),
    page_number: z.int(),
    size: z.int(),
    first_page: z.boolean(),
    last_page: z.boolean(),
    empty: z.boolean(),
    contents: z.array(contents),
  })

type Window = { page: number; size: number }

/** How many to pass over. */
export const skipOf = ({ page, size }: Window): number => (page - 1) * size

/** An empty list has one page, the first and the last; behind the last page everything is empty. */
export function pageOf<T>(contents: T[], total: number, { page, size }: Window): PageOf<T> {
  const pages = Math.max(1, Math.ceil(total / size))
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page === pages,
    empty: contents.length === 0,
    contents,
  }
}

const PER_PAGE = 50
const MOST = 500
const MOST_PAGES = 1_000_000

const whole = (most: number, usual: number) => {
  const wrong = `Skriv et helt tal fra 1 til ${most}.`
  return z.coerce
    .number({ error: wrong })
    .int({ error: wrong })
    .min(1, { error: wrong })
    .max(most, { error: wrong })
    .default(usual)
}

export const yes = () =>
  z
    .enum(['true', 'false'], { error: 'Skriv true eller false.' })
    .default('false')
    .transform((text) => text === 'true')

export const uuid = () => z.guid({ error: 'Skriv et id, som det står i svarene her.' }).transform((text) => text.toLowerCase())

export const format = () =>
  z
    .enum(['json', 'ndjson'], { error: 'Skriv json eller ndjson.' })
    .default('json')
    .describe('ndjson: all of them, one object a line, without pages.')

/** Parameters that every list takes. */
export const paging = {
  page: whole(MOST_PAGES, 1).describe('Page number, from 1.'),
  per_page: whole(MOST, PER_PAGE).describe(`Number of results in a page, at most ${MOST}.`),
  search: z.string().max(500, { error: 'Søg efter højst 500 tegn.' }).optional().describe('Full text search.'),
}

export const windowOf = ({ page, per_page: size }: { page: number; per_page: number }): Window => ({ page, size })

/** A parameter that is not known would otherwise be left out, and the answer would be of something else than was asked. */
export const query = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'Parameteren kendes ikke her.' : undefined),
  })

/** Some of a list that is small enough to be held whole. */
export function pageFrom<T>(all: readonly T[], window: Window): PageOf<T> {
  return pageOf(all.slice(skipOf(window), skipOf(window) + window.size), all.length, window)
}

export const json = (name: string, body: unknown) => ({
  name: `${name}.json`,
  type: 'application/json; charset=utf-8',
  inline: true as const,
  body: JSON.stringify(body),
})
