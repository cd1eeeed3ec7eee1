import { z } from 'zod'
import type { Day } from '../../platform/values/day.ts'
import { optionalDay, optionalText } from '../../platform/values/fields.ts'
import { idIn } from '../../platform/values/id.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type LegalBasis, mustHold, type Term } from '../terms/index.ts'
import { entered, optionalWhole, percent, placeKind, several } from './fields.ts'
import { mustAscend } from './place.ts'
import type { Groups } from './store/journal.ts'

export const countFields = {
  approved: optionalWhole(0, 100_000),
  inUse: optionalWhole(0, 100_000),
  budgetedOccupancy: percent(),
}

/** The fields of a place line; a target group has a box and two ages of its own, so that names of fields depend on the groups. */
const lineFields = {
  ...entered,
  kind: placeKind(),
  label: optionalText(80),
  bases: several(),
  groups: several(),
  groupText: optionalText(300),
  ageFrom: optionalWhole(0, 120),
  ageTo: optionalWhole(0, 120),
  validUntil: optionalDay(),
  note: optionalText(1000),
}

export const lineInput = () => z.looseObject(lineFields).transform(withAges)
export const newLineInput = () => z.looseObject({ ...lineFields, ...countFields }).transform(withAges)

const withAges = <Written extends { groups: string[] }>(written: Written) => ({
  ...written,
  groups: written.groups.map((id) => groupIn(id, written)),
})

const groupIn = (id: string, sent: Record<string, unknown>) => ({
  termId: idIn(id),
  ageFrom: ageIn(sent[`fra-${id}`]),
  ageTo: ageIn(sent[`til-${id}`]),
})

/** NaN when something was written that is no age: told at the group. */
const ageIn = (value: unknown): number | undefined => {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return /^\d{1,3}$/.test(value.trim()) ? Number(value) : Number.NaN
}

/** @throws Refusal at the target group that is not on the list, or whose ages cannot be */
export function mustBeGroups(groups: Groups, all: readonly Pick<Term, 'id' | 'label'>[]): void {
  for (const { termId, ageFrom, ageTo } of groups) {
    const term = all.find(({ id }) => id === termId)
    if (!term) throw new Refusal('groups', 'no group', 'Vælg målgrupper på listen. Der er ikke gemt noget.')
    const bad = [ageFrom, ageTo].some((age) => age !== undefined && !(age >= 0 && age <= 120))
    if (bad) throw new Refusal('groups', 'no age', `Skriv alderen for ${term.label} som hele år fra 0 til 120.`)
    mustAscend({ ageFrom, ageTo }, 'groups')
  }
}

/** @throws Refusal at `bases` when one is unknown, has ended, or does not hold yet */
export function mustBeBases(keys: readonly string[], day: Day, all: readonly LegalBasis[]): void {
  for (const key of keys) mustHold(key, day, all)
}
