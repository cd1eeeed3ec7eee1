import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Exact, exact, fraction } from '../../platform/values/exact.ts'
import type { Parameter } from '../rules/index.ts'
import { judged, mustExceed, type RisenRow, rulesAt, unjudgedWhy } from './found.ts'
import { baselineKeys } from './increase.ts'

const rule = (key: string, more: Partial<Parameter>): Parameter => ({
  ...{ key, topic: 'tariffs', label: key, unit: 'procent', value: undefined, word: undefined, choices: undefined },
  ...{ validFrom: '2024-01-01', validUntil: undefined, source: 'Prøve', law: undefined, confirmed: true, note: undefined },
  ...{ recordedAt: new Date(0), actorName: undefined },
  ...more,
})

const baseline = (word: string) => rule('tariff.increase.baseline', { word, validFrom: '2019-01-01' })
const limits = [
  rule('tariff.threshold.public', { value: 8, validFrom: '2025-11-13', confirmed: false }),
  rule('tariff.threshold.public', { value: 5 }),
  rule('tariff.threshold.private', { value: 5 }),
]
const rules = [...limits, baseline('last year')]

type Price = { ore: Exact; places?: number; temporary?: number }

const price = ({ ore, temporary }: Price) => ({
  amountOre: Number(ore.n / ore.d),
  exactOre: fraction(ore),
  temporaryOre: temporary,
  basis: 'calculated' as const,
})

const row = (now: Price, before: Price[], more: Partial<RisenRow> = {}): RisenRow => ({
  ...{ id: 1, tariffId: 1, offerId: 1, operatorId: 1, municipalityCode: 320, operatorName: '', offerName: '' },
  ...{ unitName: '', service: '', level: '', groups: [], ownership: 'private', kind: 'residential', per: 'full_day' },
  ...{ validFrom: '2026-01-01', source: 'Prøve', example: false },
  ...price(now),
  before: before.map((one) => ({
    ...price(one),
    per: 'full_day' as const,
    places: one.places === undefined ? undefined : String(one.places),
  })),
  ...more,
})

const over = (now: Price, before: Price[], more: Partial<RisenRow> = {}) => judged(row(now, before, more), rules).exceeds

const amount = fc
  .record({ n: fc.bigInt({ min: 1n, max: 10n ** 9n }), d: fc.bigInt({ min: 1n, max: 999n }) })
  .map(({ n, d }) => exact(n, d))
const places = fc.integer({ min: 1, max: 99 })

describe('a rise is over the limit', () => {
  test('when it is strictly more than it, of the unrounded amounts and whatever they are', () => {
    fc.assert(
      fc.property(amount, amount, (from, to) => {
        expect(over({ ore: to }, [{ ore: from }])).toBe(to.n * from.d * 100n > from.n * to.d * 105n)
      }),
    )
  })

  test('never at exactly the limit, and always one part in a thousand million over it', () => {
    fc.assert(
      fc.property(amount, (from) => {
        const just = exact(from.n * 105n, from.d * 100n)
        expect(over({ ore: just }, [{ ore: from }])).toBe(false)
        expect(over({ ore: exact(just.n * 1_000_000_000n + 1n, just.d * 1_000_000_000n) }, [{ ore: from }])).toBe(true)
      }),
    )
  })

  test('by the limit of the day it takes effect, not of the day somebody looks', () => {
    const rise = (validFrom: string) => over({ ore: exact(107) }, [{ ore: exact(100) }], { ownership: 'municipal', validFrom })
    expect([rise('2025-11-12'), rise('2025-11-13'), rise('2023-12-31')]).toEqual([true, false, false])
  })
})

