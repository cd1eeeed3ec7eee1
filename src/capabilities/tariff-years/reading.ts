import type { Ask } from '../../platform/action.ts'
import { once } from '../../platform/once.ts'
import { shownOn } from '../tariffs/index.ts'
import { legalBases } from '../terms/index.ts'
import { type Listing, listingOf } from './listing.ts'
import { asSeen, hiddenBy } from './seen.ts'
import { type Counts, counted, listed, tariffChoices, tariffOwners } from './store/list.ts'
import type { ListedTariff } from './tariff.ts'

export type Choices = {
  years: number[]
  groups: string[]
  bases: { key: string; code: string }[]
  operators: { id: number; name: string }[]
  municipalities: { code: number; name: string }[]
}

export type Looked = {
  listing: Listing
  rows: ListedTariff[]
  counts: Counts
  choices: Choices
  codes: ReadonlyMap<string, string>
}

type Chosen = { choices: Choices; codes: ReadonlyMap<string, string> }

/** What can be chosen, and how the legal bases are written; read once until something is changed. */
export const choicesOf = ({ db }: Pick<Ask, 'db'>): Promise<Chosen> => once(db, 'tariff choices', () => readChoices(db))

async function readChoices(db: Ask['db']): Promise<Chosen> {
  const [some, owners, bases] = await Promise.all([tariffChoices(db), tariffOwners(db), legalBases(db)])
  const codes = new Map(bases.map(({ key, code }) => [key, code]))
  const used = new Set(some.bases)
  return {
    choices: {
      ...owners,
      years: some.years,
      groups: some.groups,
      bases: bases.filter(({ key }) => used.has(key)).map(({ key, code }) => ({ key, code })),
    },
    codes,
  }
}

/** A page of the list as the address asks for it. */
export async function look(ask: Pick<Ask, 'db' | 'url' | 'today' | 'may'>, most?: number): Promise<Looked> {
  const listing = listingOf(ask.url.searchParams)
  const hidden = hiddenBy(await shownOn(ask.db, ask.today))
  const [rows, counts, chosen] = await Promise.all([
    listed(ask.db, listing, most, hidden),
    counted(ask.db, listing),
    choicesOf(ask),
  ])
  return { listing, rows: await asSeen(ask, rows), counts, ...chosen }
}

/** Some tariffs with these words in their names, and how many there are: for a search through everything. */
export async function tariffsNamed(
  db: Ask['db'],
  text: string,
  most: number,
): Promise<{ count: number; tariffs: ListedTariff[] }> {
  const listing = listingOf(new URLSearchParams({ q: text }))
  const [tariffs, counts] = await Promise.all([listed(db, listing, most), counted(db, listing)])
  return { count: counts.tariffs, tariffs }
}
