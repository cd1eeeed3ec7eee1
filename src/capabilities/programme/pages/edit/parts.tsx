import type { Ask, FormState } from '../../../../platform/action.ts'
import { type Choice, DayField, Hidden, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { Page } from '../../../../platform/ui/page.ts'
import { byDanish } from '../../../../platform/values/danish.ts'
import type { Editable } from '../../reading.ts'
import { planPage } from '../frame.tsx'

/** The three fields every word about the plan is given with: since when, on what ground, and a remark. */
export const Ground = ({ form, today, when }: { form: FormState; today: string; when?: string }) => (
  <>
    <DayField
      name="day"
      label={when ?? 'Fra hvilken dag gælder det?'}
      hint={when ? undefined : 'Den dag, det blev kendt eller besluttet.'}
      value={form.values['day'] ?? today}
      error={form.errors['day']}
      max={today}
      required
    />
    <TextField
      name="source"
      label="Hvor har du det fra?"
      hint="Det bliver vist som kilde, fx »Referat af Styregruppen 21. november 2025, punkt 4«."
      value={form.values['source']}
      error={form.errors['source']}
      maxlength={300}
      width="l"
      required
    />
  </>
)

export const Remark = ({ form }: { form: FormState }) => (
  <TextArea
    name="note"
    label="Bemærkning"
    hint="Kan undværes. Vises sammen med oplysningen."
    value={form.values['note']}
    error={form.errors['note']}
    rows={3}
    maxlength={1000}
  />
)

export const Key = ({ form }: { form: FormState }) => <Hidden name="_key" value={form.key} />

/** First and last day, and how people say it. */
export const PeriodFields = ({ form, required, words = 'words' }: { form: FormState; required?: true; words?: string }) => (
  <>
    <DayField name="from" label="Første dag" value={form.values['from']} error={form.errors['from']} required={required} />
    <DayField name="to" label="Sidste dag" value={form.values['to']} error={form.errors['to']} required={required} />
    <TextField
      name={words}
      label="Sådan siger man det"
      hint="Kan undværes, fx »forår 2026«. Ellers skriver vi datoerne."
      value={form.values[words]}
      error={form.errors[words]}
      width="m"
    />
  </>
)

/** Bodies and parties by name. */
export const bodyChoices = (names: ReadonlyMap<string, string>): Choice[] =>
  [...names].map(([value, text]) => ({ value, text })).sort(byDanish(({ text }) => text))

type EditProps = { title: string; lead: string; step: string; body: Page['body'] }

/** A page the secretariat edits on. */
export const editPage = ({ item, reading }: Editable, ask: Ask, { step, ...page }: EditProps): Page => ({
  ...planPage(reading, ask, {
    ...page,
    crumbs: [{ text: item.title, href: item.href }, { text: 'Ret', href: `/plan/ret/${item.key}` }, { text: step }],
  }),
  body: page.body,
  robots: 'noindex',
})
