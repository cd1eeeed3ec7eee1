import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { decisionKeys, type Entry, ending, mustFollow, type Step, stepKeys } from './cycle.ts'

const entry = (step: Step, day: string, decision?: Entry['decision']): Entry => ({
  id: 1,
  step,
  day,
  text: 'tekst',
  decision,
  recordedAt: new Date(`${day}T12:00:00Z`),
})
const today = '2026-03-02'
const refused = (entries: Entry[], next: Parameters<typeof mustFollow>[1]) => {
  try {
    mustFollow({ entries }, next, today)
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
  return undefined
}

describe('what may follow in a cycle', () => {
  const begun = [entry('hypothesis', '2026-01-05')]
  const tested = [...begun, entry('test', '2026-01-20')]

  test.each<[string, Entry[], Parameters<typeof mustFollow>[1], string | undefined]>([
    ['a cycle begins with a hypothesis', [], { step: 'test', day: today }, 'hypothesis first'],
    ['a test follows a hypothesis', begun, { step: 'test', day: '2026-01-05' }, undefined],
    ['a result needs a test', begun, { step: 'result', day: '2026-02-01' }, 'no test'],
    ['a result follows a test', tested, { step: 'result', day: '2026-02-01' }, undefined],
    ['days go forward', tested, { step: 'result', day: '2026-01-19' }, 'backwards'],
    ['tomorrow has not been', tested, { step: 'result', day: '2026-03-03' }, 'future'],
    ['a decision says what was decided', tested, { step: 'decision', day: today }, 'no decision'],
    [
      'a cycle may be adjusted and go on',
      [...tested, entry('decision', '2026-02-01', 'adjust')],
      { step: 'test', day: today },
      undefined,
    ],
    [
      'nothing follows a decision to spread',
      [...tested, entry('decision', '2026-02-01', 'spread')],
      { step: 'test', day: today },
      'over',
    ],
  ])('%s', (_, entries, next, code) => expect(refused(entries, next)).toBe(code))
})

test('whatever is written, a cycle that was accepted step by step has days in order and nothing after its end', () => {
  const next = fc.record({
    step: fc.constantFrom(...stepKeys),
    ahead: fc.integer({ min: -3, max: 20 }),
    decision: fc.option(fc.constantFrom(...decisionKeys), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(next, { maxLength: 30 }), (tries) => {
      const entries: Entry[] = []
      for (const { step, ahead, decision } of tries) {
        const day = addDays(entries.at(-1)?.day ?? '2025-11-01', ahead)
        if (refused(entries, { step, day, decision }) === undefined)
          entries.push(entry(step, day, step === 'decision' ? decision : undefined))
      }
      const days = entries.map(({ day }) => day)
      expect(days).toEqual([...days].sort())
      const end = ending({ entries })
      expect(end === undefined || end === entries.at(-1)).toBe(true)
    }),
  )
})
