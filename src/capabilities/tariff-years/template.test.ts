import { expect, test } from 'vitest'
import { costKindKeys } from '../tariffs/index.ts'
import { templateColumns } from './template.ts'

test('every field of the template says what to write in it, and every kind of cost what counts in it', () => {
  expect(templateColumns.filter(({ note }) => !note)).toEqual([])
  const ofCosts = templateColumns.filter(({ key }) => key.startsWith('cost-'))
  expect(ofCosts).toHaveLength(costKindKeys.length)
  expect(new Set(ofCosts.map(({ note }) => note)).size).toBe(costKindKeys.length)
})
