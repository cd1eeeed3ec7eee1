import { type Day, dayText, isDay } from '../../platform/values/day.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { evidences, ownerships, placeKinds, priceUnits, statuses } from './offer.ts'
import type { Change, ChangeKind, Subject } from './store/journal.ts'

/** What was done, as a history says it. */
export const changeTexts: Record<ChangeKind, string> = {
  created: 'Oprettet',
  corrected: 'Rettet',
  renamed: 'Skiftede navn',
  moved: 'Flyttede',
  closed: 'Lukker',
  ended: 'Sluttede',
  split: 'Delt',
  merged: 'Samlet',
  imported: 'Læst ind fra fil',
  withdrawn: 'Fjernet',
}

export const subjectTexts: Record<Subject | 'usage', string> = {
  operator: 'Driftsherre',
  offer: 'Tilbud',
  unit: 'Afdeling',
  line: 'Pladslinje',
  count: 'Pladstal',
  price: 'Pris',
  usage: 'Brug',
}

const labels: Record<string, string> = {
  name: 'Navn',
  ownership: 'Ejerform',
  ownership_note: 'Note om ejerform',
  cvr: 'CVR-nummer',
  p_number: 'P-nummer',
  ean: 'EAN-nummer',
  website: 'Hjemmeside',
  mailbox: 'Fælles postkasse',
  note: 'Note',
  portal_id: 'Nummer på Tilbudsportalen',
  address: 'Adresse',
  municipality_code: 'Kommune',
  status: 'Status',
  status_note: 'Note om status',
  opens_on: 'Åbner',
  closes_on: 'Lukker',
  offer_type: 'Type',
  label: 'Betegnelse',
  kind: 'Form',
  bases: 'Retsgrundlag',
  basis_text: 'Retsgrundlag i kilden',
  basis_evidence: 'Sikkerhed for retsgrundlaget',
  groups: 'Målgrupper',
  group_text: 'Målgruppe i kilden',
  age_from: 'Alder fra',
  age_to: 'Alder til',
  age_text: 'Alder i kilden',
  valid_from: 'Gælder fra',
  valid_until: 'Gælder indtil',
  approved: 'Godkendte pladser',
  in_use: 'Pladser i brug',
  budgeted_occupancy: 'Budgetteret belægning, procent',
  amount_ore: 'Pris',
  per: 'Pris pr.',
  year: 'År',
  withdrawn: 'Fjernet',
  used: 'Bruger tilbuddet',
  places: 'Pladser',
  operator_id: 'Driftsherre nr.',
  offer_id: 'Tilbud nr.',
}

const words: Record<string, Record<string, string>> = {
  ownership: ownerships,
  status: statuses,
  kind: placeKinds,
  per: priceUnits,
  basis_evidence: evidences,
}

/** Names for numbers and keys, where the reader has them. */
export type Names = { municipality?: (code: number) => string | undefined; basis?: (key: string) => string | undefined }

type Difference = { label: string; before: string | undefined; after: string | undefined }

/** Where somebody can be written to is told to those who are signed in. */
const forSignedIn = new Set(['mailbox'])

/** Which columns differ, in words; of a new row, what it holds. `named`: the reader is signed in. */
export function differences({ before, after }: Pick<Change, 'before' | 'after'>, names: Names = {}, named = true): Difference[] {
  return Object.entries(labels).flatMap(([column, label]) => {
    if (!named && forSignedIn.has(column)) return []
    const was = valueText(column, before?.[column], names)
    const is = valueText(column, after[column], names)
    return was === is ? [] : [{ label, before: was, after: is }]
  })
}

function valueText(column: string, value: unknown, names: Names): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) return value.map((part: unknown) => partText(part, names)).join(', ') || undefined
  if (column === 'amount_ore') return kronerText(Number(value))
  if (column === 'municipality_code') return names.municipality?.(Number(value)) ?? String(value)
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  const text = String(value)
  return words[column]?.[text] ?? (isDay(text) ? dayText(text) : text)
}

const partText = (part: unknown, { basis }: Names): string =>
  typeof part === 'object' && part !== null && 'label' in part ? String(part.label) : (basis?.(String(part)) ?? String(part))

/**
 * What the form was made from must still be the newest.
 * @throws Refusal on top of the form; the page then shows what the other has changed
 */
export function mustBeNewest(version: number, seen: number): void {
  if (version === seen) return
  throw new Refusal(
    undefined,
    'changed meanwhile',
    'En anden har ændret det samme, mens du skrev. Dit er ikke gemt endnu. Se ændringen herunder, og gem igen, hvis dit stadig gælder.',
  )
}

/**
 * A change is told when it has happened, not before: what is to come is written as an end or a beginning instead.
 * @throws Refusal at `field`
 */
export function mustNotBeAhead(day: Day, today: Day, field = 'validFrom'): void {
  if (day <= today) return
  throw new Refusal(field, 'ahead', `Skriv en dag, der er kommet: i dag er det ${dayText(today)}. Der er ikke gemt noget.`)
}
