import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import { choice, flag, optionalText } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { mustBeNewest } from '../change.ts'
import { asOf, atOffer, entryOf, offerToEdit, unitToEdit } from '../editing.ts'
import { entered, optionalWhole } from '../fields.ts'
import { kroner } from '../money.ts'
import { type Price, priceUnits } from '../offer.ts'
import { PriceFormPage } from '../pages/price.tsx'
import { changesTo } from '../store/journal.ts'
import { addPrice, changePrice } from '../store/places.ts'
import type { UnitDetail } from '../store/standing.ts'

const fields = {
  source: entered.source,
  version: entered.version,
  line: optionalWhole(1, 1_000_000_000),
  label: optionalText(80),
  amountOre: kroner(),
  per: choice(keysOf(priceUnits), 'Vælg, hvad prisen er for.'),
  year: optionalWhole(1990, 2100),
  note: optionalText(500),
}

type Written = Pick<Price, 'placeLineId' | 'label' | 'per' | 'year'>

/** @throws Refusal when the line is not the unit's, or the same price is there already */
function mustBeOwn(price: Written, unit: UnitDetail, id?: number): void {
  if (price.placeLineId !== undefined && !unit.lines.some((line) => line.id === price.placeLineId))
    throw new Refusal('line', 'not here', 'Vælg en af afdelingens pladser, eller hele afdelingen.')
  const same = unit.prices.find(
    (one) =>
      one.id !== id &&
      one.placeLineId === price.placeLineId &&
      one.label === price.label &&
      one.per === price.per &&
      one.year === price.year,
  )
  if (same) throw new Refusal('year', 'there already', 'Der er allerede en pris for det samme i det år. Ret den i stedet.')
}

export const priceDeeds: Action[] = [
  form({
    path: '/tilbud/:id/afdelinger/:unit/priser/ny',
    may: 'offers.edit',
    at: atOffer,
    load: async (ask) => {
      const found = await unitToEdit(ask)
      return found && { ...found, price: undefined }
    },
    input: z.object(fields),
    view: PriceFormPage,
    submit: async (ask, { source, version: _, line, label = '', ...written }, { offer, unit }) => {
      const price = { ...written, label, placeLineId: line }
      mustBeOwn(price, unit)
      const entry = entryOf(ask, { validFrom: ask.today, source }, 'created')
      await addPrice(ask.db, { offerId: offer.id, unitId: unit.id }, { ...price, ...asOf(ask.today), source }, entry)
      return { subject: `offer:${offer.id}`, next: `/tilbud/${offer.id}#afdeling-${unit.id}`, said: 'Prisen er gemt.' }
    },
  }),

  form({
    path: '/tilbud/:id/priser/:price/ret',
    may: 'offers.edit',
    at: atOffer,
    load: async (ask) => {
      const offer = await offerToEdit(ask)
      const id = idIn(ask.params.price)
      const unit = offer?.units.find(({ prices }) => prices.some((price) => price.id === id))
      const price = unit?.prices.find((one) => one.id === id)
      return offer && unit && price && { ...offer, unit, price, changes: await changesTo(ask.db, 'price', id) }
    },
    input: z.object({ ...fields, withdrawn: flag() }),
    view: PriceFormPage,
    submit: async (ask, { source, version, line, label = '', ...written }, { offer, unit, price }) => {
      mustBeNewest(price.version, version)
      const changed = { ...written, label, placeLineId: line }
      if (!written.withdrawn) mustBeOwn(changed, unit, price.id)
      const entry = entryOf(ask, { validFrom: ask.today, source }, written.withdrawn ? 'withdrawn' : 'corrected')
      await changePrice(
        ask.db,
        { offerId: offer.id, unitId: unit.id, id: price.id },
        { ...changed, ...asOf(ask.today), source },
        entry,
      )
      return {
        subject: `offer:${offer.id}`,
        next: `/tilbud/${offer.id}#afdeling-${unit.id}`,
        said: written.withdrawn ? 'Prisen er fjernet. Den står stadig i historien.' : 'Rettelsen er gemt.',
      }
    },
  }),
]
