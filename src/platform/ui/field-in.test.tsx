import { describe, expect, it } from 'vitest'
import { choicesOf, fieldIn, SourceFields, TextField } from './index.ts'

const form = { values: { year: '2027', note: '' }, errors: { year: 'Skriv et år.' } }

describe('a field of a form', () => {
  it('shows what was written before what stands now, also when nothing was written in it', () => {
    expect(fieldIn(form, 'year', 2026)).toEqual({ name: 'year', value: '2027', error: 'Skriv et år.' })
    expect(fieldIn(form, 'note', 'Står der')).toEqual({ name: 'note', value: '', error: undefined })
  })

  it('shows what stands now where nothing is written yet, and else nothing', () => {
    expect(fieldIn(form, 'places', 0).value).toBe('0')
    expect(fieldIn(form, 'places').value).toBeUndefined()
  })

  it('is spread into any field', () => {
    const html = String(<TextField {...fieldIn(form, 'year')} label="År" />)
    expect(html).toContain('name="year"')
    expect(html).toContain('value="2027"')
    expect(html).toContain('Skriv et år.')
  })

  it('has choices from a record of words', () => {
    expect(choicesOf({ yes: 'Ja', no: 'Nej' })).toEqual([
      { value: 'yes', text: 'Ja' },
      { value: 'no', text: 'Nej' },
    ])
  })
})

it('asks for a source, its day, which is not after today, and a link', () => {
  const html = String(<SourceFields form={{ values: {}, errors: {} }} today="2026-11-22" />)
  for (const name of ['source', 'sourceDay', 'sourceUrl']) expect(html).toContain(`name="${name}"`)
  expect(html).toContain('max="2026-11-22"')
})
