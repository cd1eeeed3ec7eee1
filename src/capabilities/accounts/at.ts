import type { Ask } from '../../platform/action.ts'
import { idIn } from '../../platform/values/id.ts'
import { type Operator, operatorWith } from '../offers/index.ts'
import { type LineOf, linesOfOperator, lineWith, yearsOfLines } from '../tariffs/index.ts'

type OfOperator = Pick<Ask<{ id: string; year: string }>, 'db' | 'params'>

/** The first year of accounts there is room for. */
const FIRST = 1990

/** A year that is over; undefined for another. */
export const yearIn = (text: string, today: string): number | undefined => {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= FIRST && year < Number(today.slice(0, 4)) ? year : undefined
}

export async function operatorParty({ db, params }: OfOperator) {
  const operator = await operatorWith(db, idIn(params.id))
  return operator && { partyId: operator.partyId }
}

export type OwnYears = { operator: Operator; year: number; lines: LineOf[]; rows: Awaited<ReturnType<typeof yearsOfLines>> }

/** An operator's year: its place lines, with what is received of each. */
export async function operatorYear(
  ask: Pick<Ask<{ id: string; year: string }>, 'db' | 'params' | 'today' | 'may'>,
): Promise<OwnYears | undefined> {
  const year = yearIn(ask.params.year, ask.today)
  const operator = await operatorWith(ask.db, idIn(ask.params.id))
  if (!operator || year === undefined) return undefined
  const lines = await linesOfOperator(ask.db, operator.id)
  return { operator, year, lines, rows: await yearsOfLines(ask, lines, [year]) }
}

/** One of an operator's place lines. */
export async function lineOfOperator({
  db,
  params,
}: Pick<Ask<{ id: string; line: string }>, 'db' | 'params'>): Promise<LineOf | undefined> {
  const line = await lineWith(db, idIn(params.line))
  return line?.operatorId === idIn(params.id) ? line : undefined
}

export const operatorHref = (operatorId: number, year: number): string => `/takster/regnskaber/driver/${operatorId}/${year}`
