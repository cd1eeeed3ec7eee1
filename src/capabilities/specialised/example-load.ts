import type { Sql } from '../../platform/db.ts'
import { slugOf } from '../../platform/values/danish.ts'
import { addDays, type Day, dayOf } from '../../platform/values/day.ts'
import { addCase, addStep } from './store/cases.ts'
import { addSpecialised, allSpecialised } from './store/listing.ts'

/** Offers that do not exist, so that nobody's real offer is said to be in trouble. They are not on the list. */
const INVENTED = { early: 'Eksempelhuset (opfundet)', late: 'Eksempelgården (opfundet)', over: 'Eksempelskolen (opfundet)' }
const keys = Object.values(INVENTED).map(slugOf)

/** Three invented cases: one under way with a deadline that has passed, one closed, one that was raised the other day. */
export const exampleTaskForce = {
  label: 'task force-sager',
  async count(sql: Sql): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from task_force_case where example`
    return row?.count ?? 0
  },
  async load(sql: Sql): Promise<void> {
    const today = dayOf(new Date())
    const there = new Map((await allSpecialised(sql)).map(({ key, id }) => [key, id]))
    const idOf = async (name: string): Promise<number> => {
      const key = slugOf(name)
      return there.get(key) ?? addSpecialised(sql, { key, name, offerId: undefined, note: undefined, recordedAt: new Date() })
    }
    await openExample(sql, await idOf(INVENTED.late), today)
    await closedExample(sql, await idOf(INVENTED.over), today)
    await raisedExample(sql, await idOf(INVENTED.early), today)
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from task_force_step where example and action_id is not null`
    await sql`delete from task_force_step where example`
    await sql`delete from task_force_case where example`
    await sql`
      delete from specialised_offer s where s.key = any(${keys})
        and not exists (select from specialised_event e where e.specialised_id = s.id)
        and not exists (select from task_force_case c where c.specialised_id = s.id)`
  },
}

const by = (day: Day) => ({
  actorId: undefined,
  actorName: 'Eksempel',
  recordedAt: new Date(`${day}T09:00:00Z`),
  example: true,
})

async function openExample(sql: Sql, specialisedId: number, today: Day): Promise<void> {
  const day = (back: number) => addDays(today, -back)
  const caseId = await addCase(sql, {
    ...by(day(40)),
    specialisedId,
    raisedOn: day(40),
    raisedBy: 'Leder af tilbuddet',
    partyId: undefined,
    reason: 'Belægningen er faldet et halvt år i træk, og driften kan ikke bæres ret længe endnu.',
    dueOn: addDays(today, 50),
    source: 'Opfundet til prøveudgaven',
  })
  const step = { caseId }
  await addStep(sql, {
    ...step,
    ...by(day(31)),
    kind: 'convened',
    day: day(31),
    text: 'Første møde holdes hos tilbuddet. Driftsherren, tre brugerkommuner og regionen deltager.',
    responsible: 'Rammeaftalesekretariatet',
  })
  const budget = await addStep(sql, {
    ...step,
    ...by(day(30)),
    kind: 'action',
    day: day(30),
    text: 'Budget for resten af året med tre niveauer af belægning',
    responsible: 'Driftsherren',
    dueOn: day(9),
  })
  await addStep(sql, {
    ...step,
    ...by(day(30)),
    kind: 'action',
    day: day(30),
    text: 'Brugerkommunerne siger, hvor mange pladser de regner med næste år',
    responsible: 'Brugerkommunerne',
    dueOn: addDays(today, 12),
  })
  await addStep(sql, {
    ...step,
    ...by(day(12)),
    kind: 'moved',
    day: day(12),
    text: 'Årets regnskab skal med.',
    dueOn: day(3),
    actionId: budget,
  })
}

async function closedExample(sql: Sql, specialisedId: number, today: Day): Promise<void> {
  const day = (back: number) => addDays(today, -back)
  const caseId = await addCase(sql, {
    ...by(day(300)),
    specialisedId,
    raisedOn: day(300),
    raisedBy: 'Fagchef i en brugerkommune',
    partyId: undefined,
    reason: 'To nøglefaggrupper havde ubesatte stillinger, og nye borgere kunne ikke tages ind.',
    dueOn: day(200),
    source: 'Opfundet til prøveudgaven',
  })
  const step = { caseId }
  await addStep(sql, {
    ...step,
    ...by(day(295)),
    kind: 'convened',
    day: day(295),
    text: 'Møde over nettet.',
    responsible: 'Region Sjælland',
  })
  const action = await addStep(sql, {
    ...step,
    ...by(day(295)),
    kind: 'action',
    day: day(295),
    text: 'Fælles opslag af stillingerne',
    responsible: 'Driftsherren',
    dueOn: day(250),
  })
  await addStep(sql, {
    ...step,
    ...by(day(255)),
    kind: 'done',
    day: day(255),
    text: 'Begge stillinger er besat.',
    actionId: action,
  })
  await addStep(sql, {
    ...step,
    ...by(day(230)),
    kind: 'closed',
    day: day(230),
    text: 'Tilbuddet tager igen borgere ind. Der er ikke brug for mere.',
  })
}

async function raisedExample(sql: Sql, specialisedId: number, today: Day): Promise<void> {
  const day = addDays(today, -3)
  await addCase(sql, {
    ...by(day),
    specialisedId,
    raisedOn: day,
    raisedBy: 'Socialchef i en brugerkommune',
    partyId: undefined,
    reason: 'Ventetiden er vokset til otte måneder.',
    dueOn: undefined,
    source: 'Opfundet til prøveudgaven',
  })
}
