import type { Ask, FormState } from '../../../../platform/action.ts'
import {
  DayField,
  type FieldProps,
  Form,
  fieldIn,
  Radios,
  Select,
  SubmitRow,
  TextArea,
  TextField,
} from '../../../../platform/ui/index.ts'
import type { Page } from '../../../../platform/ui/page.ts'
import type { Fact } from '../../../plan/index.ts'
import { holdsMany, isPeriod, lastDay, type PlanField, planFields, valueText } from '../../../plan/index.ts'
import type { Editable } from '../../reading.ts'
import { Fact as Said } from '../facts.tsx'
import { bodyChoices, editPage, Ground, Key, PeriodFields, Remark } from './parts.tsx'

type Correcting = Editable & { field: PlanField; held: Fact[] }

/** A new dated value of one field, beside or instead of what stands there. */
export function CorrectPage(at: Correcting, ask: Ask, form: FormState): Page {
  const { item, reading, field, held } = at
  const shown = withCurrent(at, form)
  return editPage(at, ask, {
    title: `Ret: ${planFields[field].label}`,
    lead: item.title,
    step: planFields[field].label,
    body: (
      <>
        {held.length > 0 && (
          <div class="plan-now">
            <h2>Det står der nu</h2>
            <Said field={field} item={item} reading={reading} />
          </div>
        )}
        <Form action={ask.url.pathname} errors={form.errors}>
          <Key form={form} />
          {holdsMany(field) && held.length > 0 && <Which at={at} form={form} />}
          <Value at={at} form={shown} />
          <Ground form={form} today={ask.today} />
          <Remark form={form} />
          <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: `/plan/ret/${item.key}` }} />
        </Form>
      </>
    ),
  })
}

/** The fields begin with what stands there, where only one value can. */
function withCurrent({ field, held }: Correcting, form: FormState): FormState {
  const current = held[0]?.value
  if (holdsMany(field) || current === undefined || Object.keys(form.values).length > 0) return form
  if (isPeriod(current)) return { ...form, values: { value: current.text, from: current.from, to: lastDay(current) } }
  return { ...form, values: { value: typeof current === 'boolean' ? (current ? 'ja' : 'nej') : String(current) } }
}

const Which = ({ at: { field, held, reading }, form }: { at: Correcting; form: FormState }) => (
  <Select
    {...fieldIn(form, 'replaces')}
    label="Hvad vil du rette?"
    empty="Tilføj en ny ved siden af"
    options={held.map(({ id, value }) => ({
      value: String(id),
      text: `Ret »${valueText(field, value, reading.names).slice(0, 90)}«`,
    }))}
  />
)

const emptyHint = (field: PlanField): string =>
  `Lad feltet stå tomt, hvis ${holdsMany(field) ? 'den valgte oplysning' : 'oplysningen'} ikke gælder mere.`

const Value = ({ at: { field, held, reading }, form }: { at: Correcting; form: FormState }) => {
  const { label, type } = planFields[field]
  const common: FieldProps = {
    name: 'value',
    label: `Ny oplysning: ${label.toLowerCase()}`,
    value: form.values['value'],
    error: form.errors['value'],
    hint: held.length > 0 && field !== 'title' ? emptyHint(field) : undefined,
  }
  if (type === 'period') return <PeriodFields form={form} words="value" />
  if (type === 'longtext') return <TextArea {...common} rows={6} maxlength={4000} />
  if (type === 'day') return <DayField {...common} />
  if (type === 'number') return <TextField {...common} inputmode="numeric" width="s" />
  if (type === 'body') return <Select {...common} empty="Vælg" options={bodyChoices(reading.names)} />
  if (type === 'flag') {
    return (
      <Radios
        {...common}
        options={[
          { value: 'ja', text: 'Ja' },
          { value: 'nej', text: 'Nej' },
        ]}
      />
    )
  }
  return <TextField {...common} width="l" maxlength={200} />
}
