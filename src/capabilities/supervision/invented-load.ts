import type { Sql } from '../../platform/db.ts'
import { addDays, type Day, dayOf } from '../../platform/values/day.ts'
import { inventedOffer } from '../offers/index.ts'
import type { Decision, OutcomeKind } from './fact.ts'
import type { Content } from './input.ts'
import { addFact, type By, type Chained } from './store/facts.ts'

const PUBLISHED = 'https://tilbudsportalen.dk/'

type Invented = { ago: number; lasts?: number; text?: string; colour?: Content['colour']; closed?: true; by?: string }

const contentOf = (kind: Decision | OutcomeKind, one: Invented, today: Day): Content => {
  const day = addDays(today, -one.ago)
  return {
    kind,
    colour: one.colour,
    day,
    validFrom: day,
    lastDay: one.lasts === undefined ? undefined : addDays(day, one.lasts),
    authorityKey: one.by ?? 'oest',
    text: one.text,
    publishedUrl: one.closed || one.by ? undefined : PUBLISHED,
    source: 'Opfundet til prøveudgaven',
  }
}

/** Invented decisions, all of them at the offer that is invented too: nothing is ever invented about a real place. */
export const exampleDecisions = {
  label: 'afgørelser fra socialtilsynet',
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from supervision_fact where example`
    return row?.count ?? 0
  },
  async load(sql: Sql): Promise<void> {
    const offerId = await inventedOffer(sql)
    if (offerId === undefined) return
    const today = dayOf(new Date())
    const say = (kind: Decision | OutcomeKind, one: Invented, chained: Chained = {}) => {
      const content = contentOf(kind, one, today)
      const by: By = {
        actorId: undefined,
        actorName: 'Eksempel',
        role: 'socialtilsyn',
        today: content.day,
        now: new Date(),
        example: true,
      }
      return addFact(sql, offerId, content, chained, by)
    }
    await say('approval', { ago: 900 })
    const overturned = await say('ended', { ago: 420, text: 'Godkendelsen bringes til ophør på grund af tilbuddets økonomi.' })
    await say('annulled', { ago: 210, by: 'ankestyrelsen' }, { aboutId: overturned })
    await say('conditions', { ago: 200, text: 'Højst fire beboere ad gangen.', closed: true })
    await say('risk', { ago: 190, colour: 'red' })
    await say('intensified', { ago: 160, lasts: 180, text: 'Tilbuddet skal have en plan for bemanding om natten.' })
    const met = await say('injunction', { ago: 150, lasts: 60, text: 'Medicinhåndteringen skal beskrives.' })
    await say('met', { ago: 95 }, { aboutId: met })
    await say('injunction', { ago: 70, lasts: 60, text: 'Vagtplanen skal vise, hvem der er til stede.' })
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from supervision_fact where example`
  },
}
