import { z } from 'zod'
import { type Action, form } from '../../../platform/action.ts'
import { day } from '../../../platform/values/fields.ts'
import { mustBeNewest, mustNotBeAhead } from '../change.ts'
import { asOf, atOffer, entryOf, lineToEdit, unitToEdit } from '../editing.ts'
import { entered } from '../fields.ts'
import { CountPage, EndLinePage, LineFormPage } from '../pages/line.tsx'
import { mustRunForward, step } from '../period.ts'
import { mustAscend, mustBeOwn, mustFit, newestCount } from '../place.ts'
import { countFields, lineInput, mustBeBases, mustBeGroups, newLineInput } from '../place-input.ts'
import { addCount, addLine, changeCount, changeLine } from '../store/places.ts'

export const lineDeeds: Action[] = [
  form({
    path: '/tilbud/:id/afdelinger/:unit/pladser/ny',
    may: 'offers.edit',
    at: atOffer,
    load: async (ask) => {
      const found = await unitToEdit(ask)
      return found && { ...found, line: undefined }
    },
    input: newLineInput(),
    view: LineFormPage,
    submit: async (ask, written, { offer, unit, bases, groups: known }) => {
      const { kind, label = '', bases: keys, groups, groupText, ageFrom, ageTo, validFrom, validUntil, note, source } = written
      const line = { id: 0, kind, label, bases: keys, validFrom, validUntil }
      mustRunForward(line)
      mustBeBases(keys, validFrom, bases)
      mustBeGroups(groups, known)
      mustAscend({ ageFrom, ageTo })
      mustFit(written)
      mustBeOwn(line, unit.lines)
      const entry = entryOf(ask, { validFrom, source }, 'created')
      const place = { offerId: offer.id, unitId: unit.id }
      const told = { ...asOf(validFrom), source, validFrom, validUntil }
      const fields = { ...told, kind, label, bases: keys, groupText, ageFrom, ageTo, note, basisEvidence: evidenceOf(keys) }
      const placeLineId = await addLine(ask.db, place, fields, groups, entry)
      const { approved, inUse, budgetedOccupancy } = written
      if (approved !== undefined || inUse !== undefined || budgetedOccupancy !== undefined)
        await addCount(ask.db, place, { ...told, placeLineId, approved, inUse, budgetedOccupancy }, entry)
      return { subject: `offer:${offer.id}`, next: `/tilbud/${offer.id}#afdeling-${unit.id}`, said: 'Pladserne er skrevet ind.' }
    },
  }),

  form({
    path: '/tilbud/:id/pladser/:line/ret',
    may: 'offers.edit',
    at: atOffer,
    load: lineToEdit,
    input: lineInput(),
    view: LineFormPage,
    submit: async (ask, written, { offer, unit, line, bases, groups: known }) => {
      const {
        kind,
        label = '',
        bases: keys,
        groups,
        groupText,
        ageFrom,
        ageTo,
        validFrom,
        validUntil,
        note,
        source,
        version,
      } = written
      mustBeNewest(line.version, version)
      mustNotBeAhead(validFrom, ask.today)
      mustRunForward({ validFrom: line.validFrom, validUntil })
      const added = keys.filter((key) => !line.bases.includes(key))
      mustBeBases(added, validFrom, bases)
      mustBeGroups(groups, [...known, ...line.groups.map(({ termId, label }) => ({ id: termId, label }))])
      mustAscend({ ageFrom, ageTo })
      const others = unit.lines.filter(({ id }) => id !== line.id)
      mustBeOwn({ kind, label, bases: keys, validFrom: line.validFrom, validUntil }, others)
      const told = { ...asOf(validFrom), source }
      const fields = {
        ...told,
        kind,
        label,
        bases: keys,
        groupText,
        ageFrom,
        ageTo,
        validUntil,
        note,
        basisEvidence: evidenceOf(keys),
      }
      const place = { offerId: offer.id, unitId: unit.id, id: line.id }
      await changeLine(ask.db, place, fields, entryOf(ask, { validFrom, source }, 'corrected'), groups)
      return { subject: `offer:${offer.id}`, next: `/tilbud/${offer.id}#afdeling-${unit.id}`, said: 'Rettelsen er gemt.' }
    },
  }),

  form({
    path: '/tilbud/:id/pladser/:line/antal',
    may: 'offers.edit',
    at: atOffer,
    load: lineToEdit,
    input: z.object({ ...entered, ...countFields }),
    view: CountPage,
    submit: async (ask, { validFrom, source, version, ...figures }, { offer, unit, line }) => {
      mustBeNewest(newestCount(line.counts), version)
      mustFit(figures)
      mustRunForward({ validFrom, validUntil: line.validUntil }, 'validFrom')
      const { same, end, validUntil } = step(line.counts, validFrom)
      const place = { offerId: offer.id, unitId: unit.id }
      const told = { ...asOf(validFrom), source }
      if (same) {
        await changeCount(
          ask.db,
          { ...place, id: same.id },
          { ...told, ...figures },
          entryOf(ask, { validFrom, source }, 'corrected'),
        )
      } else {
        if (end)
          await changeCount(
            ask.db,
            { ...place, id: end.id },
            { validUntil: validFrom },
            entryOf(ask, { validFrom, source }, 'ended'),
          )
        const count = { ...told, ...figures, placeLineId: line.id, validFrom, validUntil }
        await addCount(ask.db, place, count, entryOf(ask, { validFrom, source }, 'created'))
      }
      return {
        subject: `offer:${offer.id}`,
        next: `/tilbud/${offer.id}#afdeling-${unit.id}`,
        said: 'Det nye antal er gemt. Det gamle står i historien.',
      }
    },
    apiWrite: { path: '/offers/:id/lines/:line/counts', summary: 'Set how many places a line has from a day' },
  }),

  form({
    path: '/tilbud/:id/pladser/:line/slut',
    may: 'offers.edit',
    at: atOffer,
    load: lineToEdit,
    input: z.object({
      source: entered.source,
      version: entered.version,
      validUntil: day('Skriv den første dag, pladserne ikke er der.'),
    }),
    view: EndLinePage,
    submit: async (ask, { version, validUntil, source }, { offer, unit, line }) => {
      mustBeNewest(line.version, version)
      mustRunForward({ validFrom: line.validFrom, validUntil })
      const place = { offerId: offer.id, unitId: unit.id, id: line.id }
      const [validFrom = ask.today] = [validUntil, ask.today].sort()
      await changeLine(ask.db, place, { validUntil }, entryOf(ask, { validFrom, source }, 'ended'))
      return { subject: `offer:${offer.id}`, next: `/tilbud/${offer.id}#afdeling-${unit.id}`, said: 'Pladserne slutter den dag.' }
    },
  }),
]

/** Whoever writes it here states it; nothing written is nothing stated. */
const evidenceOf = (keys: readonly string[]) => (keys.length > 0 ? ('stated' as const) : ('not_stated' as const))
