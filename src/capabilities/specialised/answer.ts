import { z } from 'zod'
import { keysOf } from '../../platform/values/keys.ts'
import type { LoadedList } from './actions/listing.ts'
import type { LoadedOverview } from './actions/overview.ts'
import type { Running } from './actions/progress.ts'
import { eventKinds, type ListEvent, results, standingOn } from './listing.ts'
import { stepKinds } from './task-force.ts'

/** How the special offers look in the open API. Who wrote a thing and what is internal is told to nobody. */

export const overviewOutput = z.object({
  mostSpecialised: z.object({ listed: z.int(), followUp: z.int(), notAssessedLately: z.int() }),
  taskForce: z.object({ open: z.int(), late: z.int(), closed: z.int(), example: z.boolean() }),
  national: z.object({ concludedYear: z.int().optional() }),
  schooling: z.object({ year: z.int().optional() }),
  boernehus: z.object({ year: z.int().optional(), cases: z.int().optional() }),
})

export function overviewAnswer(loaded: LoadedOverview): z.output<typeof overviewOutput> {
  const { listed, followUp, old, cases, concluded, schoolYear, boernehus } = loaded
  const open = cases.filter(({ progress }) => progress.open)
  return {
    mostSpecialised: { listed, followUp, notAssessedLately: old },
    taskForce: {
      open: open.length,
      late: open.filter(({ progress }) => progress.late.length > 0).length,
      closed: cases.length - open.length,
      example: cases.some(({ of }) => of.example),
    },
    national: { concludedYear: concluded },
    schooling: { year: schoolYear },
    boernehus: { year: boernehus?.year, cases: boernehus?.cases },
  }
}

const eventOutput = z.object({
  kind: z.enum(keysOf(eventKinds)),
  day: z.iso.date(),
  dayText: z.string().optional(),
  speciality: z.string().optional(),
  assessedBy: z.string().optional(),
  targetGroup: z.string().optional(),
  criteria: z.array(z.string()),
  result: z.enum(keysOf(results)).optional(),
  followUp: z.boolean(),
  note: z.string().optional(),
  source: z.string(),
  sourceUrl: z.string().optional(),
  example: z.boolean(),
})

export const listOutput = z.object({
  day: z.iso.date(),
  offers: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      offerId: z.int().optional(),
      speciality: z.string().optional(),
      onList: z.boolean(),
      since: z.iso.date().optional(),
      until: z.iso.date().optional(),
      result: z.enum(keysOf(results)).optional(),
      followUp: z.boolean(),
      events: z.array(eventOutput),
    }),
  ),
})

const eventAnswer = (event: ListEvent): z.output<typeof eventOutput> => {
  const {
    kind,
    day,
    dayText,
    speciality,
    assessedBy,
    targetGroup,
    criteria,
    result,
    followUp,
    note,
    source,
    sourceUrl,
    example,
  } = event
  return { kind, day, dayText, speciality, assessedBy, targetGroup, criteria, result, followUp, note, source, sourceUrl, example }
}

export const listAnswer = ({ all, day }: LoadedList): z.output<typeof listOutput> => ({
  day,
  offers: all.flatMap(({ key, name, offerId, events }) => {
    const { on, listed, left, assessed } = standingOn({ events }, day)
    if (!listed) return []
    return {
      key,
      name,
      offerId,
      speciality: listed.speciality,
      onList: on,
      since: listed.day,
      until: left?.day,
      result: assessed?.result,
      followUp: assessed?.followUp ?? false,
      events: events.filter((event) => event.day <= day).map(eventAnswer),
    }
  }),
})

export const casesOutput = z.object({
  cases: z.array(
    z.object({
      id: z.int(),
      key: z.string(),
      name: z.string(),
      offerId: z.int().optional(),
      raisedOn: z.iso.date(),
      raisedBy: z.string(),
      party: z.string().optional(),
      reason: z.string(),
      dueOn: z.iso.date().optional(),
      open: z.boolean(),
      late: z.boolean(),
      source: z.string(),
      example: z.boolean(),
      steps: z.array(
        z.object({
          id: z.int(),
          kind: z.enum(keysOf(stepKinds)),
          day: z.iso.date(),
          text: z.string(),
          responsible: z.string().optional(),
          dueOn: z.iso.date().optional(),
          actionId: z.int().optional(),
        }),
      ),
    }),
  ),
})

export const casesAnswer = ({ cases }: { cases: readonly Running[] }): z.output<typeof casesOutput> => ({
  cases: cases.map(({ of, progress }) => ({
    id: of.id,
    key: of.key,
    name: of.name,
    offerId: of.offerId,
    raisedOn: of.raisedOn,
    raisedBy: of.raisedBy,
    party: of.party,
    reason: of.reason,
    dueOn: of.dueOn,
    open: progress.open,
    late: progress.late.length > 0,
    source: of.source,
    example: of.example,
    steps: of.steps
      .filter(({ internal }) => !internal)
      .map(({ id, kind, day, text, responsible, dueOn, actionId }) => ({ id, kind, day, text, responsible, dueOn, actionId })),
  })),
})
