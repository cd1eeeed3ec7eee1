import type { Ask, FormState } from '../../../platform/action.ts'
import { DayField, Form, fieldIn, Hidden, type Page, Radios, SubmitRow, TextArea, TextField } from '../../../platform/ui/index.ts'
import type { TermToRead } from '../actions/terms.ts'
import { History } from './history.tsx'

export const TermFormPage = ({ term, history }: Partial<TermToRead>, ask: Ask<object>, form: FormState): Page => {
  const back = term ? `/begreber/${term.id}` : '/begreber'
  return {
    title: term ? `Ret ${term.label}` : 'Nyt begreb',
    lead: term?.approvedBy ? 'Ændrer du ordet eller betydningen, skal begrebet godkendes igen.' : undefined,
    crumbs: [
      { text: 'Begreber', href: '/begreber' },
      ...(term ? [{ text: term.label, href: back }] : []),
      { text: term ? 'Ret' : 'Nyt' },
    ],
    body: (
      <>
        <Form action={term ? `${back}/ret` : '/begreber/nyt'} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <Hidden name="version" value={String(term?.version ?? 0)} />
          {!term && (
            <Radios
              {...fieldIn(form, 'kind', 'concept')}
              label="Hvad er det?"
              options={[
                { value: 'concept', text: 'Et begreb', hint: 'Et ord, parterne skal forstå ens' },
                { value: 'target_group', text: 'En målgruppe', hint: 'Kan vælges ved pladser i et tilbud' },
              ]}
            />
          )}
          <TextField {...fieldIn(form, 'label', term?.label)} label="Begreb" required />
          <TextArea {...fieldIn(form, 'definition', term?.definition)} label="Hvad betyder det?" maxlength={2000} required />
          <TextField {...fieldIn(form, 'source', term?.source)} label="Hvor kommer ordlyden fra?" required />
          <TextField {...fieldIn(form, 'sourceUrl', term?.sourceUrl)} label="Kildens adresse" type="url" />
          <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: back }} />
        </Form>
        {history && <History history={history} ask={ask} />}
      </>
    ),
  }
}

export const ApprovePage = ({ term, history }: TermToRead, ask: Ask<object>, form: FormState): Page => ({
  title: `Godkend ${term.label}`,
  lead: term.definition,
  crumbs: [{ text: 'Begreber', href: '/begreber' }, { text: term.label, href: `/begreber/${term.id}` }, { text: 'Godkend' }],
  body: (
    <>
      <Form action={`/begreber/${term.id}/godkend`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <Hidden name="version" value={String(term.version)} />
        <TextField
          {...fieldIn(form, 'approvedBy')}
          label="Hvem har godkendt ordlyden?"
          hint="Et organ, fx »Styregruppen«, ikke en person"
          required
        />
        <DayField {...fieldIn(form, 'approvedOn', ask.today)} label="Hvornår?" required />
        <TextField {...fieldIn(form, 'source')} label="Hvor står det?" hint="Fx »Referat af 2. maj 2025, punkt 4«" required />
        <SubmitRow text="Godkend" secondary={{ text: 'Fortryd', href: `/begreber/${term.id}` }} />
      </Form>
      <History history={history} ask={ask} />
    </>
  ),
})
