import { describe, expect, test } from 'vitest'
import { Checkbox, DayField, ErrorSummary, Form, idOf, Radios, Select, TextArea, TextField } from './index.ts'

const shown = (part: unknown): string => String(part)

describe('a field', () => {
  test('tells the screen reader its hint and then its error', () => {
    const field = shown(<TextField name="titel" label="Titel" hint="Kort og klar" error="Skriv en titel." required />)
    expect(field).toContain('aria-describedby="felt-titel-hint felt-titel-error"')
    expect(field).toContain('id="felt-titel-hint"')
    expect(field).toContain('id="felt-titel-error"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('<label class="form-label" for="felt-titel">')
    expect(field).toContain('(skal udfyldes)')
  })

  test('says nothing about errors or hints it does not have', () => {
    const field = shown(<TextField name="titel" label="Titel" />)
    expect(field).not.toContain('aria-describedby')
    expect(field).not.toContain('aria-invalid')
    expect(field).not.toContain('skal udfyldes')
  })

  test('shows what a person wrote as text, never as markup', () => {
    const evil = '"><script>alert(1)</script>'
    const parts = [
      <TextField name="a" label={evil} hint={evil} value={evil} error={evil} />,
      <TextArea name="b" label="B" value={evil} />,
      <Select name="c" label="C" options={[{ value: evil, text: evil }]} />,
      <Checkbox name="d" label={evil} />,
      <ErrorSummary errors={{ a: evil }} />,
    ]
    for (const part of parts) expect(shown(part)).not.toContain('<script')
  })

  test('with a limit says how much there is room for, also to the screen reader', () => {
    const field = shown(<TextArea name="note" label="Note" maxlength={500} />)
    expect(field).toContain('aria-describedby="felt-note-limit"')
    expect(field).toContain('Der er plads til 500 tegn.')
    expect(field).not.toContain('maxlength')
  })

  test('for a day keeps the day as ISO, so that the browser shows it the reader’s way', () => {
    expect(shown(<DayField name="dag" label="Dag" value="2026-03-31" />)).toMatch(/type="date"[^>]*value="2026-03-31"/)
  })

  test('name with dots and brackets still gives an id a link can lead to', () => {
    expect(idOf('rows[2].note')).toBe('felt-rows-2-note')
  })
})

describe('radios', () => {
  const radios = shown(
    <Radios
      name="status"
      label="Status"
      value="b"
      error="Vælg en status."
      options={[
        { value: 'a', text: 'A' },
        { value: 'b', text: 'B', hint: 'Om B' },
      ]}
    />,
  )

  test('are led to from the error summary by the first of them', () => {
    expect(radios).toMatch(/id="felt-status" name="status" value="a"/)
    expect(shown(<ErrorSummary errors={{ status: 'Vælg en status.' }} />)).toContain('<a href="#felt-status">Vælg en status.</a>')
  })

  test('stand in a group that tells the error, with the chosen one chosen', () => {
    expect(radios).toContain('<fieldset aria-describedby="felt-status-error">')
    expect(radios.match(/ checked/g)).toHaveLength(1)
    expect(radios).toMatch(/value="b" checked/)
    expect(radios).toContain('aria-describedby="felt-status-2-hint"')
  })
})

describe('a form', () => {
  test('with errors counts them on top; an error of the form as a whole has no link', () => {
    const form = shown(
      <Form action="/meld" errors={{ titel: 'Skriv en titel.', '': 'Nogen nåede det før dig.' }}>
        <p>felter</p>
      </Form>,
    )
    expect(form).toContain('Der er 2 fejl')
    expect(form).toContain('<li>Nogen nåede det før dig.</li>')
    expect(form.indexOf('Der er 2 fejl')).toBeLessThan(form.indexOf('felter'))
    expect(form).toContain('novalidate')
  })

  test('without errors has no summary', () => {
    expect(shown(<Form action="/meld" errors={{}} />)).not.toContain('alert')
  })
})
