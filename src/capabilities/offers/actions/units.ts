import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import { optionalDay, optionalText } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { mustBeNewest, mustNotBeAhead } from '../change.ts'
import { asOf, atOffer, entryOf, mustBeMunicipality, mustBePortalId, mustOpenFirst, offerToEdit, unitToEdit } from '../editing.ts'
import { entered, municipality, name, number } from '../fields.ts'
import { mustBeNumbers } from '../identifier.ts'
import { UnitFormPage } from '../pages/unit.tsx'
import { addUnit, changeUnit } from '../store/places.ts'

const fields = {
  ...entered,
  name: name(),
  portalId: number(),
  pNumber: number(),
  address: optionalText(200),
  municipalityCode: municipality(),
  opensOn: optionalDay(),
  closesOn: optionalDay(),
  note: optionalText(1000),
}

const mustBeOne = (units: readonly { id: number; portalId: string | undefined }[], portalId: string | undefined, id?: number) => {
  if (portalId === undefined || !units.some((unit) => unit.id !== id && unit.portalId === portalId)) return
  throw new Refusal('portalId', 'taken', 'En anden af tilbuddets afdelinger har det nummer. Der er ikke gemt noget.')
}

export const unitDeeds: Action[] = [
  form({
    path: '/tilbud/:id/afdelinger/ny',
    may: 'offers.edit',
    at: atOffer,
    load: async (ask) => {
      const offer = await offerToEdit(ask)
      return offer && { ...offer, unit: undefined }
    },
    input: z.object(fields),
    view: UnitFormPage,
    submit: async (ask, { validFrom, source, version: _, ...written }, { offer, units, municipalities }) => {
      mustNotBeAhead(validFrom, ask.today)
      mustBeMunicipality(written.municipalityCode, municipalities)
      mustBePortalId(written.portalId)
      mustBeNumbers({ pNumber: written.pNumber })
      mustOpenFirst(written)
      mustBeOne(units, written.portalId)
      const entry = entryOf(ask, { validFrom, source }, 'created')
      const id = await addUnit(
        ask.db,
        { ...written, ...asOf(validFrom), source, offerId: offer.id, position: units.length },
        entry,
      )
      return {
        subject: `offer:${offer.id}`,
        next: `/tilbud/${offer.id}#afdeling-${id}`,
        said: 'Afdelingen er oprettet. Skriv nu, hvilke pladser den har.',
      }
    },
  }),

  form({
    path: '/tilbud/:id/afdelinger/:unit/ret',
    may: 'offers.edit',
    at: atOffer,
    load: unitToEdit,
    input: z.object(fields),
    view: UnitFormPage,
    submit: async (ask, { validFrom, source, version, ...written }, { offer, unit, units, municipalities }) => {
      mustBeNewest(unit.version, version)
      mustNotBeAhead(validFrom, ask.today)
      mustBeMunicipality(written.municipalityCode, municipalities)
      mustBePortalId(written.portalId)
      mustBeNumbers({ pNumber: written.pNumber })
      mustOpenFirst(written)
      mustBeOne(units, written.portalId, unit.id)
      await changeUnit(ask.db, unit, { ...written, ...asOf(validFrom), source }, entryOf(ask, { validFrom, source }, 'corrected'))
      return { subject: `offer:${offer.id}`, next: `/tilbud/${offer.id}#afdeling-${unit.id}`, said: 'Rettelsen er gemt.' }
    },
  }),
]
