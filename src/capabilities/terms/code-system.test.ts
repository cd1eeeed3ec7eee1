import { describe, expect, test } from 'vitest'
import { codeSystemIn, compared, isTargetGroup } from './code-system.ts'
import { type LegalBasis, mustHold } from './legal-basis.ts'
import type { Term } from './term.ts'

const file = (concept: unknown[], more: object = {}) =>
  JSON.stringify({ resourceType: 'CodeSystem', url: 'urn:oid:1.2.3', title: 'Prøve', version: '1', concept, ...more })

describe('a FHIR code system', () => {
  test('is read whether the parent is told by nesting or by a property', () => {
    const nested = codeSystemIn(file([{ code: 'm', display: 'Målgruppe', concept: [{ code: 'a', display: 'Autisme' }] }]))
    const named = codeSystemIn(
      file([
        { code: 'm', display: 'Målgruppe' },
        { code: 'a', display: 'Autisme', property: [{ code: 'parent', valueCode: 'm' }] },
      ]),
    )
    expect(nested.concepts).toEqual(named.concepts)
    expect(nested).toMatchObject({ url: 'urn:oid:1.2.3', title: 'Prøve', version: '1' })
  })

  test('takes the Danish designation before the display', () => {
    const { concepts } = codeSystemIn(
      file([{ code: 'a', display: 'Autism', designation: [{ language: 'da', value: 'Autisme' }] }]),
    )
    expect(concepts[0]?.display).toBe('Autisme')
  })

  test.each([
    ['{', 'ikke JSON'],
    ['[]', 'ikke et FHIR-kodesystem'],
    ['{"resourceType":"ValueSet"}', 'ikke et FHIR-kodesystem'],
    [file([]), 'ingen begreber'],
    [file([{ display: 'x' }]), 'ingen kode'],
    [file([{ code: 'a' }, { code: 'a' }]), 'står to gange'],
    [file([{ code: 'a', property: [{ code: 'parent', valueCode: 'b' }] }]), 'hører under b'],
    [file([{ code: 'a', property: [{ code: 'parent', valueCode: 'a' }] }]), 'under sig selv'],
    [file([{ code: 'a', display: '010190-1234' }]), 'CPR'],
    [file([{ code: 'a' }], { url: 'own' }), 'bruges allerede'],
    [file([{ code: 'a' }], { url: undefined }), 'ikke, hvad det hedder'],
  ])('refuses what is none, and says why', (text, why) => {
    expect(() => codeSystemIn(text)).toThrow(why)
  })

  test('has its target groups below the concept that is called so', () => {
    const concepts = [
      { code: 'm', display: 'Målgruppe' },
      { code: 'a', display: 'Autisme', parent: 'm' },
      { code: 'y', display: 'Ydelse' },
    ]
    expect(concepts.map((concept) => isTargetGroup(concept, concepts))).toEqual([false, true, false])
  })

  test('is compared with what there is: new, changed, gone, returned and the same', () => {
    const term = (id: number, code: string, label: string, more: Partial<Term> = {}) => ({ id, code, label, ...more }) as Term
    const concepts = [
      { code: 'a', display: 'A' },
      { code: 'b', display: 'B nyt' },
      { code: 'c', display: 'C' },
      { code: 'e', display: 'E', parent: 'a' },
    ]
    const terms = [
      term(1, 'a', 'A'),
      term(2, 'b', 'B'),
      term(3, 'd', 'D'),
      term(4, 'c', 'C', { validUntil: '2025-01-01' }),
      term(5, 'e', 'E', { parentId: 1 }),
    ]
    const { added, changed, returned, gone, same } = compared(concepts, terms)
    expect([added, changed.length, changed[0]?.term.code, returned[0]?.term.code, gone[0]?.code, same]).toEqual([
      [],
      1,
      'b',
      'c',
      'd',
      2,
    ])
  })
})

test('a place cannot begin under a provision that has ended, and is told what holds instead', () => {
  const bases = [
    { key: 'sel-66', code: 'SEL § 66', validUntil: '2024-01-01', successorKey: 'bl-43' },
    { key: 'bl-43', code: 'BL § 43', validFrom: '2024-01-01' },
  ] as Partial<LegalBasis>[] as LegalBasis[]
  expect(() => mustHold('sel-66', '2024-01-01', bases)).toThrow('SEL § 66 gælder ikke efter 1. januar 2024. Brug BL § 43.')
  expect(mustHold('sel-66', '2023-12-31', bases).code).toBe('SEL § 66')
  expect(() => mustHold('bl-43', '2023-12-31', bases)).toThrow('gælder først fra')
  expect(() => mustHold('sel-1', '2024-01-01', bases)).toThrow('Vælg et retsgrundlag')
})
