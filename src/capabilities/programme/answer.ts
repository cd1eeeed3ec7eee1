import { z } from 'zod'
import type { Item, Note, Source } from '../plan/index.ts'
import { sourceText } from '../plan/index.ts'
import { type Moment, momentOf } from './decision.ts'
import type { Reading } from './reading.ts'
import type { Standing } from './standing.ts'

/** What the open API answers: the same facts as the pages, each with its day and its source. */

const periodOut = z.object({ text: z.string(), from: z.string(), until: z.string() })

const factOut = z.object({
  field: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), periodOut]),
  validFrom: z.string(),
  sources: z.array(z.string()),
  sourceText: z.string(),
  note: z.string().optional(),
})

const linkOut = z.object({ kind: z.string(), to: z.string(), sources: z.array(z.string()) })

export const itemOut = z.object({
  key: z.string(),
  kind: z.string(),
  slug: z.string(),
  parent: z.string().optional(),
  title: z.string(),
  page: z.string(),
  facts: z.array(factOut),
  links: z.array(linkOut),
})

const standingOut = z.object({
  reported: z.number().int(),
  of: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  exampleData: z.boolean(),
})

export const areaOut = itemOut.extend({
  startTerm: z.string().optional(),
  programmeYear: z.number().int().optional(),
  programmeNumbers: z.array(z.number().int()),
  shownActiveInNovember2025: z.boolean().optional(),
  status: standingOut.optional(),
})

export const milestoneOut = itemOut.extend({
  day: z.string().optional(),
  dayText: z.string(),
  state: z
    .enum(['done', 'unsaid', 'now', 'ahead'])
    .describe('unsaid: the planned time is past and no source says whether it was done'),
  deliverable: z.string().optional(),
  bodies: z.array(z.string()),
})

export const initiativeOut = itemOut.extend({ phases: z.array(itemOut), milestones: z.array(milestoneOut) })

export const noteOut = z.object({
  key: z.string(),
  kind: z.enum(['contradiction', 'gap']),
  title: z.string(),
  says: z.array(z.object({ source: z.string(), line: z.number().int().optional(), text: z.string() })),
  resolution: z.string(),
  items: z.array(z.string()),
})

export const sourceOut = z.object({
  key: z.string(),
  title: z.string(),
  day: z.string().optional(),
  dayText: z.string().optional(),
  kind: z.string(),
  ageRank: z.number().int().optional(),
  description: z.string().optional(),
})

export const planOut = z.object({
  asOf: z.string(),
  items: z.array(itemOut),
  areas: z.array(areaOut),
  notes: z.array(noteOut),
  sources: z.array(sourceOut),
})

export function itemAnswer(item: Item, { sources: book }: Reading): z.output<typeof itemOut> {
  return {
    key: item.key,
    kind: item.kind,
    slug: item.slug,
    parent: item.parent?.key,
    title: item.title,
    page: item.href,
    facts: item.fields.flatMap((field) =>
      item.all(field).map(({ value, from, sources, note }) => ({
        field,
        value: value as z.output<typeof factOut>['value'],
        validFrom: from,
        sources,
        sourceText: sourceText(sources, book),
        note,
      })),
    ),
    links: item.links.map(({ kind, to, sources }) => ({ kind, to: to.key, sources })),
  }
}

export const areaAnswer = (area: Item, reading: Reading, standing: Standing | undefined): z.output<typeof areaOut> => ({
  ...itemAnswer(area, reading),
  startTerm: area.text('startTerm'),
  programmeYear: area.number('programmeYear'),
  programmeNumbers: area.all('programmeNumber').flatMap(({ value }) => (typeof value === 'number' ? [value] : [])),
  shownActiveInNovember2025: area.flag('shownActive2025'),
  status: standing && {
    reported: standing.reported,
    of: standing.of,
    counts: Object.fromEntries(standing.counts.map(({ state, count }) => [state, count])),
    exampleData: standing.example,
  },
})

export const milestoneAnswer = ({ item, day, when, phase }: Moment, reading: Reading): z.output<typeof milestoneOut> => ({
  ...itemAnswer(item, reading),
  day,
  dayText: when,
  state: phase,
  deliverable: item.text('deliverable'),
  bodies: item.texts('body').map((key) => reading.names.get(key) ?? key),
})

export const initiativeAnswer = (item: Item, reading: Reading): z.output<typeof initiativeOut> => ({
  ...itemAnswer(item, reading),
  phases: item.parts('phase').map((phase) => itemAnswer(phase, reading)),
  milestones: item.parts('milestone').map((milestone) => milestoneAnswer(momentOf(milestone, reading.day), reading)),
})

export const noteAnswer = ({ key, kind, title, says, resolution, items }: Note): z.output<typeof noteOut> => ({
  key,
  kind,
  title,
  says,
  resolution,
  items,
})

export const sourceAnswer = (source: Source): z.output<typeof sourceOut> => ({ ...source })

export const planAnswer = (reading: Reading, standings: ReadonlyMap<number, Standing>): z.output<typeof planOut> => ({
  asOf: reading.day,
  items: reading.plan.items.filter(({ kind }) => kind !== 'area').map((item) => itemAnswer(item, reading)),
  areas: reading.plan.areas.map((area) => areaAnswer(area, reading, standings.get(area.id))),
  notes: reading.notes.map(noteAnswer),
  sources: [...reading.sources.values()].map(sourceAnswer),
})
