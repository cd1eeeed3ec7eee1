import type { Child } from 'hono/jsx'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  Checkbox,
  choicesOf,
  DayField,
  type Filled,
  Form,
  fieldIn,
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

type Fields = Filled & { today: Day; authorities: readonly Authority[] }

const Who = (fields: Fields) => (
  <>
    <DayField {...fieldIn(fields, 'day')} label="Hvornår blev det afgjort?" max={fields.today} required />
    <Select
      {...fieldIn(fields, 'authorityKey', 'oest')}
      label="Hvem har afgjort det?"
      options={fields.authorities.map(({ key, name }) => ({ value: key, text: name }))}
      required
    />
  </>
)

const Told = (fields: Fields) => (
  <>
    <TextArea
      {...fieldIn(fields, 'text')}
      label="Afgørelsen i én sætning"
      hint="Fx: »Tilbuddet skal senest på fristen have en plan for nattevagter.« Kan udelades."
      rows={3}
      maxlength={TEXT}
    />
    <Radios
      {...fieldIn(fields, 'published')}
      label="Har myndigheden selv offentliggjort det?"
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
      {...fieldIn(fields, 'publishedUrl')}
      label="Link til det, myndigheden har offentliggjort"
      hint="Tilbudsportalen eller myndighedens egen side. Ikke en avis."
      type="url"
    />
    <TextField
      {...fieldIn(fields, 'source')}
      label="Hvor ved vi det fra?"
      hint="Fx »Tilbudsportalen« eller afgørelsens sagsnummer."
      required
    />
  </>
)

const DecisionFields = (fields: Fields) => (
  <>
    <Radios {...fieldIn(fields, 'kind')} label="Hvad er afgjort?" options={choices(decisions)} required />
    <Select
      {...fieldIn(fields, 'colour')}
      label="Farve"
      hint="Kun ved en risikofarve."
      empty="Ingen farve"
      options={choicesOf(colours)}
      width="s"
    />
    <Who {...fields} />
    <DayField {...fieldIn(fields, 'validFrom')} label="Gælder fra" hint="Tom: fra den dag, det blev afgjort." />
    <DayField {...fieldIn(fields, 'lastDay')} label="Sidste dag eller frist" hint="Skal skrives ved skærpet tilsyn og påbud." />
    <Told {...fields} />
  </>
)

const OutcomeFields = (fields: Fields) => (
  <>
    <Radios {...fieldIn(fields, 'kind')} label="Hvad er der sket siden?" options={choices(outcomes)} required />
    <Who {...fields} />
    <Told {...fields} />
  </>
)

const CorrectionFields = ({ form, corrects }: { form: Filled; corrects: number }) => (
  <>
    <Hidden name="corrects" value={form.values['corrects'] ?? String(corrects)} />
    <Checkbox
      name="withdrawn"
      label="Det skulle slet ikke have stået her"
      hint="Det trækkes tilbage og vises ikke længere for alle."
      checked={form.values['withdrawn'] === 'ja'}
    />
    <TextField {...fieldIn(form, 'reason')} label="Hvorfor rettes det?" required />
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

const written = ({ title, lead, here, offer, action, button }: Sheet, form: FormState, fields: Child): Page => ({
  title,
  lead,
  crumbs: crumbs(offer, here),
  body: (
    <>
      <Never />
      <Form action={action} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
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
      <CorrectionFields form={form} corrects={fact.id} />
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
      <CorrectionFields form={form} corrects={newest.id} />
      <OutcomeFields {...groundOf(form, ask, authorities, newest)} />
    </>,
  )
