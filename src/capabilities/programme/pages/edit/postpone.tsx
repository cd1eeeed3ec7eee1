import type { Ask, FormState } from '../../../../platform/action.ts'
import { Form, fieldIn, SubmitRow, TextArea } from '../../../../platform/ui/index.ts'
import type { Page } from '../../../../platform/ui/page.ts'
import type { Editable } from '../../reading.ts'
import { Fact } from '../facts.tsx'
import { editPage, Ground, Key, PeriodFields, Remark } from './parts.tsx'

/** A later time and why; the old one stays. */
export function PostponePage(at: Editable, ask: Ask, form: FormState): Page {
  const { item, reading } = at
  return editPage(at, ask, {
    title: 'Udsæt',
    lead: item.title,
    step: 'Udsæt',
    body: (
      <>
        <div class="plan-now">
          <h2>Planlagt nu</h2>
          <Fact field="planned" item={item} reading={reading} />
        </div>
        <Form action={ask.url.pathname} errors={form.errors}>
          <Key form={form} />
          <PeriodFields form={form} required />
          <TextArea
            {...fieldIn(form, 'reason')}
            label="Hvorfor?"
            hint="Bliver vist sammen med den gamle tid."
            rows={3}
            maxlength={1000}
            required
          />
          <Ground form={form} today={ask.today} when="Hvornår blev det besluttet?" />
          <Remark form={form} />
          <SubmitRow text="Udsæt" secondary={{ text: 'Fortryd', href: item.href }} />
        </Form>
      </>
    ),
  })
}

/** The day it was done. */
export function DonePage(at: Editable, ask: Ask, form: FormState): Page {
  const { item } = at
  return editPage(at, ask, {
    title: 'Meld gennemført',
    lead: item.title,
    step: 'Gennemført',
    body: (
      <Form action={ask.url.pathname} errors={form.errors}>
        <Key form={form} />
        <Ground form={form} today={ask.today} when="Hvilken dag blev det gennemført?" />
        <Remark form={form} />
        <SubmitRow text="Meld gennemført" secondary={{ text: 'Fortryd', href: item.href }} />
      </Form>
    ),
  })
}
