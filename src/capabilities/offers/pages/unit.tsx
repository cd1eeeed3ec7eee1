import type { Ask, FormState } from '../../../platform/action.ts'
import { DayField, fieldIn, type Page, TextArea, TextField } from '../../../platform/ui/index.ts'
import type { OfferToEdit } from '../editing.ts'
import type { UnitDetail } from '../store/standing.ts'
import { crumbsOf, DeedForm, Entered, MunicipalitySelect } from './parts.tsx'

type UnitToEdit = OfferToEdit & { unit: UnitDetail | undefined }

export function UnitFormPage({ offer, unit, municipalities, changes }: UnitToEdit, ask: Ask<object>, form: FormState): Page {
  const at = `/tilbud/${offer.id}/afdelinger`
  return {
    title: unit ? `Ret afdelingen ${unit.name}` : 'Ny afdeling',
    lead: unit ? undefined : `En del af ${offer.name}, der ligger ét sted og har sine egne pladser og priser.`,
    crumbs: crumbsOf(offer, unit ? 'Ret afdeling' : 'Ny afdeling'),
    body: (
      <DeedForm
        form={form}
        action={unit ? `${at}/${unit.id}/ret` : `${at}/ny`}
        back={`/tilbud/${offer.id}`}
        text="Gem"
        version={unit?.version}
        changes={changes}
        names={{ municipality: (code) => municipalities.find((one) => one.code === code)?.name }}
      >
        <TextField {...fieldIn(form, 'name', unit?.name)} label="Afdelingens navn" required />
        <TextField
          {...fieldIn(form, 'address', unit?.address)}
          label="Adresse"
          hint="Lad feltet stå tomt, hvis den er tilbuddets"
        />
        <MunicipalitySelect form={form} now={unit?.municipalityCode} all={municipalities} empty="Samme som tilbuddet" />
        <TextField
          {...fieldIn(form, 'portalId', unit?.portalId)}
          label="Afdelingens nummer på Tilbudsportalen"
          inputmode="numeric"
          width="s"
        />
        <TextField {...fieldIn(form, 'pNumber', unit?.pNumber)} label="P-nummer" hint="10 cifre" inputmode="numeric" width="s" />
        <DayField {...fieldIn(form, 'opensOn', unit?.opensOn)} label="Åbner" hint="Hvis du kender dagen" />
        <DayField {...fieldIn(form, 'closesOn', unit?.closesOn)} label="Lukket fra" />
        <TextArea {...fieldIn(form, 'note', unit?.note)} label="Bemærk" rows={3} maxlength={1000} />
        <Entered form={form} today={ask.today} />
      </DeedForm>
    ),
  }
}