describe('tariffs with a history', () => {
  test('that were renamed are measured against what they were', () => {
    fc.assert(
      fc.property(amount, amount, places, (from, to, weight) => {
        expect(over({ ore: to }, [{ ore: from, places: weight }])).toBe(over({ ore: to }, [{ ore: from }]))
      }),
    )
  })

  test('that were split are each measured against the one they came from', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 2, maxLength: 4 }), (from, parts) => {
        const rises = parts.map((to) => over({ ore: to }, [{ ore: from, places: 3 }]))
        expect(rises).toEqual(parts.map((to) => to.n * from.d * 100n > from.n * to.d * 105n))
      }),
    )
  })

  test('that were merged are measured against them weighed by places, in any order and however places are counted', () => {
    const part = fc.record({ ore: amount, places })
    fc.assert(
      fc.property(amount, fc.array(part, { minLength: 2, maxLength: 4 }), fc.integer({ min: 2, max: 9 }), (to, parts, times) => {
        const is = over({ ore: to }, parts)
        expect(over({ ore: to }, parts.toReversed())).toBe(is)
        expect(
          over(
            { ore: to },
            parts.map((one) => ({ ...one, places: one.places * times })),
          ),
        ).toBe(is)
        const cost = (of: typeof parts, share: bigint) =>
          of.reduce((sum, one) => sum + (one.ore.n * BigInt(one.places) * share) / one.ore.d, 0n)
        const scale = parts.reduce((product, one) => product * one.ore.d, 1n)
        const all = BigInt(parts.reduce((sum, one) => sum + one.places, 0))
        expect(is).toBe(to.n * 100n * all * scale > cost(parts, scale) * to.d * 105n)
      }),
    )
  })

  test('that were merged from unequal prices without places cannot be judged, and say why', () => {
    const one = judged(row({ ore: exact(300) }, [{ ore: exact(100) }, { ore: exact(200) }]), rules)
    expect(one.exceeds).toBe(false)
    expect(unjudgedWhy(one)).toContain('pladserne bag dem er ikke oplyst')
  })
})

describe('the rule that decides', () => {
  test.each(baselineKeys)('is the baseline that is named: %s', (word) => {
    const all = [...limits, baseline(word), rule('tariff.pl', { value: 3, validFrom: '2026-01-01', validUntil: '2027-01-01' })]
    const one = judged(row({ ore: exact(107), temporary: 4 }, [{ ore: exact(100), temporary: 0 }]), all)
    expect(one.decides).toEqual(one.increases[word])
    expect(one.exceeds).toBe(word === 'last year')
  })

  test('is missing when nobody has said it, or it has ended: nothing is judged', () => {
    const ended = [...limits, { ...baseline('last year'), validUntil: '2026-01-01' }]
    for (const parameters of [limits, ended]) {
      const one = judged(row({ ore: exact(200) }, [{ ore: exact(100) }]), parameters)
      expect(one.exceeds).toBe(false)
      expect(unjudgedWhy(one)).toContain('Der er ingen regel for, hvad en stigning måles mod')
    }
  })

  test('is never one nobody knows the words of', () => {
    expect(rulesAt([...limits, baseline('something else')], row({ ore: exact(1) }, [])).baseline).toBeUndefined()
  })

  test('needs the year’s PL when it is named, and says so when nobody has told it', () => {
    const one = judged(row({ ore: exact(200) }, [{ ore: exact(100) }]), [...limits, baseline('last year with PL')])
    expect(unjudgedWhy(one)).toBe('Årets PL er ikke oplyst.')
  })

  test('says nothing where no limit is agreed on: such a rise is not one that cannot be judged', () => {
    const one = judged(row({ ore: exact(200) }, [{ ore: exact(100) }], { kind: 'day' }), rules)
    expect([one.exceeds, unjudgedWhy(one)]).toEqual([false, undefined])
  })
})

test('a price met outside the register must be over the limit too, on unrounded numbers', () => {
  const at = rulesAt(rules, row({ ore: exact(1) }, []))
  expect(() => mustExceed(at, { from: exact(400_000), to: exact(420_000) })).toThrow('Stigningen er 5,0\u00a0procent')
  expect(mustExceed(at, { from: exact(400_000), to: exact(420_001) })).toMatchObject({ baseline: 'last year' })
  expect(() => mustExceed({ ...at, baseline: undefined }, { from: exact(1), to: exact(9) })).toThrow(
    'Sekretariatet sætter reglen',
  )
  expect(() => mustExceed({ ...at, limit: undefined }, { from: exact(1), to: exact(9) })).toThrow('ingen grænse')
})

test('a tariff that was paid by another unit is not judged, and says so', () => {
  const one = judged(row({ ore: exact(2200) }, [{ ore: exact(60_000) }], { per: 'month' }), rules)
  expect(one.exceeds).toBe(false)
  expect(unjudgedWhy(one)).toBe('Taksten var pr. døgn og er nu pr. måned, så priserne kan ikke sammenlignes.')
})
