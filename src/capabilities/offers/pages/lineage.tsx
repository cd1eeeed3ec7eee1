import type { Ask, FormState } from '../../../platform/action.ts'
import { fieldIn, type Page, Select, TextField } from '../../../platform/ui/index.ts'
import type { OfferToEdit } from '../editing.ts'
import { placeKinds } from '../offer.ts'
import { fieldOf, linesOn, placesOn } from '../split.ts'
import type { UnitDetail } from '../store/standing.ts'
import { crumbsOf, DeedForm, Entered, MunicipalitySelect } from './parts.tsx'

/** Which places become an offer of their own, line by line. */
export function SplitPage(loaded: OfferToEdit, ask: Ask<object>, form: FormState): Page {
  const { offer, units, municipalities, changes } = loaded
  return {
    title: `Del ${offer.name}`,
    lead: 'Nogle af pladserne bliver et nyt tilbud. Går alt fra en afdeling over, flytter afdelingen med sit navn og sin historie.',
    crumbs: crumbsOf(offer, 'Del'),
    body: (
      <DeedForm
        form={form}
        action={`/tilbud/${offer.id}/del`}
        back={`/tilbud/${offer.id}`}
        text="Del tilbuddet"
        version={offer.version}
        changes={changes}
      >
        <TextField {...fieldIn(form, 'name')} label="Det nye tilbuds navn" required />
        <TextField {...fieldIn(form, 'address')} label="Adresse" />
        <MunicipalitySelect form={form} now={offer.municipalityCode} all={municipalities} />
        <h2>Pladser, der går til det nye tilbud</h2>
        {units.map((unit) => (
          <UnitFields unit={unit} loaded={loaded} today={ask.today} form={form} />
        ))}
        <Entered form={form} today={ask.today} label="Deles fra" />
      </DeedForm>
    ),
  }
}

type UnitProps = { unit: UnitDetail; loaded: OfferToEdit; today: string; form: FormState }

const UnitFields = ({ unit, loaded: { bases }, today, form }: UnitProps) => (
  <fieldset class="offers-boxes">
    <legend class="form-label">{unit.name}</legend>
    {linesOn(unit, today).length === 0 && <p>Afdelingen har ingen pladser.</p>}
    {linesOn(unit, today).map((line) => {
      const { approved } = placesOn(line, today)
      const name = [
        line.kind ? placeKinds[line.kind] : 'Form ikke oplyst',
        ...line.bases.map((key) => bases.find((one) => one.key === key)?.code ?? key),
        line.label,
      ]
      return (
        <TextField
          {...fieldIn(form, fieldOf(line.id))}
          label={name.filter(Boolean).join(', ')}
          hint={
            approved === undefined
              ? 'Antallet er ikke oplyst: skriv »alle«, eller lad feltet stå tomt'
              : `Der er ${approved}. Skriv et tal, eller »alle«.`
          }
          width="xs"
        />
      )
    })}
  </fieldset>
)

type ToMerge = OfferToEdit & { others: { id: number; name: string }[] }

/** The units go over to another offer, and this one closes. */
export const MergePage = ({ offer, units, others, changes }: ToMerge, ask: Ask<object>, form: FormState): Page => ({
  title: `Saml ${offer.name} med et andet tilbud`,
  lead: `${units.length === 1 ? 'Afdelingen' : `De ${units.length} afdelinger`} går over med pladser, priser og historie. ${offer.name} lukker den dag og viser videre.`,
  crumbs: crumbsOf(offer, 'Saml'),
  body: (
    <DeedForm
      form={form}
      action={`/tilbud/${offer.id}/saml`}
      back={`/tilbud/${offer.id}`}
      text="Saml tilbuddene"
      danger
      version={offer.version}
      changes={changes}
    >
      <Select
        {...fieldIn(form, 'into')}
        label="Hvilket tilbud går de over til?"
        empty="Vælg et tilbud"
        options={others.map(({ id, name }) => ({ value: String(id), text: name }))}
        required
      />
      <Entered form={form} today={ask.today} label="Samles fra" />
    </DeedForm>
  ),
})
