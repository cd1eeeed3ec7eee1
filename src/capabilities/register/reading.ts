import type { Ask } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import { once } from '../../platform/once.ts'
import type { Day } from '../../platform/values/day.ts'
import {
  counted,
  type Facets,
  type Finding,
  type Found,
  facetsOf,
  findingOf,
  found,
  type JudgedOn,
  judgedOn,
  type Municipality,
  misspelled,
  municipalities,
  queryOf,
  type Spelled,
  wordsOf,
} from '../offers/index.ts'
import { membersOn, type Party } from '../parties/index.ts'
import { type LegalBasis, legalBases, type Term, targetGroupsOn } from '../terms/index.ts'

/** What there is to choose between when looking for an offer. */
type Choices = { bases: LegalBasis[]; groups: Term[]; municipalities: Municipality[]; parties: readonly Party[] }

/** A finding, what it found, and what every other click would give. */
export type Search = {
  finding: Finding
  rows: Found[]
  facets: Facets
  choices: Choices
  spelled: Spelled[]
  judged: JudgedOn
}

type Asked = Pick<Ask, 'db' | 'url' | 'today'>

const choicesOn = (db: Sql, day: Day): Promise<Choices> =>
  once(db, `choices ${day}`, async () => {
    const [bases, groups, all, parties] = await Promise.all([
      legalBases(db),
      targetGroupsOn(db, day),
      municipalities(db),
      membersOn(db, day),
    ])
    return { bases, groups, municipalities: all, parties }
  })

/** Reads the address, and finds: a page of it, or with `most` so many from the first on. */
export async function search({ db, url, today }: Asked, most?: number): Promise<Search> {
  const finding = findingOf(url.searchParams)
  const words = wordsOf(finding.text)
  const [choices, query] = await Promise.all([choicesOn(db, today), queryOf(db, words)])
  const judged = await judgedOn(db, today, finding.near, choices.municipalities)
  const look = async (text: string | undefined) => {
    const [counts, rows] = await Promise.all([counted(db, finding, judged, text), found(db, finding, judged, text, most)])
    return { facets: facetsOf(counts), rows }
  }
  const first = await look(query)
  const spelled = first.facets.hits === 0 && query ? await misspelled(db, words) : []
  const second = spelled.length > 0 ? await look(await queryOf(db, meant(words, spelled))) : first
  return { finding, ...second, choices, spelled, judged }
}

const meant = (words: readonly string[], spelled: readonly Spelled[]): string[] =>
  words.map((word) => spelled.find(({ written }) => written === word)?.meant ?? word)
