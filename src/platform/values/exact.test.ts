import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compare,
  decimal,
  type Exact,
  exact,
  fraction,
  fromDecimal,
  fromFraction,
  minus,
  over,
  plus,
  rounded,
  same,
  shared,
  sum,
  times,
  zero,
} from './exact.ts'

const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const some = fc.tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => exact(n, d))

describe('exact numbers', () => {
  test('add, multiply and divide without losing anything', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(same(plus(a, b), plus(b, a))).toBe(true)
        expect(same(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(true)
        expect(same(minus(plus(a, b), b), a)).toBe(true)
        if (b.n !== 0n) expect(same(times(over(a, b), b), a)).toBe(true)
      }),
    )
  })

  test('a third times three is one', () => {
    expect(same(times(exact(1, 3), exact(3)), exact(1))).toBe(true)
    expect(() => over(exact(1), zero)).toThrow(RangeError)
  })

  test('are written as fractions and read back', () => {
    fc.assert(
      fc.property(some, (a) => {
        expect(fromFraction(fraction(a))).toEqual(a)
      }),
    )
    expect(fromFraction('1/0')).toBeUndefined()
  })

  test.each([
    ['95,5', exact(191, 2)],
    ['0.954', exact(477, 500)],
    ['-7', exact(-7)],
    ['1e3', undefined],
    ['', undefined],
    ['Infinity', undefined],
  ])('»%s« as a decimal', (written, expected: Exact | undefined) => {
    expect(fromDecimal(written)).toEqual(expected)
  })

  test('are in order', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(compare(a, b) + compare(b, a)).toBe(0)
      }),
    )
  })
})

describe('rounding when published', () => {
  test.each([
    [exact(5, 2), 1n, 3n],
    [exact(-5, 2), 1n, -3n],
    [exact(7, 2), 1n, 4n],
    [exact(453_550), 100n, 453_600n],
    [exact(453_549), 100n, 453_500n],
    [exact(-453_550), 100n, -453_600n],
    [zero, 100n, 0n],
  ])('half goes away from zero: %o to %d', (value, to, expected) => {
    expect(rounded(value, to)).toBe(expected)
  })

  test('is never more than half away', () => {
    fc.assert(
      fc.property(some, fc.bigInt({ min: 1n, max: 1000n }), (value, to) => {
        const off = minus(exact(rounded(value, to)), value)
        expect(compare(times(off, off), times(exact(to, 2n), exact(to, 2n)))).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('as a decimal for machines', () => {
    expect(decimal(exact(1, 3), 4)).toBe('0.3333')
    expect(decimal(exact(-1, 2), 0)).toBe('-1')
    expect(decimal(exact(191, 2), 4)).toBe('95.5')
    expect(decimal(exact(-1, 20), 2)).toBe('-0.05')
  })
})

describe('a whole shared by weight', () => {
  test('sums to the whole, and nobody is more than one away from his own', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
      .filter((all) => all.some(Boolean))
    fc.assert(
      fc.property(whole, weights, (total, numbers) => {
        const exactly = numbers.map((number) => exact(number))
        const parts = shared(total, exactly)
        expect(parts.reduce((all, part) => all + part, 0n)).toBe(total)
        for (const [at, part] of parts.entries()) {
          const own = over(times(exact(total), exactly[at] ?? zero), sum(exactly))
          const off = minus(exact(part), own)
          expect(compare(times(off, off), exact(1))).toBeLessThan(1)
        }
      }),
    )
  })

  test('three equal shares of 100', () => {
    expect(shared(100n, [exact(1), exact(1), exact(1)])).toEqual([34n, 33n, 33n])
    expect(shared(-100n, [exact(1), exact(1), exact(1)])).toEqual([-34n, -33n, -33n])
  })
})
