import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, Checkbox, Form, Hidden, type Page, SubmitRow, TextArea, TextField } from '../../../platform/ui/index.ts'
import { amountText, placeText } from '../figures.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'
import { fieldOf } from './note-form.tsx'

const kr = (ore: number | undefined) => (ore === undefined ? '' : String(ore / 100).replace('.', ','))

export function CorrectPage(version: ListedTariff, _: Ask, form: FormState): Page {
  const of = fieldOf(form)
  const name = [placeText(version), serviceText(version)].filter(Boolean).join(': ')
  return {
    title: 'Ret en offentliggjort takst',
    lead: `${name}, nu ${amountText(version)}.`,
    crumbs: [
      { text: 'Takster', href: '/takster' },
      { text: `Takst ${version.id}`, href: `/takster/${version.id}` },
      { text: 'Ret' },
    ],
    body: (
      <>
        <Alert kind="info">
          Den offentliggjorte version bliver stående på sin adresse. Rettelsen bliver en ny version, og begrundelsen kan ses af
          alle.
        </Alert>
        <Form action={`/takster/${version.id}/ret`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <TextField
            {...of('amount', 'Den rigtige takst, kr.')}
            value={form.values['amount'] ?? kr(version.amountOre)}
            inputmode="decimal"
          />
          <TextField
            {...of('temporary', 'Heraf midlertidig regulering, kr.')}
            value={form.values['temporary'] ?? kr(version.temporaryOre)}
            inputmode="decimal"
          />
          <Checkbox name="withdrawn" label="Træk taksten helt tilbage" checked={form.values['withdrawn'] === 'ja'} />
          <TextArea {...of('reason', 'Hvorfor rettes den?')} maxlength={500} rows={3} required />
          <TextField {...of('source', 'Kilde')} hint="Fx »Driftsherren, mail 3. marts 2026«" required maxlength={300} />
          <SubmitRow text="Offentliggør rettelsen" secondary={{ text: 'Fortryd', href: `/takster/${version.id}` }} />
        </Form>
      </>
    ),
  }
}
