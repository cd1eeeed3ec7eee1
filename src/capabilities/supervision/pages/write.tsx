import type { Child } from 'hono/jsx'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  Checkbox,
  DayField,
  Form,
  Hidden,
  type Page,
  Radios,
  Select,
  SubmitRow,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import type { DecisionToWrite, OfferToWrite, OutcomeToWrite } from '../actions/write.ts'
import { type Authority, colours, decisions, nameOf, outcomes, type Written } from '../fact.ts'
import { TEXT } from '../input.ts'

const hints: Partial<Record<keyof typeof decisions | keyof typeof outcomes, string>> = {
  approval: 'Også en godkendelse, der er ændret.',
  conditions: 'Betingelser, der er knyttet til godkendelsen.',
  intensified: 'Har en sidste dag. Forlænges det, er det en ny afgørelse.',
  injunction: 'Med en frist.',
  risk: 'Kun en farve, som myndigheden selv har offentliggjort.',
  ended: 'Socialtilsynet har afgjort, at tilbuddet ikke længere er godkendt.',
  met: 'Påbuddet er efterkommet, eller afgørelsen gælder ikke mere. Socialtilsynet siger det.',
  changed: 'Fx er en frist rykket, eller Ankestyrelsen har ændret afgørelsen. Den gælder i sin nye form.',
  annulled: 'Fx af Ankestyrelsen. Afgørelsen bliver stående og vises som ophævet.',
  remitted: 'Ankestyrelsen eller domstolene har bedt om en ny afgørelse.',
}

const choices = (texts: Record<string, string>) =>
  Object.entries(texts).map(([value, text]) => ({ value, text, hint: hints[value as keyof typeof hints] }))

const Never = () => (
  <Alert kind="warning" title="Det må aldrig stå her">
    <ul>
      <li>Navne på borgere, ansatte, ledere eller ejere, og noget om helbred.</li>
      <li>Mistanker, underretninger, og noget, der undersøges. Kun det, der er afgjort.</li>
      <li>Noget om en plejefamilie.</li>
    </ul>
  </Alert>
)

type Fields = { values: Record<string, string>; errors: Record<string, string>; today: Day; authorities: readonly Authority[] }

const Who = ({ values, errors, today, authorities }: Fields) => (
  <>
    <DayField name="day" label="Hvornår blev det afgjort?" value={values['day']} error={errors['day']} max={today} required />
    <Select
      name="authorityKey"
      label="Hvem har afgjort det?"
      value={values['authorityKey'] ?? 'oest'}
      error={errors['authorityKey']}
      options={authorities.map(({ key, name }) => ({ value: key, text: name }))}
      required
    />
  </>
)

const Told = ({ values, errors }: Fields) => (
  <>
    <TextArea
      name="text"
      label="Afgørelsen i én sætning"
      hint="Fx: »Tilbuddet skal senest på fristen have en plan for nattevagter.« Kan udelades."
      value={values['text']}
      error={errors['text']}
      rows={3}
      maxlength={TEXT}
    />
    <Radios
      name="published"
      label="Har myndigheden selv offentliggjort det?"
      value={values['published']}
      error={errors['published']}
      options={[
        { value: 'yes', text: 'Ja', hint: 'Så vises det for alle, med linket.' },
        {
          value: 'no',
          text: 'Nej',
          hint: 'Så ses det kun af socialtilsynet, sekretariatet, parternes medarbejdere og tilbuddets egen leverandør.',
        },
      ]}
      required
    />
    <TextField
      name="publishedUrl"
      label="Link til det, myndigheden har offentliggjort"
      hint="Tilbudsportalen eller myndighedens egen side. Ikke en avis."
      type="url"
      value={values['publishedUrl']}
      error={errors['publishedUrl']}
    />
    <TextField
      name="source"
      label="Hvor ved vi det fra?"
      hint="Fx »Tilbudsportalen« eller afgørelsens sagsnummer."
      value={values['source']}
      error={errors['source']}
      required
    />
  </>
)

const DecisionFields = (fields: Fields) => {
  const { values, errors } = fields
  return (
    <>
      <Radios
        name="kind"
        label="Hvad er afgjort?"
        value={values['kind']}
        error={errors['kind']}
        options={choices(decisions)}
        required
      />
      <Select
        name="colour"
        label="Farve"
        hint="Kun ved en risikofarve."
        value={values['colour']}
        error={errors['colour']}
        empty="Ingen farve"
        options={Object.entries(colours).map(([value, text]) => ({ value, text }))}
        width="s"
      />
      <Who {...fields} />
      <DayField
        name="validFrom"
        label="Gælder fra"
        hint="Tom: fra den dag, det blev afgjort."
        value={values['validFrom']}
        error={errors['validFrom']}
      />
      <DayField
        name="lastDay"
        label="Sidste dag eller frist"
        hint="Skal skrives ved skærpet tilsyn og påbud."
        value={values['lastDay']}
        error={errors['lastDay']}
      />
      <Told {...fields} />
    </>
  )
}

const OutcomeFields = (fields: Fields) => (
  <>
    <Radios
      name="kind"
      label="Hvad er der sket siden?"
      value={fields.values['kind']}
      error={fields.errors['kind']}
      options={choices(outcomes)}
      required
    />
    <Who {...fields} />
    <Told {...fields} />
  </>
)

