import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { all, input, ruleSet } from '../../../tests/tariffs/rules.ts'
import type { AccountFigures, AccountOf, KeptAccount } from './account.ts'
import { calculate } from './calculate.ts'
import { byDays, type Flow, flowOf, flowsInto, isKnown, partsOf, takenOf, tookIn } from './flow.ts'
import { flowText, takenText } from './flow-text.ts'
import { rulesOf } from './rule-set.ts'

type Kept = AccountOf & AccountFigures & Pick<KeptAccount, 'version' | 'source'>

const kept = (changed: Partial<Kept> = {}): Kept => ({
  placeLineId: 1,
  label: '',
  year: 2024,
  version: 1,
  source: 'Årsregnskab',
  revenueOre: 1_000_000_000,
  costsOre: 930_000_000,
  regulationOre: 0,
  basisOre: 1_000_000_000,
  budgetOre: 900_000_000,
  occupancyPercent: '97.5',
  daysUsed: 3559,
  ...changed,
})

const flow = (changed: Partial<Kept> = {}, rules: Record<string, string> = {}): Flow => {
  const account = kept(changed)
  return flowOf(account, ruleSet(rules, account.year), (year) => ruleSet(rules, year))
}

const known = (changed: Partial<Kept> = {}, rules: Record<string, string> = {}) => {
  const found = flow(changed, rules)
  if (!isKnown(found)) throw new Error(found.why)
  return found
}

const ore = fc.integer({ min: 0, max: 900_000_000_000 })
const accounts = fc.record({
  revenueOre: ore,
  costsOre: ore,
  regulationOre: fc.integer({ min: -9_000_000, max: 9_000_000 }),
  basisOre: ore,
  budgetOre: ore,
})
const ruleWords = fc.record({
  'tariff.surplus.share': fc.integer({ min: 0, max: 2000 }).map((hundredths) => String(hundredths / 100)),
  'tariff.surplus.of': fc.constantFrom('basis', 'budget', 'accounts'),
  'tariff.surplus.mode': fc.constantFrom('over', 'whole'),
  'tariff.surplus.symmetric': fc.constantFrom('yes', 'no'),
})

