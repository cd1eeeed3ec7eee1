import type { Ask, FormState } from '../../../platform/action.ts'
import {
  choicesOf,
  DayField,
  fieldIn,
  type Page,
  Radios,
  Select,
  Table,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { TYPE_NOTE } from '../agreement.ts'
import type { Names } from '../change.ts'
import type { OfferToEdit } from '../editing.ts'
import { type Operator, statuses, type Usage } from '../offer.ts'
import { crumbsOf, DeedForm, Entered, MunicipalitySelect } from './parts.tsx'

type Asked = Ask<object>

const namesOf = ({ municipalities, bases }: OfferToEdit): Names => ({
  municipality: (code) => municipalities.find((one) => one.code === code)?.name,
  basis: (key) => bases.find((one) => one.key === key)?.code,
})

export const EditOfferPage = (loaded: OfferToEdit & { operators: Operator[] }, ask: Asked, form: FormState): Page => {
  const { offer, municipalities, operators, changes } = loaded
  return {
    title: `Ret ${offer.name}`,
    lead: 'Her retter du det, der står forkert eller mangler. Er det virkeligheden, der har ændret sig, så brug »Skift navn«, »Flyt« eller »Luk«.',
    crumbs: crumbsOf(offer, 'Ret'),
    body: (
      <DeedForm
        form={form}
        action={`/tilbud/${offer.id}/ret`}
        back={`/tilbud/${offer.id}`}
        text="Gem rettelsen"
        version={offer.version}
        changes={changes}
        names={namesOf(loaded)}
      >
        <TextField {...fieldIn(form, 'name', offer.name)} label="Navn" required />
        <Select
          {...fieldIn(form, 'operatorId', offer.operatorId)}
          label="Driftsherre"
          empty={ask.may('offers.edit') ? 'Ikke oplyst' : undefined}
          options={operators.map(({ id, name }) => ({ value: String(id), text: name }))}
        />
        <TextField {...fieldIn(form, 'address', offer.address)} label="Adresse" />
        <MunicipalitySelect form={form} now={offer.municipalityCode} all={municipalities} />
        <TextField
          {...fieldIn(form, 'portalId', offer.portalId)}
          label="Nummer på Tilbudsportalen"
          inputmode="numeric"
          width="s"
        />
        <TextField {...fieldIn(form, 'website', offer.website)} label="Hjemmeside" type="url" />
        <TextField
          {...fieldIn(form, 'mailbox', offer.mailbox)}
          label="Fælles postkasse"
          hint="Ikke en persons adresse: den vises for alle"
          type="email"
        />
        <Select {...fieldIn(form, 'status', offer.status)} label="Status" options={choicesOf(statuses)} />
        <TextField {...fieldIn(form, 'statusNote', offer.statusNote)} label="Om status" />
        <DayField {...fieldIn(form, 'opensOn', offer.opensOn)} label="Åbner" />
        <DayField
          {...fieldIn(form, 'closesOn', offer.closesOn)}
          label="Lukket fra"
          hint="Tøm feltet, hvis lukningen er fortrudt eller ændret"
        />
        <Radios
          {...fieldIn(form, 'offerType', offer.offerType ?? '')}
          label="Tilbudstype"
          hint={TYPE_NOTE}
          options={[
            { value: '', text: 'Ikke oplyst' },
            { value: 'A', text: 'A' },
            { value: 'B', text: 'B' },
          ]}
        />
        <TextArea {...fieldIn(form, 'note', offer.note)} label="Bemærk" rows={3} maxlength={2000} />
        <Entered form={form} today={ask.today} />
      </DeedForm>
    ),
  }
}

export const RenameOfferPage = (loaded: OfferToEdit, ask: Asked, form: FormState): Page => {
  const { offer, changes } = loaded
  return {
    title: `Skift navn på ${offer.name}`,
    lead: 'Det gamle navn bliver stående i historien og kan stadig søges frem.',
    crumbs: crumbsOf(offer, 'Skift navn'),
    body: (
      <DeedForm
        form={form}
        action={`/tilbud/${offer.id}/omdoeb`}
        back={`/tilbud/${offer.id}`}
        text="Skift navn"
        version={offer.version}
        changes={changes}
        names={namesOf(loaded)}
      >
        <TextField {...fieldIn(form, 'name')} label="Nyt navn" required />
        <Entered form={form} today={ask.today} label="Hedder det fra" />
      </DeedForm>
    ),
  }
}

export const MoveOfferPage = (loaded: OfferToEdit, ask: Asked, form: FormState): Page => {
  const { offer, municipalities, changes } = loaded
  return {
    title: `Flyt ${offer.name}`,
    lead: offer.address ? `Ligger nu på ${offer.address}.` : undefined,
    crumbs: crumbsOf(offer, 'Flyt'),
    body: (
      <DeedForm
        form={form}
        action={`/tilbud/${offer.id}/flyt`}
        back={`/tilbud/${offer.id}`}
        text="Gem flytningen"
        version={offer.version}
        changes={changes}
        names={namesOf(loaded)}
      >
        <TextField {...fieldIn(form, 'address')} label="Ny adresse" required />
        <MunicipalitySelect form={form} now={offer.municipalityCode} all={municipalities} />
        <Entered form={form} today={ask.today} label="Ligger der fra" />
      </DeedForm>
    ),
  }
}

export const CloseOfferPage = (loaded: OfferToEdit, ask: Asked, form: FormState): Page => {
  const { offer, changes } = loaded
  return {
    title: `Luk ${offer.name}`,
    lead: 'Tilbuddet bliver stående med sin historie. Fra den dag, det lukker, vises det ikke med ledige pladser. Dagen må gerne ligge ude i fremtiden.',
    crumbs: crumbsOf(offer, 'Luk'),
    body: (
      <DeedForm
        form={form}
        action={`/tilbud/${offer.id}/luk`}
        back={`/tilbud/${offer.id}`}
        text="Luk tilbuddet"
        danger
        version={offer.version}
        changes={changes}
        names={namesOf(loaded)}
      >
        <DayField {...fieldIn(form, 'closesOn', ask.today)} label="Den første dag, tilbuddet er lukket" required />
        <TextField {...fieldIn(form, 'statusNote')} label="Hvorfor" hint="Kan stå tomt. Skriv intet om borgere." />
        <TextField {...fieldIn(form, 'source')} label="Hvor ved I det fra?" hint="Vises for alle, fx »Tilbuddet selv«" required />
      </DeedForm>
    ),
  }
}

export const UsagePage = ({ offer, municipalities, usage }: OfferToEdit, ask: Asked, form: FormState): Page => ({
  title: `Hvem bruger ${offer.name}`,
  lead: 'Et kommunalt tilbud er med i rammeaftalen, når andre kommuner end driftsherren bruger det. Skriv én kommune og ét år ad gangen.',
  crumbs: crumbsOf(offer, 'Brug'),
  body: (
    <>
      {usage.length > 0 && (
        <Table
          caption="Det, der står nu"
          compact
          rows={usage}
          columns={[
            { head: 'År', cell: ({ year }: Usage) => year },
            {
              head: 'Kommune',
              rowHead: true,
              cell: ({ municipalityCode }: Usage) => municipalities.find(({ code }) => code === municipalityCode)?.name,
            },
            { head: 'Bruger det', cell: ({ used }: Usage) => (used ? 'Ja' : 'Nej') },
            {
              head: 'Pladser',
              numeric: true,
              cell: ({ places }: Usage) => (places === undefined ? 'Ikke oplyst' : numberText(places)),
            },
          ]}
        />
      )}
      <DeedForm form={form} action={`/tilbud/${offer.id}/brug`} back={`/tilbud/${offer.id}`} text="Gem">
        <MunicipalitySelect form={form} all={municipalities} empty="Vælg en kommune" />
        <TextField
          {...fieldIn(form, 'year', Number(ask.today.slice(0, 4)) - 1)}
          label="År"
          inputmode="numeric"
          width="xs"
          required
        />
        <Radios
          {...fieldIn(form, 'used', 'ja')}
          label="Bruger kommunen tilbuddet?"
          options={[
            { value: 'ja', text: 'Ja' },
            { value: 'nej', text: 'Nej' },
          ]}
        />
        <TextField
          {...fieldIn(form, 'places')}
          label="Antal pladser"
          hint="Kan stå tomt. Skriv aldrig hvem."
          inputmode="numeric"
          width="xs"
        />
        <TextField {...fieldIn(form, 'source')} label="Hvor ved I det fra?" required />
      </DeedForm>
    </>
  ),
})
