import type { Ask, FormState } from '../../../platform/action.ts'
import { Checkbox, choicesOf, fieldIn, type Page, Select, TextField } from '../../../platform/ui/index.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import type { OfferToEdit } from '../editing.ts'
import { type PlaceLine, type Price, placeKinds, priceUnits } from '../offer.ts'
import type { UnitDetail } from '../store/standing.ts'
import { crumbsOf, DeedForm } from './parts.tsx'

type PriceToEdit = OfferToEdit & { unit: UnitDetail; price: Price | undefined }

const amountOf = (price: Price | undefined) => price && kronerText(price.amountOre).replace(' kr.', '')

export function PriceFormPage({ offer, unit, price, bases, changes }: PriceToEdit, ask: Ask<object>, form: FormState): Page {
  const nameOf = ({ kind, label, bases: keys }: PlaceLine) =>
    [
      kind ? placeKinds[kind] : 'Form ikke oplyst',
      keys.map((key) => bases.find((one) => one.key === key)?.code ?? key).join(', '),
      label,
    ]
      .filter(Boolean)
      .join(', ')
  return {
    title: price ? 'Ret en pris' : 'Ny pris',
    lead: `${offer.name}, ${unit.name}. En pris er et tal for en enhed i et bestemt år.`,
    crumbs: crumbsOf(offer, price ? 'Ret pris' : 'Ny pris'),
    body: (
      <DeedForm
        form={form}
        action={price ? `/tilbud/${offer.id}/priser/${price.id}/ret` : `/tilbud/${offer.id}/afdelinger/${unit.id}/priser/ny`}
        back={`/tilbud/${offer.id}`}
        text="Gem prisen"
        version={price?.version}
        changes={changes}
      >
        <Select
          {...fieldIn(form, 'line', price?.placeLineId)}
          label="Hvad gælder prisen?"
          empty="Hele afdelingen"
          options={unit.lines.map((line) => ({ value: String(line.id), text: nameOf(line) }))}
        />
        <TextField
          {...fieldIn(form, 'label', price?.label)}
          label="Betegnelse"
          hint="Fx »Niveau 1«, hvis der er flere priser for det samme"
          width="m"
        />
        <TextField
          {...fieldIn(form, 'amountOre', amountOf(price))}
          label="Beløb"
          suffix="kr."
          inputmode="decimal"
          width="s"
          required
        />
        <Select
          {...fieldIn(form, 'per', price?.per ?? 'full_day')}
          label="For en eller et"
          options={choicesOf(priceUnits)}
          width="s"
        />
        <TextField
          {...fieldIn(form, 'year', price ? price.year : Number(ask.today.slice(0, 4)))}
          label="År"
          inputmode="numeric"
          width="xs"
        />
        <TextField {...fieldIn(form, 'note', price?.note)} label="Bemærk" />
        <TextField
          {...fieldIn(form, 'source')}
          label="Hvor ved I det fra?"
          hint="Vises for alle, fx »Takstaftale 2026«"
          required
        />
        {price && (
          <Checkbox
            name="withdrawn"
            label="Fjern prisen: den skulle ikke have stået her"
            checked={form.values['withdrawn'] === 'ja'}
          />
        )}
      </DeedForm>
    ),
  }
}
