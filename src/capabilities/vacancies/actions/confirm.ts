import { z } from 'zod'
import { ownParties } from '../../../access.ts'
import { type Action, type Ask, form, page } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import type { Day } from '../../../platform/values/day.ts'
import { text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { offerWith, operatorWith, ownerOf } from '../../offers/index.ts'
import { answersInput, confirmationsOf, type NewStatement, statementsFrom } from '../answer.ts'
import { isOpen, type Line } from '../line.ts'
import { ConfirmPage, MinePage, OfferPage, StatePage } from '../pages/own.tsx'
import { speakingAs } from '../standing-as.ts'
import { aheadDaysOn, limitsOn, linesOf, type Scope } from '../store/lines.ts'
import { standings } from '../store/standings.ts'
import { pastOf, say } from '../store/statements.ts'

const seen = z.object({ seen: text(20, 'Hent siden igen, og tryk så.') })

type ById = Ask<{ id: string }>

/** What somebody speaks of: all of an operator's offers, or one offer. */
type Whole = { name: string; partyId: number | undefined; href: string; scope: Scope }

async function operatorAt({ db, params }: Pick<ById, 'db' | 'params'>): Promise<Whole | undefined> {
  const operator = await operatorWith(db, idIn(params.id))
  return (
    operator && {
      name: operator.name,
      partyId: operator.partyId,
      href: `/ledige/driftsherre/${operator.id}`,
      scope: { operatorId: operator.id },
    }
  )
}

async function offerAt({ db, params }: Pick<ById, 'db' | 'params'>): Promise<Whole | undefined> {
  const id = idIn(params.id)
  const [detail, owner] = await Promise.all([offerWith(db, id), ownerOf(db, id)])
  return detail && { name: detail.offer.name, partyId: owner?.partyId, href: `/ledige/tilbud/${id}`, scope: { offerId: id } }
}

type WholeAt = typeof operatorAt

const whose = (wholeAt: WholeAt) => async (ask: ById) => {
  const whole = await wholeAt(ask)
  return whole && { partyId: whole.partyId }
}

export const groundOf = async (db: Sql, scope: Scope, today: Day) => {
  const [lines, limits, aheadDays] = await Promise.all([linesOf(db, scope, today), limitsOn(db, today), aheadDaysOn(db, today)])
  return { lines, limits, aheadDays }
}

const load = (wholeAt: WholeAt) => async (ask: ById) => {
  const whole = await wholeAt(ask)
  return whole && { whole, ...(await groundOf(ask.db, whole.scope, ask.today)) }
}

const counted = (count: number) => (count === 1 ? '1 pladslinje' : `${count} pladslinjer`)

/** What is told after: what was stood by, and what nobody has told of yet. */
export function saidOf(statements: readonly NewStatement[], lines: readonly Line[], today: Day): string {
  const stated = statements.filter(({ kind }) => kind === 'stated').length
  const confirmed = statements.length - stated
  const left = lines.filter(
    (line) => isOpen(line, today) && !line.statement && !statements.some((one) => one.line.id === line.id),
  )
  return [
    'Tak.',
    stated > 0 && `${counted(stated)} er meldt.`,
    confirmed > 0 && `${counted(confirmed)} er bekræftet.`,
    left.length > 0 && `${counted(left.length)} er aldrig meldt: vælg »Ret«, og skriv tallet.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const by = ({ actor, today, now }: ById, { partyId }: Whole) => ({
  role: speakingAs(actor, partyId),
  actorId: actor.id,
  actorName: actor.name,
  today,
  now,
})

const subjectOf = ({ scope }: Whole) => ('offerId' in scope ? `offer:${scope.offerId}` : `operator:${scope.operatorId}`)

const outcome = (whole: Whole, statements: readonly NewStatement[], lines: readonly Line[], today: Day) => ({
  subject: subjectOf(whole),
  next: whole.href,
  said: saidOf(statements, lines, today),
  detail: { vacancies: statements.map(({ line, kind, free, freeFrom }) => ({ line: line.id, kind, free, freeFrom })) },
})

/** "Stadig korrekt": one button for everything that has been told. */
const confirmAll = (path: '/ledige/driftsherre/:id' | '/ledige/tilbud/:id/bekraeft', wholeAt: WholeAt): Action =>
  form({
    path,
    may: 'vacancies.confirm',
    at: whose(wholeAt),
    load: load(wholeAt),
    input: seen,
    view: ConfirmPage,
    submit: async (ask, { seen }, { whole, lines, aheadDays }) => {
      const statements = confirmationsOf(seen, { lines, today: ask.today, aheadDays })
      await say(ask.db, statements, by(ask, whole))
      return outcome(whole, statements, lines, ask.today)
    },
  })

/** "Ret": a number a place line. */
const state = (path: '/ledige/driftsherre/:id/ret' | '/ledige/tilbud/:id/ret', wholeAt: WholeAt): Action =>
  form({
    path,
    may: 'vacancies.confirm',
    at: whose(wholeAt),
    load: load(wholeAt),
    input: answersInput,
    view: StatePage,
    submit: async (ask, written, { whole, lines, aheadDays }) => {
      const statements = statementsFrom(written, { lines, today: ask.today, aheadDays })
      await say(ask.db, statements, by(ask, whole))
      return outcome(whole, statements, lines, ask.today)
    },
  })

export const confirm: Action[] = [
  page({
    path: '/ledige/mine',
    may: 'vacancies.confirm',
    at: ({ actor }) => ({ partyId: ownParties(actor, 'vacancies.confirm')[0] }),
    load: async ({ db, actor, today }) => ({
      standings: await standings(db, today, { partyIds: ownParties(actor, 'vacancies.confirm') }),
      limits: await limitsOn(db, today),
    }),
    view: MinePage,
  }),
  confirmAll('/ledige/driftsherre/:id', operatorAt),
  state('/ledige/driftsherre/:id/ret', operatorAt),
  page({
    path: '/ledige/tilbud/:id',
    may: 'vacancies.read',
    open: true,
    load: async (ask) => {
      const loaded = await load(offerAt)(ask)
      return loaded && { ...loaded, past: await pastOf(ask.db, idIn(ask.params.id)) }
    },
    view: OfferPage,
  }),
  confirmAll('/ledige/tilbud/:id/bekraeft', offerAt),
  state('/ledige/tilbud/:id/ret', offerAt),
]

export type Loaded = NonNullable<Awaited<ReturnType<ReturnType<typeof load>>>>
