import { z } from 'zod'
import { type Action, form, signedBy } from '../../../platform/action.ts'
import { dayText } from '../../../platform/values/day.ts'
import { choice, day, link, optionalDay, optionalText, text, whole } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { measures, mustBeKnown, mustBeNews, spanText, valueIn } from '../national.ts'
import { AddOfferPage, ConclusionPage, EndOfferPage, FigurePage } from '../pages/forms.tsx'
import { addConclusion, addFigure, addNationalOffer, endNationalOffer } from '../store/national.ts'
import { load, NATIONAL } from './look.ts'

const said = {
  source: text(300, 'Skriv, hvor det står.'),
  sourceDay: day('Skriv kildens dato.'),
  sourceUrl: link(),
}

const optionalChoice = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().int().min(1).max(4).optional(),
)

/** A source that is from a day to come is a slip of the pen. */
function mustBePast(sourceDay: string, today: string, field = 'sourceDay'): void {
  if (sourceDay <= today) return
  throw new Refusal(field, 'ahead', `${dayText(sourceDay)} er ikke kommet endnu. Ret datoen. Intet er gemt.`)
}

export const write: Action[] = [
  form({
    path: `${NATIONAL}/tal`,
    may: 'national.edit',
    load,
    input: z.object({
      ...said,
      of: text(90, 'Vælg, hvad tallet gælder.'),
      measure: choice(keysOf(measures), 'Vælg, hvad der er talt.'),
      year: whole(1990, 2100),
      quarter: optionalChoice,
      value: optionalText(20),
      note: optionalText(500),
    }),
    view: FigurePage,
    submit: async (ask, { of, value: written, ...rest }, { groups, offers, figures }) => {
      const [groupKey = '', offer] = of.split('/')
      const about = offers.find(({ id }) => id === idIn(offer))
      if (!groups.some(({ key }) => key === groupKey) || (offer !== undefined && about?.groupKey !== groupKey))
        throw new Refusal('of', 'unknown', 'Vælg en gruppe eller et tilbud på listen. Intet er gemt.')
      mustBePast(rest.sourceDay, ask.today)
      mustBeKnown({ year: rest.year, quarter: rest.quarter }, rest.measure, ask.today)
      const figure = {
        groupKey,
        nationalOfferId: about?.id,
        measure: rest.measure,
        year: rest.year,
        quarter: rest.quarter,
        value: valueIn(written, rest.measure),
        note: rest.note,
      }
      mustBeNews(figures, figure)
      await addFigure(ask.db, { ...rest, ...figure, ...signedBy(ask) })
      return {
        subject: `national:${groupKey}`,
        next: NATIONAL,
        said:
          figure.value === undefined
            ? `Tallet for ${spanText(figure)} er trukket tilbage.`
            : `Tallet for ${spanText(figure)} er gemt.`,
        detail: { ...figure, source: rest.source },
      }
    },
  }),

  form({
    path: `${NATIONAL}/konklusion`,
    may: 'national.edit',
    load,
    input: z.object({
      ...said,
      year: whole(1990, 2100),
      text: text(2000, 'Skriv konklusionen.'),
      decidedBy: text(160, 'Skriv, hvilket organ der har besluttet den, fx KKR Sjælland.'),
      decidedOn: day('Skriv den dag, den blev besluttet.'),
    }),
    view: ConclusionPage,
    submit: async (ask, written, { conclusions }) => {
      mustBePast(written.decidedOn, ask.today, 'decidedOn')
      mustBePast(written.sourceDay, ask.today)
      const now = conclusions.find(({ year }) => year === written.year)
      if (now?.text === written.text && now.decidedBy === written.decidedBy && now.decidedOn === written.decidedOn)
        throw new Refusal('text', 'no change', `Konklusionen for ${written.year} står der allerede. Intet er gemt.`)
      await addConclusion(ask.db, { ...written, ...signedBy(ask) })
      return {
        subject: 'national:konklusion',
        next: `${NATIONAL}#konklusion`,
        said: `Konklusionen for ${written.year} er gemt.${now ? ' Den gamle står i historien.' : ''}`,
        detail: { year: written.year, decidedBy: written.decidedBy, decidedOn: written.decidedOn },
      }
    },
  }),

  form({
    path: `${NATIONAL}/tilbud/nyt`,
    may: 'national.edit',
    load,
    input: z.object({
      ...said,
      groupKey: text(40, 'Vælg en gruppe.'),
      name: text(160, 'Skriv tilbuddets navn.'),
      region: optionalText(80),
      validFrom: optionalDay(),
      note: optionalText(500),
    }),
    view: AddOfferPage,
    submit: async (ask, written, { groups, offers }) => {
      mustBePast(written.sourceDay, ask.today)
      if (!groups.some(({ key }) => key === written.groupKey))
        throw new Refusal('groupKey', 'unknown', 'Vælg en gruppe. Intet er gemt.')
      const there = offers.some((one) => one.groupKey === written.groupKey && one.name === written.name && !one.validUntil)
      if (there) throw new Refusal('name', 'there already', `${written.name} står der allerede. Intet er gemt.`)
      await addNationalOffer(ask.db, {
        ...written,
        ...signedBy(ask),
        validFrom: written.validFrom ?? written.sourceDay,
        offerId: undefined,
      })
      return { subject: `national:${written.groupKey}`, next: `${NATIONAL}#tilbud`, said: `${written.name} er skrevet på.` }
    },
  }),

  form({
    path: `${NATIONAL}/tilbud/:id/slut`,
    may: 'national.edit',
    load: async (ask) => (await load(ask)).offers.find(({ id, validUntil }) => id === idIn(ask.params.id) && !validUntil),
    input: z.object({ validUntil: day('Skriv den første dag, tilbuddet ikke længere hører til.') }),
    view: EndOfferPage,
    submit: async (ask, { validUntil }, offer) => {
      mustBePast(validUntil, ask.today, 'validUntil')
      if (validUntil <= offer.validFrom)
        throw new Refusal('validUntil', 'backwards', `Dagen skal ligge efter ${dayText(offer.validFrom)}. Intet er gemt.`)
      await endNationalOffer(ask.db, offer.id, validUntil)
      return {
        subject: `national:${offer.groupKey}`,
        next: `${NATIONAL}#tilbud`,
        said: `${offer.name} hører ikke længere til fra ${dayText(validUntil)}.`,
        detail: { name: offer.name, validUntil },
      }
    },
  }),
]
