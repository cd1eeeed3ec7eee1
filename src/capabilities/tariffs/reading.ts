import type { Ask } from '../../platform/action.ts'
import type { Sql } from '../../platform/db.ts'
import { once } from '../../platform/once.ts'
import type { Day } from '../../platform/values/day.ts'
import type { Ownership } from '../offers/index.ts'
import { allParameters } from '../rules/index.ts'
import type { Period, RuleSet, Step } from './calculation.ts'
import { type InPeriod, type YearWithChange, yearOfPeriods } from './mid-year.ts'
import { ruleSetOf, rulesHolding, rulesOf, wholeOf } from './rule-set.ts'
import {
  type CalculatedOf,
  type Calculation,
  calculationIn,
  calculationWith,
  lineOfCalculations,
  periodsIn,
  whoseLine,
} from './store/calculations.ts'
import { decisions } from './store/visibility.ts'
import { holdingOn, type Level, levels, type Shown, seenSteps, type Visibility, visibilityOf } from './visibility.ts'
import { type Waterfall, waterfall } from './waterfall.ts'

/** The rules of a year as they are known now. */
export const ruleSetOfYear = (sql: Sql, year: number): Promise<RuleSet> =>
  once(sql, `tariff rules ${year}`, async () => ruleSetOf(await allParameters(sql, { topic: 'tariffs' }), year))

/** What everybody may see of calculations on a day: the rules by ownership, and what was decided for single operators. */
export const shownOn = (sql: Sql, day: Day): Promise<Shown> => once(sql, `tariffs shown on ${day}`, () => readShown(sql, day))

async function readShown(sql: Sql, day: Day): Promise<Shown> {
  const [parameters, decided] = await Promise.all([allParameters(sql, { topic: 'tariffs' }), decisions(sql)])
  const rules = rulesOf(rulesHolding(parameters, day))
  const level = (ownership: Ownership): Level =>
    levels.find((one) => one === rules.word(`tariff.visibility.${ownership}`)) ?? 'price'
  return {
    fewestPlaces: wholeOf(rules, 'tariff.visibility.fewPlaces'),
    byOwnership: {
      municipal: level('municipal'),
      regional: level('regional'),
      self_governing: level('self_governing'),
      private: level('private'),
    },
    byOperator: holdingOn(decided, day),
  }
}

type Asking = Pick<Ask, 'db' | 'today' | 'may'>

/** A calculation with everything its sheet tells, and no more than may be seen. */
export type SheetToRead = {
  calculation: Calculation
  of: CalculatedOf
  seen: Visibility
  /** How much those who are not inside see. */
  openly: Visibility
  steps: Step[]
  before: Calculation | undefined
  fall: Waterfall | undefined
  /** May it be seen what moved the tariff? Both years must be open for that. */
  movedSeen: boolean
  /** Every year and version of the same tariff, newest first. */
  line: Awaited<ReturnType<typeof lineOfCalculations>>
  /** Where the tariff changes within the year: each part of it. */
  parts: PartOfYear[]
  /** The whole year summed, where its parts cover it and all of them may be seen. */
  wholeYear: YearWithChange<InPeriod[]> | undefined
}

/** How much of a calculation whoever asks may see, and how much everybody may. */
async function seenBy(
  { db, today, may }: Asking,
  { input, calculated }: Calculation,
  of: CalculatedOf,
): Promise<{ seen: Visibility; openly: Visibility }> {
  const { places } = calculated.result
  const shown = await shownOn(db, today)
  const whose = {
    operatorId: of.operatorId,
    ownership: input.ownership,
    places: places && Number(places.n) / Number(places.d),
  }
  const inside = may('tariffs.readInside', { partyId: of.partyId })
  return { seen: visibilityOf(whose, shown, inside), openly: visibilityOf(whose, shown, false) }
}

/** A calculation, whose it is, and how much of it may be seen. */
export async function calculationToRead(
  asking: Asking,
  id: number,
): Promise<Pick<SheetToRead, 'calculation' | 'of' | 'seen' | 'openly'> | undefined> {
  const calculation = await calculationWith(asking.db, id)
  const of = calculation && (await whoseLine(asking.db, calculation.placeLineId))
  return calculation && of && { calculation, of, ...(await seenBy(asking, calculation, of)) }
}

/** The rules as they hold today, for what is judged by the day. */
export const ruleSetToday = (sql: Sql, today: Day): Promise<RuleSet> =>
  once(sql, `tariff rules of ${today}`, async () => rulesHolding(await allParameters(sql, { topic: 'tariffs' }), today))

export async function sheetToRead(asking: Asking, id: number): Promise<SheetToRead | undefined> {
  const { db } = asking
  const read = await calculationToRead(asking, id)
  if (!read) return undefined
  const { calculation, of, seen, openly } = read
  const [periods, before, line] = await Promise.all([
    periodsOf(asking, calculation, of),
    calculationIn(db, calculation, calculation.input.year - 1),
    lineOfCalculations({ sql: db, ...calculation }),
  ])
  return {
    ...{ calculation, of, seen, openly, before, line },
    ...periods,
    steps: seenSteps(calculation.calculated.steps, seen.level),
    fall:
      before && comparable(calculation, before)
        ? waterfall(before.calculated.result, calculation.calculated.result, rulesOf(calculation.rules))
        : undefined,
    movedSeen: seen.level !== 'price' && before !== undefined && (await seenBy(asking, before, of)).seen.level !== 'price',
  }
}

export type PartOfYear = Period & { id: number; tariffOre: bigint; own: boolean }

/** The parts of a year in which the tariff changes; a price is open, what it comes to over the year only where all parts are. */
async function periodsOf(
  asking: Asking,
  calculation: Calculation,
  of: CalculatedOf,
): Promise<Pick<SheetToRead, 'parts' | 'wholeYear'>> {
  if (calculation.input.period === undefined) return { parts: [], wholeYear: undefined }
  const all = (await periodsIn(asking.db, calculation)).flatMap((one) =>
    one.input.period ? [{ one, period: one.input.period }] : [],
  )
  const levels = await Promise.all(all.map(async ({ one }) => (await seenBy(asking, one, of)).seen.level))
  return {
    parts: all.map(({ one, period }) => ({
      ...period,
      id: one.id,
      tariffOre: one.calculated.result.tariff.ore,
      own: period.from === calculation.input.period?.from,
    })),
    wholeYear: levels.includes('price')
      ? undefined
      : yearOfPeriods(all.map(({ one, period }) => ({ ...period, calculated: one.calculated }))),
  }
}

const comparable = ({ input }: Calculation, before: Calculation): boolean =>
  input.unit === before.input.unit && input.counting.by === before.input.counting.by

export const nameOf = ({ of, calculation }: Pick<SheetToRead, 'of' | 'calculation'>): string =>
  [of.offerName, of.unitName === 'Hele tilbuddet' ? '' : of.unitName, calculation.label].filter(Boolean).join(', ')
