import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assessment,
  isClosed,
  isLate,
  mustBeSilent,
  mustCome,
  mustFollow,
  nextSteps,
  type Step,
  type StepKind,
  standText,
  stepKinds,
  unanswered,
  usualNext,
} from './case.ts'

let id = 0
const step = (kind: StepKind, day = '2026-03-02', more: Partial<Step> = {}): Step => ({
  id: ++id,
  caseId: 1,
  kind,
  day,
  text: '',
  outcome: kind === 'assessed' ? 'explained' : undefined,
  deadline: kind === 'asked' ? '2026-03-16' : undefined,
  body: undefined,
  outboxId: undefined,
  actorName: 'Prøve',
  example: false,
  recordedAt: new Date(`${day}T10:00:00Z`),
  ...more,
})
const having = (...kinds: StepKind[]) => ({ foundOn: '2026-03-01', steps: kinds.map((kind) => step(kind)) })

describe('what can be done in a case', () => {
  test.each<[string, StepKind[], StepKind[]]>([
    ['just found', [], ['asked', 'explained', 'assessed']],
    ['asked', ['asked'], ['explained', 'assessed', 'asked']],
    ['reminded', ['asked', 'reminded'], ['explained', 'assessed', 'asked']],
    ['explained', ['asked', 'explained'], ['asked', 'explained', 'assessed']],
    ['assessed', ['asked', 'explained', 'assessed'], ['sent', 'assessed', 'asked']],
    ['sent', ['assessed', 'sent'], ['received', 'feedback', 'discussed']],
    ['received', ['assessed', 'sent', 'received'], ['feedback', 'discussed']],
    ['discussed', ['assessed', 'sent', 'received', 'discussed'], ['feedback', 'discussed', 'closed']],
    ['closed', ['assessed', 'sent', 'discussed', 'closed'], []],
  ])('when it is %s', (_, done, next) => {
    expect(nextSteps(having(...done))).toEqual(next)
  })

  test('never lets it be sent before somebody has assessed it, nor closed before it was discussed', () => {
    const usual = Object.keys(stepKinds) as StepKind[]
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 14 }), (choices) => {
        const steps: Step[] = []
        for (const choice of choices) {
          const open = nextSteps({ steps })
          const kind = open[choice % Math.max(1, open.length)]
          if (kind) steps.push(step(kind))
        }
        const at = (kind: StepKind) => steps.findIndex((one) => one.kind === kind)
        if (at('sent') >= 0) expect(at('assessed')).toBeLessThan(at('sent'))
        if (at('closed') >= 0) expect(at('discussed')).toBeLessThan(at('closed'))
        for (const kind of ['sent', 'received', 'closed'] as const)
          expect(steps.filter((one) => one.kind === kind).length).toBeLessThan(2)
        expect(nextSteps({ steps }).every((kind) => usual.includes(kind) && kind !== 'reminded')).toBe(true)
      }),
    )
  })

  test('is refused with where it stands, when somebody was first', () => {
    expect(() => mustCome(having(), 'sent')).toThrow(
      'Sagen står nu ved »Fundet«, så »Sendt til Socialtilsyn Øst« kan ikke skrives nu.',
    )
    expect(() => mustCome(having('assessed', 'sent'), 'sent')).toThrow('Sagen står nu ved »Sendt til Socialtilsyn Øst«')
    expect(() => mustCome(having('assessed', 'sent', 'discussed', 'closed'), 'feedback')).toThrow('Sagen er afsluttet')
    expect(() => mustCome(having('assessed'), 'sent')).not.toThrow()
  })
})

test('the usual way leads from found to closed, one step after another', () => {
  const way: StepKind[] = []
  for (let next = usualNext({ steps: [] }); next !== undefined; next = usualNext(having(...way))) way.push(next)
  expect(way).toEqual(['asked', 'explained', 'assessed', 'sent', 'received', 'feedback', 'discussed', 'closed'])
  expect(usualNext(having('asked', 'reminded'))).toBe('explained')
})

describe('an operator', () => {
  test('has not answered until it has, and asked again has not answered again', () => {
    expect(unanswered(having('asked'))?.deadline).toBe('2026-03-16')
    expect(unanswered(having('asked', 'explained'))).toBeUndefined()
    expect(unanswered(having('asked', 'explained', 'asked'))).toBeDefined()
    expect(unanswered(having())).toBeUndefined()
  })

  test('is late the day after the deadline, and not when somebody has assessed it or closed it', () => {
    expect(isLate(having('asked'), '2026-03-16')).toBe(false)
    expect(isLate(having('asked'), '2026-03-17')).toBe(true)
    expect(isLate(having('asked', 'assessed'), '2026-03-17')).toBe(false)
    expect(isLate(having('asked', 'explained'), '2026-03-17')).toBe(false)
  })

  test('is not called silent before its deadline has passed, or if nobody asked', () => {
    expect(() => mustBeSilent(having('asked'), 'unanswered', '2026-03-16')).toThrow('kan svare til og med 16. marts 2026')
    expect(() => mustBeSilent(having('asked'), 'unanswered', '2026-03-17')).not.toThrow()
    expect(() => mustBeSilent(having(), 'unanswered', '2026-03-17')).toThrow('er ikke blevet spurgt')
    expect(() => mustBeSilent(having('asked', 'explained'), 'unanswered', '2026-03-17')).toThrow('eller har svaret')
    expect(() => mustBeSilent(having(), 'explained', '2026-03-02')).not.toThrow()
  })
})

describe('a step', () => {
  test('has a day that has come, and is not before the one it follows', () => {
    const { steps } = { steps: [step('sent', '2026-03-05')] }
    expect(() => mustFollow({ foundOn: '2026-03-01', steps }, '2026-03-04', '2026-03-10')).toThrow(
      'Skridtet før er fra 5. marts 2026',
    )
    expect(() => mustFollow({ foundOn: '2026-03-01', steps }, '2026-03-11', '2026-03-10')).toThrow('er ikke kommet endnu')
    expect(() => mustFollow({ foundOn: '2026-03-01', steps }, '2026-03-05', '2026-03-05')).not.toThrow()
    expect(() => mustFollow({ foundOn: '2026-03-01', steps: [] }, '2026-02-28', '2026-03-10')).toThrow('1. marts 2026')
  })

  test('says where the case stands, and a reminder does not hide the question', () => {
    expect(standText(having(), '2026-03-02')).toBe('Fundet, ikke begyndt')
    expect(standText(having('asked', 'reminded'), '2026-03-10')).toBe('Venter på svar senest 16. marts 2026')
    expect(standText(having('asked', 'reminded'), '2026-03-20')).toBe('Driftsherren har ikke svaret inden fristen')
    expect(standText(having('assessed', 'sent', 'received'), '2026-03-20')).toBe('Modtaget af Socialtilsyn Øst')
  })

  test('that assesses again takes the place of the first assessment', () => {
    const steps = [step('assessed'), step('assessed', '2026-03-03', { outcome: 'unexplained' })]
    expect(assessment({ steps })?.outcome).toBe('unexplained')
    expect(isClosed({ steps })).toBe(false)
  })
})
