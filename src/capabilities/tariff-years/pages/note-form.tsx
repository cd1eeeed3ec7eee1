import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Checkbox,
  choicesOf,
  DayField,
  Form,
  fieldIn,
  Hidden,
  type Page,
  Select,
  SubmitRow,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { noteTopics } from '../note.ts'

const crumbs = (text: string) => [
  { text: 'Takster', href: '/takster' },
  { text: 'Regler og nøgletal', href: '/takster/regler' },
  { text },
]

/** A field's own value and error, by its name. */
export const fieldOf = (form: FormState) => (name: string, label: string) => ({ ...fieldIn(form, name), label })

export function NoteFormPage(_: unknown, { today }: Ask, form: FormState): Page {
  const of = fieldOf(form)
  return {
    title: 'Skriv et nøgletal, en regel eller en beslutning',
    lead: 'Det samme navn igen afløser det gamle fra den dag, du skriver. Det gamle bliver stående i historien.',
    crumbs: crumbs('Ny'),
    body: (
      <Form action="/takster/regler/ny" errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Select {...of('topic', 'Hvad er det?')} options={choicesOf(noteTopics)} empty="Vælg" required />
        <TextField {...of('label', 'Navn')} required maxlength={120} />
        <TextField {...of('year', 'År')} hint="For nøgletal og beslutninger" inputmode="numeric" width="xs" />
        <TextField
          {...of('value', 'Tal')}
          hint="Fx 2,7. For takstinstrumentet: procenten, tomt når det ikke anvendes"
          width="s"
        />
        <TextField {...of('unit', 'Enhed')} hint="Fx mia. kr., pladser eller procent" width="s" />
        <Checkbox name="about" label="Kilden skriver »i størrelsesordenen«" checked={form.values['about'] === 'ja'} />
        <TextField {...of('days', 'Dage')} hint="Kun for afregningsfrister" inputmode="numeric" width="xs" />
        <TextArea {...of('text', 'Tekst')} maxlength={2000} />
        <DayField {...of('validFrom', 'Gælder fra')} value={form.values['validFrom'] ?? today} required />
        <TextField {...of('source', 'Kilde')} required maxlength={300} />
        <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: '/takster/regler' }} />
      </Form>
    ),
  }
}
