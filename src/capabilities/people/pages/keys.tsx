import type { FormState } from '../../../platform/action.ts'
import { Alert, ButtonRow, Form, fieldIn, Hidden, LinkButton, Select, SubmitRow, TextField } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import type { ApiKey } from '../person.ts'

const crumbs = (text: string) => [{ text: 'Mine data', href: '/mig' }, { text }]

/** Days a key can live. */
export const lifetimes = ['30', '90', '365'] as const

export const NewKeyPage = (form: FormState): Page => ({
  title: 'Ny nøgle',
  lead: 'Med en nøgle kan et program læse og skrive på dine vegne. Det kan det samme som du, og intet mere.',
  crumbs: crumbs('Ny nøgle'),
  body: (
    <Form action="/mig/noegler/ny" errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <TextField
        {...fieldIn(form, 'navn')}
        label="Hvad skal nøglen bruges til?"
        hint="Så du kan kende den igen, fx »Ledelsesinformation«."
        maxlength={80}
        width="l"
        required
      />
      <Select
        {...fieldIn(form, 'dage', '90')}
        label="Hvor længe skal den virke?"
        options={lifetimes.map((days) => ({ value: days, text: `${days} dage` }))}
        width="s"
        required
      />
      <SubmitRow text="Lav nøglen" secondary={{ text: 'Fortryd', href: '/mig' }} />
    </Form>
  ),
})

type Once = { key: string; name: string; until: Day; baseUrl: string }

/** Shown once: only a hash of the key is kept. */
export const KeyOncePage = ({ key, name, until, baseUrl }: Once): Page => ({
  title: 'Din nye nøgle',
  lead: `${name}. Virker til ${dayText(until)}.`,
  crumbs: crumbs('Ny nøgle'),
  body: (
    <>
      <Alert kind="warning" title="Kopiér nøglen nu">
        Den vises kun denne ene gang. Gem den som en adgangskode, og giv den ikke til andre.
      </Alert>
      <div class="form">
        <TextField name="noegle" label="Nøglen" value={key} width="l" />
      </div>
      <p>Sådan bruger et program den:</p>
      <p>
        <code class="people-key">{`curl -H "Authorization: Bearer ${key}" ${baseUrl}/api/v1/…`}</code>
      </p>
      <ButtonRow>
        <LinkButton href="/mig" look="primary">
          Jeg har gemt nøglen
        </LinkButton>
        <LinkButton href="/api">Hvad kan man kalde?</LinkButton>
      </ButtonRow>
    </>
  ),
})

export const EndKeyPage = ({ id, name }: ApiKey, form: FormState): Page => ({
  title: 'Afslut nøgle',
  lead: `${name}. Programmer, der bruger nøglen, kan ikke komme ind med den længere. Det kan ikke fortrydes.`,
  crumbs: crumbs('Afslut nøgle'),
  body: (
    <Form action={`/mig/noegler/${id}/slut`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <SubmitRow text="Afslut nøglen" secondary={{ text: 'Behold den', href: '/mig' }} danger />
    </Form>
  ),
})