describe('what a year leaves behind', () => {
  test('is never lost and never counted twice: what goes into later tariffs and what is kept are the whole result, in øre', () => {
    fc.assert(
      fc.property(accounts, ruleWords, (changed, rules) => {
        const { carried } = known(changed, rules)
        expect(carried.kept - carried.regulation).toBe(BigInt(changed.revenueOre - changed.costsOre - changed.regulationOre))
      }),
    )
  })

  test('goes into one tariff only, also when the number of years is changed from year to year', () => {
    const years = [2018, 2019, 2020, 2021, 2022]
    fc.assert(
      fc.property(fc.array(fc.tuple(accounts, fc.integer({ min: 1, max: 4 })), { minLength: 5, maxLength: 5 }), (made) => {
        const told = made.map(([changed, lag], at) => {
          const year = years[at] ?? 0
          const small = {
            ...changed,
            revenueOre: changed.revenueOre % 900_000,
            costsOre: changed.costsOre % 900_000,
            basisOre: 0,
          }
          const own = ruleSet({ 'tariff.surplus.lag': String(lag) }, year)
          const found = flowOf(kept({ ...small, regulationOre: 0, year }), own, (later) => ruleSet({}, later))
          if (!isKnown(found)) throw new Error(found.why)
          return { ...found, year, into: flowsInto(year, rulesOf(own)) }
        })
        let taken = 0n
        for (let year = 2019; year <= 2026; year++) {
          const coming = told.filter(({ into }) => into === year)
          const regulations = coming.map(({ account }) => ({ account }))
          const counting = {
            by: 'places',
            places: all('10', year),
            occupancy: { from: 'set', percent: '100', reason: 'Fuldt' },
          } as const
          const calculated = calculate(input({ year, regulations, counting }), ruleSet({}, year))
          for (const one of coming) expect(tookIn({ regulations }, calculated, one.year)).toBe(one.carried.regulation)
          taken += calculated.result.regulation.n
        }
        expect(taken).toBe(told.reduce((sum, { carried }) => sum + carried.regulation, 0n))
      }),
    )
  })

  test('is the same of a deficit as of a surplus of the same size, where the rule is symmetric', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000_000 }), fc.constantFrom('over', 'whole'), (by, mode) => {
        const rules = { 'tariff.surplus.mode': mode }
        const surplus = known({ revenueOre: 500_000_000 + by, costsOre: 500_000_000 }, rules).carried
        const deficit = known({ revenueOre: 500_000_000, costsOre: 500_000_000 + by }, rules).carried
        expect(deficit.regulation).toBe(-surplus.regulation)
        expect(deficit.kept).toBe(-surplus.kept)
      }),
    )
  })

  test('is parted among several tariffs without losing an øre, by weight', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n }),
        fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 8 }),
        (amount, weights) => {
          expect(partsOf(amount, weights).reduce((sum, part) => sum + part, 0n)).toBe(amount)
        },
      ),
    )
    expect(partsOf(100n, [1, 2])).toEqual([33n, 67n])
  })

  test('is not known when the accounts tell only how places were used, or not what the limit is a share of', () => {
    const none = { revenueOre: undefined, costsOre: undefined, regulationOre: undefined }
    expect(flow(none)).toMatchObject({ why: expect.stringContaining('Indtægt og omkostninger mangler') })
    expect(flow({ basisOre: undefined })).toMatchObject({ why: expect.stringContaining('hvad takstberegningsgrundlaget var') })
    expect(isKnown(flow({ basisOre: undefined }, { 'tariff.surplus.of': 'accounts' }))).toBe(true)
  })

  test.each([
    [
      {},
      'overskud på 700.000 kr. Grænsen er 500.000 kr. 200.000 kr. sænker taksten for 2026, og 500.000 kr. sættes til side og skal bruges senest i 2029.',
    ],
    [
      { costsOre: 1_070_000_000 },
      'underskud på 700.000 kr. Grænsen er 500.000 kr. 200.000 kr. hæver taksten for 2026, og 500.000 kr. bæres af driftsherren selv.',
    ],
    [{ costsOre: 960_000_000 }, 'overskud på 400.000 kr. Det er ikke over grænsen på 500.000 kr., så intet går videre'],
    [{ costsOre: 1_000_000_000 }, 'hverken overskud eller underskud'],
  ])('is said in words (%#)', (changed, words) => {
    expect(flowText(known(changed).carried, 2024).replaceAll('\u00a0', ' ')).toContain(words)
  })

  test('names its accounts as the source in the trace of the later tariff', () => {
    const { account } = known()
    const { steps } = calculate(input({ regulations: [{ account }] }), ruleSet())
    expect(steps.find(({ key }) => key === 'result.2024')?.source).toBe('Regnskab 2024: Årsregnskab')
  })
})

describe('the later tariff', () => {
  const later = (...ores: (bigint | undefined)[]) => ores.map((ore, at) => ({ id: at + 1, label: `${at}`, ore }))
  const { carried } = known()

  test.each([
    ['is not there yet', [], 'waiting', 'Taksten for 2026 er ikke beregnet endnu.'],
    ['took it in', [-20_000_000n], 'taken', 'Taksten for 2026 har taget det ind.'],
    ['took it in, several together', [-15_000_000n, -5_000_000n, undefined], 'taken', 'har taget det ind'],
    ['did not', [undefined], 'missing', 'Taksten for 2026 har ikke taget det ind.'],
    ['took another amount', [-10_000_000n], 'other', 'har taget −100.000 kr. ind, men efter reglen er det −200.000 kr.'],
  ] as const)('%s', (_, ores, state, words) => {
    const taken = takenOf(carried.regulation, later(...ores))
    expect(taken.state).toBe(state)
    expect(takenText(taken, carried)?.replaceAll('\u00a0', ' ')).toContain(words)
  })

  test('of a part of the year counts by its days', () => {
    expect(
      byDays([
        { ore: -20_000_000n, days: 181 },
        { ore: -20_000_000n, days: 184 },
      ]),
    ).toBe(-20_000_000n)
    expect(
      byDays([
        { ore: -365n, days: 73 },
        { ore: undefined, days: 292 },
      ]),
    ).toBe(-73n)
    expect(byDays([{ ore: undefined, days: 365 }])).toBeUndefined()
  })

  test('need take nothing in when nothing moves', () => {
    expect(takenOf(0n, later(undefined)).state).toBe('nothing')
    expect(takenOf(0n, later(5n)).state).toBe('other')
  })
})
