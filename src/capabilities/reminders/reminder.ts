import { type Day, daysBetween } from '../../platform/values/day.ts'
import type { Party } from '../parties/index.ts'
import { type Lack, lackTexts } from '../progress/index.ts'

/** Somebody who can do something about what a party is missing, and who wants to be told. */
export type Reader = {
  personId: number
  name: string
  email: string
  /** An invented person: the mail can be read in the outbox and is never sent. */
  demo: boolean
  role: 'contributor' | 'approver'
  partyId: number
  lastReminded: Day | undefined
}

export type Missing = { party: Party; lacks: Lack[] }

/** One mail to one person, about every party the person reports for. Danish: påmindelse. */
export type Reminder = { reader: Reader; missing: Missing[] }

/** Who can do what is missing: reporting and confirming is for both, approving only for an approver. */
const concerns = ({ role }: Reader, { kind }: Lack): boolean => role === 'approver' || kind === 'never' || kind === 'stale'

/**
 * Who is to be reminded on a day: each person once, of everything there is to do, and not again before `everyDays` have
 * passed. `everyDays` is the dated rule reminder.everyDays.
 * @example dueOn('2026-03-09', …) // with everyDays 7 somebody reminded on 2026-03-02 is due, on 2026-03-03 not
 */
export function dueOn(
  day: Day,
  { readers, missing, everyDays }: { readers: Reader[]; missing: Missing[]; everyDays: number },
): Reminder[] {
  const reminders = new Map<number, Reminder>()
  for (const reader of readers) {
    if (reader.lastReminded && daysBetween(reader.lastReminded, day) < everyDays) continue
    const own = missing.find(({ party }) => party.id === reader.partyId)
    const lacks = own?.lacks.filter((lack) => concerns(reader, lack)) ?? []
    if (!own || lacks.length === 0) continue
    const before = reminders.get(reader.personId)
    reminders.set(reader.personId, { reader, missing: merged(before?.missing ?? [], { party: own.party, lacks }) })
  }
  return [...reminders.values()]
}

/** Somebody who both reports and approves for a party hears of it once, with all there is to do. */
function merged(missing: Missing[], more: Missing): Missing[] {
  const same = missing.find(({ party }) => party.id === more.party.id)
  if (!same) return [...missing, more]
  const longest = same.lacks.length >= more.lacks.length ? same : more
  return missing.map((one) => (one === same ? longest : one))
}

/** How many areas of each party a reminder names, by the party's name. */
export const countsOf = ({ missing }: Reminder): Record<string, number> =>
  Object.fromEntries(missing.map(({ party, lacks }) => [party.name, new Set(lacks.map(({ area }) => area.key)).size]))

const and = new Intl.ListFormat('da')
const kinds = Object.keys(lackTexts) as Lack['kind'][]

/** What the mail says: what is missing, one address to each party's page, and one where it stops. */
export function letterOf(
  { reader, missing }: Reminder,
  { baseUrl, stopUrl, everyDays }: { baseUrl: string; stopUrl: string; everyDays: number },
) {
  const names = missing.map(({ party }) => party.name)
  return {
    subject: `Det mangler I i Fælles: ${and.format(names)}`,
    body: [
      `Hej ${reader.name}`,
      'I den fælles plan for Rammeaftale Sjælland er der noget, I kan gøre:',
      ...missing.map((one) => sectionOf(one, baseUrl)),
      `Mailen kommer højst én gang på ${everyDays} dage, og kun når der mangler noget.`,
      `Vil du ikke have den, så stop den her:\n${stopUrl}`,
      'Fælles\nRammeaftale Sjælland',
    ].join('\n\n'),
  }
}

function sectionOf({ party, lacks }: Missing, baseUrl: string): string {
  const groups = kinds.flatMap((kind) => {
    const areas = lacks.filter((lack) => lack.kind === kind).map(({ area }) => `- ${area.title}`)
    return areas.length > 0 ? [`${lackTexts[kind]}:\n${areas.join('\n')}`] : []
  })
  return [party.longName, ...groups, `Meld eller bekræft her:\n${baseUrl}/plan/parter/${party.slug}`].join('\n\n')
}
