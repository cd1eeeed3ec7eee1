import { z } from 'zod'
import { ownParties } from '../../../access.ts'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { link, optionalDay, optionalText } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { allParties, externalParty } from '../../parties/index.ts'
import { mustBeNewest, mustNotBeAhead } from '../change.ts'
import { asOf, atOperator, entryOf, mustBeMunicipality, mustBePortalId } from '../editing.ts'
import { entered, mailbox, municipality, name, number, optionalChoice, ownership } from '../fields.ts'
import { mustBeNumbers } from '../identifier.ts'
import { NewOfferPage, OperatorFormPage } from '../pages/operator.tsx'
import { changesTo } from '../store/journal.ts'
import { municipalities } from '../store/municipalities.ts'
import { addOffer, addOperator, addUnit, changeOperator } from '../store/places.ts'
import { operators, operatorWith } from '../store/standing.ts'

const fields = {
  name: name(),
  ownership: ownership(),
  ownershipNote: optionalText(300),
  cvr: number(),
  pNumber: number(),
  ean: number(),
  website: link(),
  mailbox: mailbox(),
  note: optionalText(1000),
}

/** The parties an actor may run offers for. */
const ownChoices = async ({ db, may }: Pick<Ask, 'db' | 'may'>) =>
  (await allParties(db)).filter(({ id, kind }) => kind !== 'secretariat' && may('offers.edit', { partyId: id }))

const mustBeOneName = (all: readonly { id: number; name: string }[], written: string, id?: number) => {
  if (!all.some((one) => one.id !== id && one.name.toLowerCase() === written.toLowerCase())) return
  throw new Refusal(
    'name',
    'taken',
    `Der er allerede en driftsherre, der hedder »${written}«. Ret den i stedet, eller skriv hele navnet.`,
  )
}

const operatorToEdit = async ({ db, params }: Pick<Ask<{ operator: string }>, 'db' | 'params'>) => {
  const operator = await operatorWith(db, idIn(params.operator))
  return operator && { operator, changes: await changesTo(db, 'operator', operator.id), parties: [] }
}

export const operatorDeeds: Action[] = [
  form({
    path: '/tilbud/drivere/ny',
    may: 'offers.edit',
    at: ({ actor }) => ({ partyId: ownParties(actor, 'offers.edit')[0] }),
    load: async (ask) => ({ operator: undefined, changes: [], parties: await ownChoices(ask) }),
    input: z.object({ ...fields, ...entered, party: z.string().max(20).default('') }),
    view: OperatorFormPage,
    submit: async (ask, { party, validFrom, source, version: _, ...written }, { parties }) => {
      mustNotBeAhead(validFrom, ask.today)
      mustBeNumbers(written)
      mustBeOneName(await operators(ask.db), written.name)
      const chosen = parties.find(({ id }) => id === idIn(party))
      if (!chosen && !ask.may('offers.edit'))
        throw new Refusal('party', 'not yours', 'Vælg jeres egen organisation. Driftsherren er ikke oprettet.')
      const partyId = chosen?.id ?? (await externalParty(ask.db, { name: written.name, source }))
      const id = await addOperator(ask.db, { ...written, partyId }, entryOf(ask, { validFrom, source }, 'created'))
      return { subject: `operator:${id}`, next: `/tilbud/drivere/${id}`, said: 'Driftsherren er oprettet.' }
    },
  }),

  form({
    path: '/tilbud/drivere/:operator/ret',
    may: 'offers.edit',
    at: atOperator,
    load: operatorToEdit,
    input: z.object({ ...fields, ...entered }),
    view: OperatorFormPage,
    submit: async (ask, { validFrom, source, version, ...written }, { operator }) => {
      mustBeNewest(operator.version, version)
      mustNotBeAhead(validFrom, ask.today)
      mustBeNumbers(written)
      mustBeOneName(await operators(ask.db), written.name, operator.id)
      await changeOperator(
        ask.db,
        operator.id,
        { ...written, ...asOf(validFrom), source },
        entryOf(ask, { validFrom, source }, 'corrected'),
      )
      return { subject: `operator:${operator.id}`, next: `/tilbud/drivere/${operator.id}`, said: 'Rettelsen er gemt.' }
    },
    apiWrite: { path: '/operators/:operator', summary: 'Correct an operator' },
  }),

  form({
    path: '/tilbud/drivere/:operator/nyt-tilbud',
    may: 'offers.edit',
    at: atOperator,
    load: async (ask) => {
      const operator = await operatorWith(ask.db, idIn(ask.params.operator))
      return operator && { operator, municipalities: await municipalities(ask.db) }
    },
    input: z.object({
      ...entered,
      name: name(),
      unit: optionalText(160),
      portalId: number(),
      address: optionalText(200),
      municipalityCode: municipality(),
      website: link(),
      mailbox: mailbox(),
      status: optionalChoice(['planned', 'running']),
      opensOn: optionalDay(),
      note: optionalText(2000),
    }),
    view: NewOfferPage,
    submit: async (ask, { validFrom, source, version: _, unit, status, ...written }, { operator, municipalities }) => {
      mustNotBeAhead(validFrom, ask.today)
      mustBeMunicipality(written.municipalityCode, municipalities)
      mustBePortalId(written.portalId)
      const entry = entryOf(ask, { validFrom, source }, 'created')
      const told = { ...asOf(validFrom), source }
      const id = await addOffer(ask.db, { ...written, ...told, operatorId: operator.id, status: status ?? 'running' }, entry)
      await addUnit(ask.db, { ...told, offerId: id, name: unit ?? 'Hele tilbuddet' }, entry)
      return { subject: `offer:${id}`, next: `/tilbud/${id}`, said: 'Tilbuddet er oprettet. Skriv nu, hvilke pladser det har.' }
    },
  }),
]
