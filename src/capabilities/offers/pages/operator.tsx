import type { Ask, FormState } from '../../../platform/action.ts'
import { choicesOf, DayField, fieldIn, type Page, Radios, Select, TextArea, TextField } from '../../../platform/ui/index.ts'
import type { Party } from '../../parties/index.ts'
import type { Municipality } from '../municipality.ts'
import { type Operator, ownerships } from '../offer.ts'
import type { Change } from '../store/journal.ts'
import { DeedForm, Entered, MunicipalitySelect } from './parts.tsx'

type OperatorToEdit = { operator: Operator | undefined; changes: Change[]; parties: readonly Party[] }

const room = [
  { text: 'Tilbud', href: '/tilbud' },
  { text: 'Driftsherrer', href: '/tilbud/drivere' },
]

export const OperatorFormPage = ({ operator, changes, parties }: OperatorToEdit, ask: Ask<object>, form: FormState): Page => {
  const at = operator ? `/tilbud/drivere/${operator.id}` : '/tilbud/drivere'
  const anybody = ask.may('offers.edit')
  return {
    title: operator ? `Ret ${operator.name}` : 'Opret en driftsherre',
    crumbs: operator ? [...room, { text: operator.name, href: at }, { text: 'Ret' }] : [...room, { text: 'Ny' }],
    lead: operator ? undefined : 'Den, der driver tilbuddene: en kommune, regionen, en selvejende institution eller en privat.',
    body: (
      <DeedForm
        form={form}
        action={operator ? `${at}/ret` : `${at}/ny`}
        back={at}
        text="Gem"
        version={operator?.version}
        changes={changes}
      >
        <TextField {...fieldIn(form, 'name', operator?.name)} label="Navn" required />
        {!operator && (
          <Select
            {...fieldIn(form, 'party', anybody ? undefined : parties[0]?.id)}
            label="Part"
            hint="Personer får rettigheder hos en part."
            empty={anybody ? 'Opret som en ny organisation' : undefined}
            options={parties.map(({ id, longName }) => ({ value: String(id), text: longName }))}
          />
        )}
        <Select
          {...fieldIn(form, 'ownership', operator?.ownership)}
          label="Ejerform"
          empty="Ikke oplyst"
          options={choicesOf(ownerships)}
        />
        <TextField
          {...fieldIn(form, 'ownershipNote', operator?.ownershipNote)}
          label="Om ejerformen"
          hint="Fx »Driftsoverenskomst med Region Sjælland«"
        />
        <TextField {...fieldIn(form, 'cvr', operator?.cvr)} label="CVR-nummer" hint="8 cifre" inputmode="numeric" width="s" />
        <TextField
          {...fieldIn(form, 'pNumber', operator?.pNumber)}
          label="P-nummer"
          hint="10 cifre"
          inputmode="numeric"
          width="s"
        />
        <TextField {...fieldIn(form, 'ean', operator?.ean)} label="EAN-nummer" hint="13 cifre" inputmode="numeric" width="s" />
        <TextField {...fieldIn(form, 'website', operator?.website)} label="Hjemmeside" type="url" />
        <TextField
          {...fieldIn(form, 'mailbox', operator?.mailbox)}
          label="Fælles postkasse"
          hint="Ikke en persons adresse: den vises for alle"
          type="email"
        />
        <TextArea {...fieldIn(form, 'note', operator?.note)} label="Bemærk" rows={3} maxlength={1000} />
        <Entered form={form} today={ask.today} />
      </DeedForm>
    ),
  }
}

type NewOffer = { operator: Operator; municipalities: Municipality[] }

export const NewOfferPage = ({ operator, municipalities }: NewOffer, ask: Ask<object>, form: FormState): Page => ({
  title: 'Nyt tilbud',
  lead: `Tilbuddet drives af ${operator.name}. Pladser og priser skriver du bagefter.`,
  crumbs: [...room, { text: operator.name, href: `/tilbud/drivere/${operator.id}` }, { text: 'Nyt tilbud' }],
  body: (
    <DeedForm
      form={form}
      action={`/tilbud/drivere/${operator.id}/nyt-tilbud`}
      back={`/tilbud/drivere/${operator.id}`}
      text="Opret tilbuddet"
    >
      <TextField {...fieldIn(form, 'name')} label="Tilbuddets navn" required />
      <TextField
        {...fieldIn(form, 'unit')}
        label="Den første afdelings navn"
        hint="Lad feltet stå tomt, hvis tilbuddet kun er ét sted"
      />
      <TextField {...fieldIn(form, 'address')} label="Adresse" />
      <MunicipalitySelect form={form} all={municipalities} />
      <TextField {...fieldIn(form, 'portalId')} label="Nummer på Tilbudsportalen" inputmode="numeric" width="s" />
      <TextField {...fieldIn(form, 'website')} label="Hjemmeside" type="url" />
      <TextField
        {...fieldIn(form, 'mailbox')}
        label="Fælles postkasse"
        hint="Ikke en persons adresse: den vises for alle"
        type="email"
      />
      <Radios
        {...fieldIn(form, 'status', 'running')}
        label="Status"
        options={[
          { value: 'running', text: 'I drift' },
          { value: 'planned', text: 'Planlagt' },
        ]}
      />
      <DayField {...fieldIn(form, 'opensOn')} label="Åbner" hint="Hvis du kender dagen" />
      <TextArea {...fieldIn(form, 'note')} label="Bemærk" rows={3} maxlength={2000} />
      <Entered form={form} today={ask.today} />
    </DeedForm>
  ),
})