const CorrectionFields = ({ values, errors, corrects }: Pick<Fields, 'values' | 'errors'> & { corrects: number }) => (
  <>
    <Hidden name="corrects" value={values['corrects'] ?? String(corrects)} />
    <Checkbox
      name="withdrawn"
      label="Det skulle slet ikke have stået her"
      hint="Det trækkes tilbage og vises ikke længere for alle."
      checked={values['withdrawn'] === 'ja'}
    />
    <TextField name="reason" label="Hvorfor rettes det?" value={values['reason']} error={errors['reason']} required />
  </>
)

/** What a row holds, as the fields show it. */
const shown = (row: Written): Record<string, string> => ({
  kind: row.kind,
  colour: row.colour ?? '',
  day: row.day,
  authorityKey: row.authorityKey,
  validFrom: row.validFrom,
  lastDay: row.lastDay ?? '',
  text: row.text ?? '',
  published: row.publishedUrl ? 'yes' : 'no',
  publishedUrl: row.publishedUrl ?? '',
  source: row.source,
})

const crumbs = (offer: { id: number; name: string }, here: string) => [
  { text: 'Tilsyn', href: '/tilsyn' },
  { text: offer.name, href: `/tilsyn/tilbud/${offer.id}` },
  { text: here },
]

type Sheet = { title: string; lead: string; here: string; offer: { id: number; name: string }; action: string; button: string }

const written = ({ title, lead, here, offer, action, button }: Sheet, { key, errors }: FormState, fields: Child): Page => ({
  title,
  lead,
  crumbs: crumbs(offer, here),
  body: (
    <>
      <Never />
      <Form action={action} errors={errors}>
        <Hidden name="_key" value={key} />
        {fields}
        <SubmitRow text={button} secondary={{ text: 'Fortryd', href: `/tilsyn/tilbud/${offer.id}` }} />
      </Form>
    </>
  ),
})

const groundOf = ({ values, errors }: FormState, { today }: Ask, authorities: readonly Authority[], row?: Written): Fields => ({
  values: Object.keys(values).length > 0 || !row ? values : shown(row),
  errors,
  today,
  authorities,
})

const ofKind = (authorities: readonly Authority[], kind: Authority['kind']) => authorities.filter((one) => one.kind === kind)

export const NewDecisionPage = ({ offer, authorities }: OfferToWrite, ask: Ask, form: FormState): Page =>
  written(
    {
      title: `Ny afgørelse: ${offer.name}`,
      lead: 'Skriv én afgørelse ad gangen. Den kan rettes, men aldrig slettes.',
      here: 'Ny afgørelse',
      offer,
      action: `/tilsyn/tilbud/${offer.id}/ny`,
      button: 'Skriv afgørelsen',
    },
    form,
    <DecisionFields {...groundOf(form, ask, ofKind(authorities, 'socialtilsyn'))} />,
  )

const offerOf = ({ offerId, offerName }: Written) => ({ id: offerId, name: offerName })

const told = (row: Written) => `${nameOf(row)}, afgjort ${dayText(row.day)}`

export const CorrectDecisionPage = ({ fact, authorities }: DecisionToWrite, ask: Ask, form: FormState): Page =>
  written(
    {
      title: `Ret: ${nameOf(fact)}`,
      lead: `${fact.offerName}. ${told(fact)}. Rettelsen bliver en ny række med din begrundelse; det gamle bliver stående i historien.`,
      here: 'Ret',
      offer: offerOf(fact),
      action: `/tilsyn/afgoerelser/${fact.root}/ret`,
      button: 'Gem rettelsen',
    },
    form,
    <>
      <CorrectionFields {...form} corrects={fact.id} />
      <DecisionFields {...groundOf(form, ask, ofKind(authorities, 'socialtilsyn'), fact)} />
    </>,
  )

export const NewOutcomePage = ({ fact, authorities }: DecisionToWrite, ask: Ask, form: FormState): Page =>
  written(
    {
      title: `Hvad er der sket siden? ${nameOf(fact)}`,
      lead: `${fact.offerName}. ${told(fact)}. Afgørelsen bliver stående, også når den er ophævet.`,
      here: 'Siden',
      offer: offerOf(fact),
      action: `/tilsyn/afgoerelser/${fact.root}/siden`,
      button: 'Skriv det',
    },
    form,
    <OutcomeFields {...groundOf(form, ask, authorities)} />,
  )

export const CorrectOutcomePage = ({ newest, about, root, authorities }: OutcomeToWrite, ask: Ask, form: FormState): Page =>
  written(
    {
      title: `Ret: ${nameOf(newest)}`,
      lead: `${about.offerName}. Om ${told(about)}. Rettelsen bliver en ny række med din begrundelse.`,
      here: 'Ret',
      offer: offerOf(about),
      action: `/tilsyn/udfald/${root}/ret`,
      button: 'Gem rettelsen',
    },
    form,
    <>
      <CorrectionFields {...form} corrects={newest.id} />
      <OutcomeFields {...groundOf(form, ask, authorities, newest)} />
    </>,
  )
