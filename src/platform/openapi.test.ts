import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Ask, form, page } from './action.ts'
import { openApi, operationsOf } from './openapi.tsx'
import { optionalText, text } from './values/fields.ts'

const view = () => ({ title: '', body: '' })
const input = z.object({ note: text(), reason: optionalText(500) })
const actions = [
  page({
    path: '/a/:key',
    may: 'plan.read',
    load: async () => ({}),
    view,
    apiRead: { path: '/a/:key', summary: 'One', output: z.object({ key: z.string() }), answer: () => ({}) },
  }),
  form({
    path: '/a/:key/ny',
    may: 'plan.edit',
    input,
    load: async () => ({}),
    view,
    submit: async () => ({ subject: 'a', next: '/' }),
    apiWrite: { path: '/a/:key', summary: 'New', output: z.object({ id: z.number() }) },
  }),
]
const [read, write] = operationsOf(actions)

test('a field that may be left out is not told as one that takes anything', () => {
  expect(write?.input).toMatchObject({ required: ['note'], properties: { reason: { type: 'string', maxLength: 500 } } })
})

test('a deed is told with what every deed answers and what it adds itself', () => {
  expect(write?.output).toMatchObject({
    required: ['key', 'next', 'id'],
    properties: { key: { type: 'string' }, next: { type: 'string' }, said: { type: 'string' }, id: { type: 'number' } },
  })
})

test('the names in an address are its parameters', () => {
  expect(read?.parameters).toEqual([{ name: 'key', in: 'path', required: true, schema: { type: 'string' } }])
})

test('the readable page writes an address as the description does', () => {
  const readable = openApi(actions).find(({ path }) => path === '/api')
  const page = readable?.view?.({ own: operationsOf(actions), sections: [] }, {} as Ask, { key: '', values: {}, errors: {} })
  expect(String(page?.body)).toContain('GET /api/v1/a/{key}')
  expect(String(page?.body)).not.toContain(':key')
})
