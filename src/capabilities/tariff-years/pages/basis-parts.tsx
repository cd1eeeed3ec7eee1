import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/action.ts'
import { Form, fieldIn, Hidden, SubmitRow } from '../../../platform/ui/index.ts'
import type { BasisLooked } from '../actions/basis.ts'
import { placeText } from '../figures.ts'
import { serviceText } from '../tariff.ts'
import { sheetCrumbs } from './line-form.tsx'

/** 'Lindegården, Hus 2: Døgntakst'. */
export const lineName = ({ line }: Pick<BasisLooked, 'line'>): string =>
  [placeText(line), serviceText(line)].filter(Boolean).join(': ')

export const basisCrumbs = ({ standing, href }: Pick<BasisLooked, 'standing' | 'href'>, text?: string) => {
  const sheet = sheetCrumbs(standing, 'Beregningsgrundlag')
  return text ? [...sheet.slice(0, -1), { text: 'Beregningsgrundlag', href }, { text }] : sheet
}

type PartProps = {
  looked: BasisLooked
  tail: string
  form: FormState
  text?: string
  danger?: { text: string; keep: string }
  children?: Child
}

/** A small form of one part; what the person saw goes along. */
export const PartForm = ({ looked: { href, standing }, tail, form, text = 'Gem', danger, children }: PartProps) => (
  <Form action={`${href}${tail}`} errors={form.errors}>
    <Hidden name="_key" value={form.key} />
    <Hidden name="seen" value={form.values['seen'] ?? String(standing.revision)} />
    {children}
    {danger ? (
      <SubmitRow text={danger.text} danger secondary={{ text: danger.keep, href }} />
    ) : (
      <SubmitRow text={text} secondary={{ text: 'Fortryd', href }} />
    )}
  </Form>
)

/** A field with what was written, or else what stands there now. */
export const fieldsOf = (form: FormState, now: Record<string, string | undefined>) => (name: string, label: string) => ({
  label,
  ...fieldIn(form, name, now[name]),
})

/** Øre as people write kroner: '1250000' or '1250000,50'. */
export const kronerField = (ore: number | undefined): string | undefined =>
  ore === undefined ? undefined : (ore / 100).toFixed(ore % 100 === 0 ? 0 : 2).replace('.', ',')

export const plainOf = (decimal: string | number | undefined): string | undefined =>
  decimal === undefined ? undefined : String(decimal).replace('.', ',')
