import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { optionalText } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { mustBeNewest, mustNotBeAhead } from '../change.ts'
import { asOf, atOffer, entryOf, mustBeMunicipality, type OfferToEdit, offerToEdit } from '../editing.ts'
import { entered, municipality, name, optionalWhole } from '../fields.ts'
import { statusOn } from '../offer.ts'
import { MergePage, SplitPage } from '../pages/lineage.tsx'
import { divisionOf, takenIn } from '../split.ts'
import { mergeInto, splitOff } from '../store/lineage.ts'
import { offersToMerge } from '../store/standing.ts'

/** Other offers that are still there and that the actor may change as well. */
const othersToMerge = async (ask: Ask<{ id: string }>, offer: OfferToEdit) =>
  (await offersToMerge(ask.db, offer.offer.id)).filter(
    (one) => ask.may('offers.edit', { partyId: one.partyId }) && statusOn(one, ask.today) !== 'closed',
  )

export const lineageDeeds: Action[] = [
  form({
    path: '/tilbud/:id/del',
    may: 'offers.edit',
    at: atOffer,
    load: offerToEdit,
    input: z.looseObject({ ...entered, name: name(), address: optionalText(200), municipalityCode: municipality() }),
    view: SplitPage,
    submit: async (ask, { version, validFrom, source, name, address, municipalityCode, ...sent }, loaded) => {
      const { offer, units, municipalities } = loaded
      mustBeNewest(offer.version, version)
      mustNotBeAhead(validFrom, ask.today)
      mustBeMunicipality(municipalityCode, municipalities)
      const division = divisionOf(units, takenIn(sent), validFrom)
      const made = { name, address, municipalityCode: municipalityCode ?? offer.municipalityCode, ...asOf(validFrom) }
      const id = await splitOff(ask.db, offer, made, division, entryOf(ask, { validFrom, source }, 'split'))
      return {
        subject: `offer:${offer.id}`,
        next: `/tilbud/${id}`,
        said: `${name} er delt ud fra ${offer.name}. Begge har det i deres historie.`,
      }
    },
  }),

  form({
    path: '/tilbud/:id/saml',
    may: 'offers.edit',
    at: atOffer,
    load: async (ask) => {
      const offer = await offerToEdit(ask)
      return offer && { ...offer, others: await othersToMerge(ask, offer) }
    },
    input: z.object({ ...entered, into: optionalWhole(1, 1_000_000_000) }),
    view: MergePage,
    submit: async (ask, { version, validFrom, source, into }, { offer, units, others }) => {
      mustBeNewest(offer.version, version)
      mustNotBeAhead(validFrom, ask.today)
      const other = others.find(({ id }) => id === into)
      if (!other)
        throw new Refusal('into', 'not yours', 'Vælg det tilbud, afdelingerne skal gå over til. Der er ikke gemt noget.')
      if (offer.opensOn !== undefined && validFrom < offer.opensOn)
        throw new Refusal('validFrom', 'backwards', 'Tilbuddet var ikke åbnet den dag. Vælg en senere dag.')
      await mergeInto(ask.db, { offer, units }, other, entryOf(ask, { validFrom, source }, 'merged'))
      return { subject: `offer:${offer.id}`, next: `/tilbud/${other.id}`, said: `${offer.name} er samlet med ${other.name}.` }
    },
  }),
]
