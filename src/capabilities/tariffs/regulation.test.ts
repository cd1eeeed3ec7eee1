import { describe, expect, test } from 'vitest'
import { input, ruleSet } from '../../../tests/tariffs/rules.ts'
import { decimal } from '../../platform/values/exact.ts'
import { calculate } from './calculate.ts'
import type { Account } from './calculation.ts'
import { carried } from './regulation.ts'
import { rulesOf } from './rule-set.ts'

const account = (changed: Partial<Account> = {}): Account => ({
  year: 2024,
  revenueOre: 1_000_000_000,
  costsOre: 930_000_000,
  regulationOre: 0,
  basisOre: 1_000_000_000,
  budgetOre: 900_000_000,
  ...changed,
})
const moved = (changed: Partial<Account> = {}, rules: Record<string, string> = {}) =>
  carried(account(changed), rulesOf(ruleSet(rules)), [])

describe('a surplus or deficit', () => {
  test('over the limit lowers the tariff two years later by the part over it, and the rest is set aside for five years', () => {
    const { regulation, toYear, kept, useBy } = moved()
    expect(regulation).toBe(-20_000_000n)
    expect(toYear).toBe(2026)
    expect(kept).toBe(50_000_000n)
    expect(useBy).toBe(2029)
  })

  test.each([
    ['the whole of it by the other rule', {}, { 'tariff.surplus.mode': 'whole' }, -70_000_000n],
    ['nothing when it is not over the limit', { costsOre: 950_000_000 }, {}, 0n],
    ['the limit may be of the budget', {}, { 'tariff.surplus.of': 'budget' }, -25_000_000n],
    ['the limit may be of the accounts', {}, { 'tariff.surplus.of': 'accounts' }, -23_500_000n],
    ['a deficit raises the tariff', { costsOre: 1_070_000_000 }, {}, 20_000_000n],
    ['a deficit stays where the rule is not symmetric', { costsOre: 1_070_000_000 }, { 'tariff.surplus.symmetric': 'no' }, 0n],
    ['what regulated an earlier year is not counted again', { regulationOre: 70_000_000 }, {}, 0n],
  ])('%s', (_, changed, rules, expected) => {
    expect(moved(changed, rules).regulation).toBe(expected)
  })

  test('stands in the later tariff as temporary, apart from the rest, and is in its trace', () => {
    const { result, steps } = calculate(input({ regulations: [{ account: account() }] }), ruleSet())
    expect(decimal(result.permanent, 0)).toBe('100000')
    expect(decimal(result.temporary, 4)).toBe('-5479.4521')
    expect(result.tariff.ore).toBe(94_500n)
    expect(steps.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['result.2024', 'limit.2024', 'carried.2024', 'regulation', 'temporary']),
    )
  })

  test('of a year whose turn it is not is refused', () => {
    expect(() => calculate(input({ regulations: [{ account: account({ year: 2023 }) }] }), ruleSet())).toThrow(
      'hører til taksten for 2025',
    )
  })

  test.each([
    ['costs', -1370, -4110],
    ['basis', -5479, 0],
    ['service', 0, -5479],
  ])('is shared on the parts by the rule %s', (how, basis, service) => {
    const costs = [
      { kind: 'property', part: 'basis', label: 'Husleje', form: 'amount', amountOre: 91_250_000 } as const,
      { kind: 'pay', part: 'service', label: 'Løn', form: 'amount', amountOre: 273_750_000 } as const,
    ]
    const { parts } = calculate(
      input({ costs, regulations: [{ fromYear: 2024, amountOre: -20_000_000 }] }),
      ruleSet({ 'tariff.regulation.split': how }),
    ).result
    expect(Number(decimal(parts.basis.exact, 0)) - 25_000).toBe(basis)
    expect(Number(decimal(parts.service.exact, 0)) - 75_000).toBe(service)
  })

  test('nothing is lost to a rounding of the limit', () => {
    const { regulation, kept } = moved({ basisOre: 1_000_000_001 })
    expect(regulation).toBe(-20_000_000n)
    expect(kept - regulation).toBe(70_000_000n)
  })
})
