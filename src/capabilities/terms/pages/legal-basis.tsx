import type { Ask, FormState } from '../../../platform/action.ts'
import {
  ButtonRow,
  Checkbox,
  choicesOf,
  DayField,
  Form,
  Hidden,
  LinkButton,
  type Page,
  Radios,
  Select,
  Source,
  SubmitRow,
  SummaryList,
  Tag,
  TextField,
} from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { BasisToRead } from '../actions/legal-bases.ts'
import { audiences, forms, inAgreementTexts } from '../legal-basis.ts'
import { History } from './history.tsx'

const crumb = { text: 'Retsgrundlag', href: '/begreber?vis=retsgrundlag' }

export function BasisPage({ basis, all, history }: BasisToRead, ask: Ask<object>): Page {
  const successor = all.find(({ key }) => key === basis.successorKey)
  const before = all.filter(({ successorKey }) => successorKey === basis.key)
  const links = (bases: typeof all) => bases.map(({ key, code }) => <a href={`/begreber/retsgrundlag/${key}`}>{code}</a>)
  return {
    title: basis.code,
    lead: basis.title,
    crumbs: [{ text: 'Begreber', href: '/begreber' }, crumb, { text: basis.code }],
    body: (
      <>
        {ask.may('terms.edit') && (
          <ButtonRow>
            <LinkButton href={`/begreber/retsgrundlag/${basis.key}/ret`} icon="edit">
              Ret
            </LinkButton>
          </ButtonRow>
        )}
        {!basis.confirmed && (
          <p>
            <Tag kind="warning">Ikke bekræftet</Tag> Der mangler en kilde, som bekræfter det hele.
          </p>
        )}
        <SummaryList
          items={[
            { term: 'Lov', value: `${basis.act}, ${basis.section}` },
            { term: 'For', value: audiences[basis.audience] },
            { term: 'Form', value: forms[basis.form] },
            {
              term: 'I rammeaftalen',
              value: [inAgreementTexts[basis.inAgreement], basis.agreementNote].filter(Boolean).join('. '),
            },
            ...(basis.validFrom ? [{ term: 'Gælder fra', value: dayText(basis.validFrom) }] : []),
            ...(basis.validUntil ? [{ term: 'Ophævet', value: dayText(basis.validUntil) }] : []),
            ...(successor ? [{ term: 'Afløst af', value: links([successor]) }] : []),
            ...(before.length > 0 ? [{ term: 'Afløser', value: links(before) }] : []),
            ...(basis.note ? [{ term: 'Bemærk', value: basis.note }] : []),
            { term: 'Tilbud', value: <a href={`/tilbud?grundlag=${basis.key}`}>Find tilbud efter {basis.code}</a> },
          ]}
        />
        <Source title={basis.source} />
        <History history={history} ask={ask} />
      </>
    ),
  }
}

const at = ({ values, errors }: FormState, name: string, now?: string) => ({
  name,
  value: values[name] ?? now,
  error: errors[name],
})

export const BasisFormPage = ({ basis, all, history }: BasisToRead, ask: Ask<object>, form: FormState): Page => {
  const back = `/begreber/retsgrundlag/${basis.key}`
  const confirmed = Object.keys(form.values).length > 0 ? form.values['confirmed'] === 'ja' : basis.confirmed
  return {
    title: `Ret ${basis.code}`,
    crumbs: [{ text: 'Begreber', href: '/begreber' }, crumb, { text: basis.code, href: back }, { text: 'Ret' }],
    body: (
      <>
        <Form action={`${back}/ret`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <Hidden name="version" value={String(basis.version)} />
          <TextField {...at(form, 'title', basis.title)} label="Titel" required />
          <Select {...at(form, 'audience', basis.audience)} label="For" options={choicesOf(audiences)} />
          <Select {...at(form, 'form', basis.form)} label="Form" options={choicesOf(forms)} />
          <Radios {...at(form, 'inAgreement', basis.inAgreement)} label="I rammeaftalen" options={choicesOf(inAgreementTexts)} />
          <TextField {...at(form, 'agreementNote', basis.agreementNote)} label="Om aftalen" />
          <DayField {...at(form, 'validFrom', basis.validFrom)} label="Gælder fra" />
          <DayField
            {...at(form, 'validUntil', basis.validUntil)}
            label="Ophævet"
            hint="Den første dag, paragraffen ikke gælder"
          />
          <Select
            {...at(form, 'successorKey', basis.successorKey)}
            label="Afløst af"
            empty="Ingen"
            options={all
              .filter(({ key }) => key !== basis.key)
              .map(({ key, code, title }) => ({ value: key, text: `${code} ${title}` }))}
          />
          <Checkbox name="confirmed" label="Det hele er bekræftet i kilden" checked={confirmed} />
          <TextField {...at(form, 'note', basis.note)} label="Bemærk" />
          <TextField {...at(form, 'source', basis.source)} label="Hvor står det?" required />
          <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: back }} />
        </Form>
        <History history={history} ask={ask} />
      </>
    ),
  }
}
