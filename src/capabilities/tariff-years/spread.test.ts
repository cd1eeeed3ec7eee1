import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf } from './grouping.ts'
import { listAddress, listingOf } from './listing.ts'
import { binsOf, spreadOf } from './spread.ts'
import { netOf } from './tariff.ts'

const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 1, maxLength: 200 })

test('median and quartiles of five amounts', () => {
  expect(spreadOf([500, 100, 300, 200, 400], 3)).toEqual({ count: 5, least: 100, lower: 200, median: 300, upper: 400, most: 500 })
})

test('a group of two is not told, a group of three is', () => {
  expect(spreadOf([100, 200], 3)).toBeUndefined()
  expect(spreadOf([100, 200, 300], 3)?.median).toBe(200)
})

test('quartiles lie in order within the amounts', () => {
  fc.assert(
    fc.property(amounts, (all) => {
      const spread = spreadOf(all, 1)
      expect(spread).toBeDefined()
      const { least = 0, lower = 0, median = 0, upper = 0, most = 0 } = spread ?? {}
      expect([least, lower, median, upper, most]).toEqual([least, lower, median, upper, most].toSorted((a, b) => a - b))
    }),
  )
})

test('every amount lies in exactly one of at most twenty bins', () => {
  fc.assert(
    fc.property(amounts, (all) => {
      const bins = binsOf(all)
      expect(bins.length).toBeLessThanOrEqual(20)
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
      for (const { from, to, count } of bins) expect(all.filter((one) => one >= from && one < to)).toHaveLength(count)
    }),
  )
})

test('a private tariff of 2.530 kr. is 2.413,62 kr. without indirect VAT', () => {
  expect(netOf(253_000, 0.046)).toBe(241_362)
  expect(netOf(246_100, 0.046)).toBe(234_779)
})

test('a price without VAT is never more than the price, and dearer prices stay dearer', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.integer({ min: 0, max: 25_000 }), (ore, share) => {
      expect(netOf(ore, share / 100_000)).toBeLessThanOrEqual(ore)
      expect(netOf(ore + 100, share / 100_000)).toBeGreaterThan(netOf(ore, share / 100_000))
    }),
  )
})

test('private tariffs stand in a group by what they cost without VAT, and add-ons are left out', () => {
  const tariff = (amountOre: number, netOre?: number, addOn = false) => ({
    amountOre,
    netOre,
    addOn,
    per: 'full_day' as const,
    groups: ['autisme'],
    ownership: undefined,
  })
  const [group] = groupsOf([tariff(1000, 900), tariff(800), tariff(700), tariff(1, undefined, true)], 3)
  expect(group).toMatchObject({ group: 'autisme', count: 3, spread: { most: 900, median: 800 } })
})

test('an address comes back as the same listing', () => {
  const address =
    '/takster?q=hus&aar=2025&driver=private&maalgruppe=autisme&enhed=full_day&tillaeg=nej&sorter=takst&vej=ned&side=2'
  expect(listAddress(listingOf(new URL(address, 'http://here').searchParams))).toBe(address)
})

test('what makes no sense in an address is left out', () => {
  const odd = new URL('/takster?aar=17&driver=x&side=-1&sorter=drop&enhed=', 'http://here').searchParams
  expect(listAddress(listingOf(odd))).toBe('/takster')
})
