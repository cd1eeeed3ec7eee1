import { z } from 'zod'
import { instant } from '../../platform/values/fields.ts'
import { sorts } from '../offers/index.ts'

const text = (description: string) => z.string().optional().describe(description)

/** What a finding can be asked with, told for the description of the open API; `findingOf` reads the address itself, also what is named more than once. */
export const findingQuery = z.looseObject({
  q: text('Words, in Danish; one that nothing has is taken for the nearest that something has.'),
  grundlag: text('Keys of legal bases, e.g. sel-107; several with commas.'),
  maalgruppe: text('Ids of target groups; several with commas.'),
  alder: text('A whole number of years.'),
  form: text('residential, day, ambulant, respite, unknown; several with commas.'),
  kommune: text('Municipality codes; several with commas.'),
  fra: text('A municipality code to measure from, in a straight line between centres.'),
  km: text('No further than so many kilometres from `fra`.'),
  driver: text('municipal, regional, self_governing, private, unknown; several with commas.'),
  status: text('planned, running, closed; planned and running unless told.'),
  aftale: text('Is it in the agreement: yes, no, unknown.'),
  ledige: text('ja: only with free places.'),
  specialiseret: text('ja: only the most specialised.'),
  modified_after: instant()
    .optional()
    .describe(
      'Only places of units that were changed at this instant or later; that a vacancy grew older than fresh or ageing counts as a change. Ask for status closed too to hear of what was closed.',
    ),
  pris_fra: text('Kroner for a døgn or a day, at least.'),
  pris_til: text('Kroner for a døgn or a day, at most.'),
  sorter: text(`${Object.keys(sorts).join(', ')}.`),
  side: text('Number of the page, from 1.'),
})
