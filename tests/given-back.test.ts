import { expect, test } from 'vitest'
import { world } from './world.ts'

const w = world()
const path = '/plan/initiativer/I3/forloeb/nyt'

const keyIn = (html: string): string => html.match(/name="_key" value="([^"]+)"/)?.[1] ?? ''

test('what was written in a form that cannot be shown again is told in the words of the form, and no key is shown', async () => {
  const form = await (await w.as('secretariat')).get(path)
  const _key = keyIn(form.text)
  const { text, status } = await w.citizen.post(path, {
    _key,
    party: 'faxe',
    title: 'Et nyt skema',
    hypothesis: 'Det går hurtigere',
  })
  expect(status).toBe(403)
  const told = text.slice(text.indexOf('Det, du skrev'))
  expect(told).toMatch(/<dt[^>]*>Kort titel<\/dt>\s*<dd[^>]*>Et nyt skema/)
  expect(told).toMatch(/<dd[^>]*>Faxe/)
  expect(told).not.toMatch(/<dt[^>]*>(title|party|hypothesis|_key)</)
})

test('who was never shown the form is told no words of it', async () => {
  await (await w.as('secretariat')).get(path)
  const { text } = await w.citizen.post(path, { _key: 'gættet-nøgle', party: 'faxe', title: 'Et nyt skema' })
  const told = text.slice(text.indexOf('Det, du skrev'))
  expect(told).toContain('Et nyt skema')
  expect(told).not.toMatch(/Kort titel|Faxe Kommune/)
})
