import type { Ask, FormState } from '../../../../platform/action.ts'
import { Form, fieldIn, Select, SubmitRow, TextArea, TextField } from '../../../../platform/ui/index.ts'
import type { Page } from '../../../../platform/ui/page.ts'
import { type Addition, additions } from '../../../plan/index.ts'
import type { Editable } from '../../reading.ts'
import { bodyChoices, editPage, Ground, Key, PeriodFields, Remark } from './parts.tsx'

/** A new initiative, phase or milestone under what is shown. */
export function AddPage(at: Editable & { addition: Addition }, ask: Ask, form: FormState): Page {
  const { item, addition, reading } = at
  const { text, kind } = additions[addition]
  return editPage(at, ask, {
    title: `Føj ${text} til`,
    lead: `Under: ${item.title}`,
    step: `Ny ${text}`,
    body: (
      <Form action={ask.url.pathname} errors={form.errors}>
        <Key form={form} />
        <TextField {...fieldIn(form, 'title')} label="Titel" maxlength={200} width="l" required />
        <TextArea
          {...fieldIn(form, 'summary')}
          label="Kort fortalt"
          hint="Kan undværes. En eller to sætninger, som alle forstår."
          rows={4}
          maxlength={2000}
        />
        <fieldset class="plan-group">
          <legend>Planlagt tid (kan undværes)</legend>
          <PeriodFields form={form} />
        </fieldset>
        <Select
          {...fieldIn(form, 'responsible')}
          label="Ansvarlig"
          hint="Kan undværes."
          empty="Ikke valgt"
          options={bodyChoices(reading.names)}
        />
        {kind !== 'initiative' && (
          <TextField
            {...fieldIn(form, 'deliverable')}
            label="Leverance"
            hint="Kan undværes. Det, der ligger klart, når den er nået."
            maxlength={200}
            width="l"
          />
        )}
        <Ground form={form} today={ask.today} />
        <Remark form={form} />
        <SubmitRow text={`Føj ${text} til`} secondary={{ text: 'Fortryd', href: item.href }} />
      </Form>
    ),
  })
}

/** Out of the plan from a day on; everything that was said stays in the history. */
export function RetirePage(at: Editable, ask: Ask, form: FormState): Page {
  const { item } = at
  return editPage(at, ask, {
    title: 'Tag ud af planen',
    lead: item.title,
    step: 'Tag ud',
    body: (
      <>
        <p>
          Fra den valgte dag står den ikke mere i planen. Historikken bliver, og planen for en tidligere dag viser den stadig.
        </p>
        <Form action={ask.url.pathname} errors={form.errors}>
          <Key form={form} />
          <Ground form={form} today={ask.today} when="Fra hvilken dag?" />
          <SubmitRow text="Tag ud af planen" danger secondary={{ text: 'Fortryd', href: item.href }} />
        </Form>
      </>
    ),
  })
}
