import type { Sql } from '../../platform/db.ts'
import { addDays, type Day, dayOf } from '../../platform/values/day.ts'
import { exact, minus, one, over, times } from '../../platform/values/exact.ts'
import { allParties } from '../parties/index.ts'
import { allParameters } from '../rules/index.ts'
import type { Case } from './case.ts'
import { rulesAt } from './found.ts'
import { addStep, type NewStep, openCase } from './store/cases.ts'
import { setReportMailbox } from './store/mailbox.ts'

type Told = Pick<NewStep, 'kind' | 'text'> & Partial<Pick<NewStep, 'outcome' | 'deadline' | 'body'>> & { back: number }

type Invented = {
  party: string
  offerName: string
  ownership: Case['ownership']
  fromOre: number
  toOre: number
  groups: string[]
  back: number
  steps: Told[]
}

const sent: Told[] = [
  { kind: 'explained', text: 'Opfundet: Nattevagten er blevet vågen hele ugen.', back: 52 },
  { kind: 'assessed', outcome: 'explained', text: 'Opfundet: Regnskabet viser de ekstra timer.', back: 45 },
  { kind: 'sent', text: 'Opfundet indberetning.', back: 44 },
]

/** One at each turn of the way, so that every step can be tried. */
const invented: Invented[] = [
  {
    party: 'faxe',
    offerName: 'Eksempelgården',
    ownership: 'private',
    fromOre: 312_000,
    toOre: 341_000,
    groups: ['Autismespektrum'],
    back: 3,
    steps: [],
  },
  {
    party: 'slagelse',
    offerName: 'Eksempelhuset',
    ownership: 'municipal',
    fromOre: 188_000,
    toOre: 211_500,
    groups: ['Udviklingshæmning'],
    back: 40,
    steps: [{ kind: 'asked', text: '', deadline: 'deadline', back: 33 }],
  },
  {
    party: 'roskilde',
    offerName: 'Eksempelskoven',
    ownership: 'private',
    fromOre: 402_500,
    toOre: 490_000,
    groups: ['Psykiske vanskeligheder'],
    back: 20,
    steps: [
      { kind: 'asked', text: '', deadline: 'deadline', back: 18 },
      { kind: 'explained', text: 'Opfundet: To pladser er lukket, og ejendommen koster det samme.', back: 9 },
      { kind: 'assessed', outcome: 'partly', text: 'Opfundet: Ledelsens løn er ikke forklaret.', back: 6 },
    ],
  },
  {
    party: 'faxe',
    offerName: 'Eksempelengen',
    ownership: 'regional',
    fromOre: 251_000,
    toOre: 276_000,
    groups: ['Autismespektrum'],
    back: 60,
    steps: sent,
  },
  {
    party: 'holbaek',
    offerName: 'Eksempelbakken',
    ownership: 'private',
    fromOre: 299_900,
    toOre: 319_900,
    groups: [],
    back: 90,
    steps: [
      ...sent,
      { kind: 'received', text: '', back: 43 },
      { kind: 'feedback', text: 'Opfundet: Tages op ved næste tilsyn.', back: 30 },
      { kind: 'discussed', body: 'Styregruppen', text: '', back: 12 },
    ],
  },
]

/** Invented reports: offers there are none of, so that nobody real is accused of a rise. */
export const exampleIncreases = {
  label: 'takstindberetninger',
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from increase_case where example`
    return row?.count ?? 0
  },
  async load(sql: Sql): Promise<void> {
    const today = dayOf(new Date())
    const parties = new Map((await allParties(sql)).map(({ key, id }) => [key, id]))
    const parameters = await allParameters(sql, { topic: 'tariffs' })
    const written = { mailbox: 'indberetning@socialtilsyn.example', source: 'Opfundet til prøveudgaven' }
    await setReportMailbox(sql, {
      ...written,
      actorId: undefined,
      actorName: 'Eksempel',
      example: true,
      recordedAt: noonOf(today),
    })
    for (const one of invented) {
      const limit = rulesAt(parameters, { ...one, kind: 'residential', validFrom: today }).limit
      if (limit) await invent(sql, one, { today, partyId: parties.get(one.party), limit })
    }
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from increase_link where example`
    await sql`delete from increase_step where example`
    await sql`delete from increase_case where example`
    await sql`delete from letter_dispatch where example`
    await sql`delete from report_mailbox where example`
  },
}

type At = { today: Day; partyId: number | undefined; limit: NonNullable<ReturnType<typeof rulesAt>['limit']> }
const noonOf = (day: Day) => new Date(`${day}T10:00:00Z`)

async function invent(sql: Sql, { steps, fromOre, toOre, back, party: _, ...told }: Invented, { today, partyId, limit }: At) {
  const from = exact(fromOre)
  const to = exact(toOre)
  const found = addDays(today, -back)
  const caseId = await openCase(
    sql,
    {
      ...told,
      partyId,
      versionId: undefined,
      offerId: undefined,
      operatorId: undefined,
      operatorName: 'Eksempel-driftsherre',
      what: '',
      kind: 'residential',
      per: 'full_day',
      effectiveOn: found,
      from,
      to,
      percent: times(minus(over(to, from), one), exact(100)),
      baseline: 'last year',
      limit: limit.percent,
      limitSource: limit.source,
      limitConfirmed: limit.confirmed,
      source: 'Opfundet til prøveudgaven',
      example: true,
    },
    { actorId: undefined, actorName: 'Eksempel', now: noonOf(found), day: found },
  )
  if (caseId === undefined) throw new Error('no case')
  for (const { back: ago, deadline, ...step } of steps) {
    const day = addDays(today, -ago)
    await addStep(sql, {
      ...step,
      ...(deadline ? { deadline: addDays(day, 14) } : {}),
      caseId,
      day,
      actorId: undefined,
      actorName: 'Eksempel',
      example: true,
      recordedAt: noonOf(day),
    })
  }
}
