import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import { day, link, optionalDay, optionalText, text } from '../../../platform/values/fields.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { mustBeNewest, mustNotBeAhead } from '../change.ts'
import { asOf, atOffer, entryOf, mustBeMunicipality, mustBePortalId, mustOpenFirst, offerToEdit } from '../editing.ts'
import { entered, mailbox, municipality, name, number, optionalChoice, optionalWhole } from '../fields.ts'
import { statuses } from '../offer.ts'
import { CloseOfferPage, EditOfferPage, MoveOfferPage, RenameOfferPage, UsagePage } from '../pages/offer.tsx'
import { addLineage, changeOffer, setUsage } from '../store/places.ts'
import { operators } from '../store/standing.ts'

export const offerDeeds: Action[] = [
  form({
    path: '/tilbud/:id/ret',
    may: 'offers.edit',
    at: atOffer,
    load: async (ask) => {
      const found = await offerToEdit(ask)
      const all = await operators(ask.db)
      return found && { ...found, operators: all.filter(({ partyId }) => ask.may('offers.edit', { partyId })) }
    },
    input: z.object({
      ...entered,
      name: name(),
      operatorId: optionalWhole(1, 1_000_000_000),
      portalId: number(),
      address: optionalText(200),
      municipalityCode: municipality(),
      website: link(),
      mailbox: mailbox(),
      status: optionalChoice(keysOf(statuses)),
      statusNote: optionalText(500),
      opensOn: optionalDay(),
      closesOn: optionalDay(),
      offerType: optionalChoice(['A', 'B']),
      note: optionalText(2000),
    }),
    view: EditOfferPage,
    submit: async (ask, { version, validFrom, source, status, ...written }, { offer, municipalities, operators }) => {
      mustBeNewest(offer.version, version)
      mustNotBeAhead(validFrom, ask.today)
      mustBeMunicipality(written.municipalityCode, municipalities)
      mustBePortalId(written.portalId)
      mustOpenFirst(written)
      if (written.operatorId !== undefined && !operators.some(({ id }) => id === written.operatorId))
        throw new Refusal('operatorId', 'not yours', 'Vælg en driftsherre, du må rette for. Der er ikke gemt noget.')
      const operatorId = written.operatorId ?? (ask.may('offers.edit') ? undefined : offer.operatorId)
      const fields = { ...written, ...asOf(validFrom), source, operatorId, status: status ?? offer.status }
      await changeOffer(ask.db, offer.id, fields, entryOf(ask, { validFrom, source }, 'corrected'))
      return { subject: `offer:${offer.id}`, next: `/tilbud/${offer.id}`, said: 'Rettelsen er gemt.' }
    },
    apiWrite: { path: '/offers/:id', summary: 'Correct an offer' },
  }),

  form({
    path: '/tilbud/:id/omdoeb',
    may: 'offers.edit',
    at: atOffer,
    load: offerToEdit,
    input: z.object({ ...entered, name: name() }),
    view: RenameOfferPage,
    submit: async (ask, { version, validFrom, source, name }, { offer }) => {
      mustBeNewest(offer.version, version)
      mustNotBeAhead(validFrom, ask.today)
      if (name === offer.name) throw new Refusal('name', 'no change', 'Det hedder tilbuddet allerede. Skriv det nye navn.')
      const entry = entryOf(ask, { validFrom, source }, 'renamed')
      await addLineage(
        ask.db,
        { kind: 'renamed', fromOfferId: offer.id, toOfferId: offer.id, before: offer.name, after: name },
        entry,
      )
      await changeOffer(ask.db, offer.id, { name }, entry)
      return {
        subject: `offer:${offer.id}`,
        next: `/tilbud/${offer.id}`,
        said: 'Tilbuddet har skiftet navn. Det gamle kan stadig søges frem.',
      }
    },
  }),

  form({
    path: '/tilbud/:id/flyt',
    may: 'offers.edit',
    at: atOffer,
    load: offerToEdit,
    input: z.object({ ...entered, address: text(200, 'Skriv den nye adresse.'), municipalityCode: municipality() }),
    view: MoveOfferPage,
    submit: async (ask, { version, validFrom, source, address, municipalityCode }, { offer, municipalities }) => {
      mustBeNewest(offer.version, version)
      mustNotBeAhead(validFrom, ask.today)
      mustBeMunicipality(municipalityCode, municipalities)
      const entry = entryOf(ask, { validFrom, source }, 'moved')
      const placeOf = (code: number | undefined, where: string | undefined) =>
        [where, municipalities.find((one) => one.code === code)?.name].filter(Boolean).join(', ') || 'ukendt adresse'
      const before = placeOf(offer.municipalityCode, offer.address)
      const after = placeOf(municipalityCode, address)
      await addLineage(ask.db, { kind: 'moved', fromOfferId: offer.id, toOfferId: offer.id, before, after }, entry)
      await changeOffer(ask.db, offer.id, { address, municipalityCode }, entry)
      return { subject: `offer:${offer.id}`, next: `/tilbud/${offer.id}`, said: 'Flytningen er gemt.' }
    },
  }),

  form({
    path: '/tilbud/:id/luk',
    may: 'offers.edit',
    at: atOffer,
    load: offerToEdit,
    input: z.object({
      source: entered.source,
      version: entered.version,
      closesOn: day('Skriv den første dag, tilbuddet er lukket.'),
      statusNote: optionalText(500),
    }),
    view: CloseOfferPage,
    submit: async (ask, { version, closesOn, source, statusNote }, { offer }) => {
      mustBeNewest(offer.version, version)
      mustOpenFirst({ opensOn: offer.opensOn, closesOn })
      const [validFrom = ask.today] = [closesOn, ask.today].sort()
      const note = statusNote ?? offer.statusNote
      await changeOffer(ask.db, offer.id, { closesOn, statusNote: note }, entryOf(ask, { validFrom, source }, 'closed'))
      return {
        subject: `offer:${offer.id}`,
        next: `/tilbud/${offer.id}`,
        said: 'Lukningen er gemt. Ledige pladser vises ikke efter den dag.',
      }
    },
  }),

  form({
    path: '/tilbud/:id/brug',
    may: 'offers.edit',
    at: atOffer,
    load: offerToEdit,
    input: z.object({
      source: entered.source,
      municipalityCode: municipality(),
      year: optionalWhole(1990, 2100),
      used: optionalChoice(['ja', 'nej']),
      places: optionalWhole(0, 10_000),
    }),
    view: UsagePage,
    submit: async (ask, { source, municipalityCode, year, used, places }, { offer, municipalities }) => {
      if (municipalityCode === undefined) throw new Refusal('municipalityCode', 'missing', 'Vælg en kommune.')
      mustBeMunicipality(municipalityCode, municipalities)
      if (year === undefined) throw new Refusal('year', 'missing', 'Skriv et år, fx 2025.')
      const entry = entryOf(ask, { validFrom: ask.today, source }, 'corrected')
      const usage = { municipalityCode, year, used: used !== 'nej', places, source, sourceUrl: undefined, example: false }
      await setUsage(ask.db, offer.id, usage, entry)
      return {
        subject: `offer:${offer.id}`,
        next: `/tilbud/${offer.id}/brug`,
        said: 'Brugen er gemt. Skriv den næste kommune, eller gå tilbage.',
      }
    },
  }),
]
