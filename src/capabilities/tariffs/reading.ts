import type { Sql } from '../../platform/db.ts'
import { allParameters } from '../rules/index.ts'
import type { RuleSet } from './calculation.ts'
import { ruleSetOf } from './rule-set.ts'

/** The rules of a year as they are known now. */
export const ruleSetOfYear = async (sql: Sql, year: number): Promise<RuleSet> =>
  ruleSetOf(await allParameters(sql, { topic: 'tariffs' }), year)
