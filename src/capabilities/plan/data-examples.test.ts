import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addDays, isDay } from '../../platform/values/day.ts'

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/programme/${name}.json`, import.meta.url), 'utf8'))

const day = z.string().refine(isDay, 'a day that exists')
const text = z.string().min(1)
const sentence = z.string().regex(/^[A-ZÆØÅÉ0-9].*[.?!]$/)
const named = z.looseObject({ key: text })
const states = ['not_started', 'planned', 'running', 'daily_use', 'paused', 'blocked', 'not_relevant'] as const
const report = z.strictObject({
  party: text,
  area: text,
  state: z.enum(states),
  day,
  note: sentence.or(z.literal('')),
  reason: sentence.optional(),
  internalNote: sentence.optional(),
  evidence: z.url().optional(),
  confirmed: z.array(day).optional(),
  approved: day.nullable(),
})
const entry = z.strictObject({
  step: z.enum(['hypothesis', 'test', 'result', 'adjustment', 'next', 'decision']),
  day,
  text: sentence,
  decision: z.enum(['spread', 'adjust', 'stop']).optional(),
})
const cycle = z.strictObject({ initiative: text, party: text.optional(), title: text, entries: z.array(entry).min(2) })

const reports = z.array(report).parse(read('example-reports'))
const cycles = z.array(cycle).parse(read('example-cycles'))
const parties = z.object({ parties: z.array(named.extend({ validFrom: day.nullable() })) }).parse(read('parties')).parties
const areas = new Set(
  z
    .array(named)
    .parse(read('plan/areas'))
    .map((a) => a.key),
)
const initiatives = new Set(
  z
    .array(named)
    .parse(read('plan/initiatives'))
    .map((i) => i.key),
)
const partyKeys = new Set(parties.map((p) => p.key))

describe('the example reports', () => {
  it('are about parties and areas that exist, one a day for a cell, with a reason where one is asked for', () => {
    expect(reports.filter((r) => !partyKeys.has(r.party) || !areas.has(r.area))).toEqual([])
    expect(new Set(reports.map((r) => `${r.party} ${r.area} ${r.day}`)).size).toBe(reports.length)
    expect(reports.filter((r) => ['paused', 'blocked', 'not_relevant'].includes(r.state) !== Boolean(r.reason))).toEqual([])
    expect(
      reports.filter((r) => (r.confirmed ?? []).some((d) => d <= r.day) || (r.approved !== null && r.approved < r.day)),
    ).toEqual([])
  })

  it('leave cells empty, one party silent and some answers old, so that the plan shows what is missing', () => {
    const newest = new Map(reports.map((r) => [`${r.party} ${r.area}`, r]))
    expect(newest.size).toBeGreaterThanOrEqual(130)
    expect(newest.size).toBeLessThanOrEqual(160)
    const telling = new Set(reports.map((r) => r.party))
    expect(parties.filter((p) => p.validFrom === null && !telling.has(p.key)).length).toBe(1)
    const last =
      reports
        .map((r) => r.day)
        .sort()
        .at(-1) ?? ''
    const old = [...newest.values()].filter((r) => [r.day, ...(r.confirmed ?? [])].every((d) => d < addDays(last, -90)))
    expect(old.length).toBeGreaterThan(10)
    expect(new Set([...newest.values()].map((r) => r.state)).size).toBe(states.length)
  })

  it('have cycles whose steps follow each other in time and end in a decision, or go on', () => {
    for (const c of cycles) {
      expect(initiatives.has(c.initiative), c.title).toBe(true)
      expect(c.party === undefined || partyKeys.has(c.party), c.title).toBe(true)
      const days = c.entries.map((e) => e.day)
      expect(days, c.title).toEqual([...days].sort())
      for (const e of c.entries) expect(e.step === 'decision', c.title).toBe(e.decision !== undefined)
    }
  })
})
