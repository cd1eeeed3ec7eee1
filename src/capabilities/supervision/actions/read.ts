import { z } from 'zod'
import { type Action, type Ask, download, page } from '../../../platform/action.ts'
import { asOfQuery } from '../../../platform/as-of.ts'
import { addDays } from '../../../platform/values/day.ts'
import { idIn } from '../../../platform/values/id.ts'
import { type Offer, offerWith } from '../../offers/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { decisions, type Fact, factsOn, isCurrent } from '../fact.ts'
import { DeskPage } from '../pages/desk.tsx'
import { ListPage } from '../pages/list.tsx'
import { OfferSupervisionPage } from '../pages/offer.tsx'
import { factsToRead, type Read, type ReadFact } from '../reading.ts'
import { factsCsv, factsWorkbook } from '../sheets.ts'
import { offersNamed, writtenOf } from '../store/facts.ts'

const query = asOfQuery.extend({ art: z.string().optional(), vis: z.string().optional(), side: z.string().optional() })
type Asked = Ask<unknown, z.output<typeof query>>

const PAGE = 50

async function chosen(ask: Asked) {
  const read = await factsToRead(ask)
  const { art, vis } = ask.query
  const current = read.facts.filter(isCurrent)
  const facts = (vis === 'alt' ? read.facts : current).filter(({ kind }) => !art || !(art in decisions) || kind === art)
  return { ...read, facts, current: current.length, offers: new Set(current.map(({ offerId }) => offerId)).size }
}

async function list(ask: Asked) {
  const all = await chosen(ask)
  const pages = Math.max(1, Math.ceil(all.facts.length / PAGE))
  const page = Math.min(pages, Math.max(1, Number(ask.query.side) || 1))
  return { ...all, page, pages, shown: all.facts.slice((page - 1) * PAGE, page * PAGE) }
}
export type Listed = Awaited<ReturnType<typeof list>>

export type OfferToRead = { offer: Offer; read: Read }

const SOONEST = 10

async function desk({ db, today, query: { q } }: Ask<unknown, { q?: string | undefined }>) {
  const [rows, soonDays, found] = await Promise.all([
    writtenOf(db),
    parameterOn(db, 'supervision.soonDays', today),
    q?.trim() ? offersNamed(db, q.trim().slice(0, 100)) : [],
  ])
  const facts = factsOn(rows, today).filter(({ withdrawn }) => !withdrawn)
  const soon = (fact: Fact) => isCurrent(fact) && fact.lastDay !== undefined && fact.lastDay <= addDays(today, soonDays)
  return {
    found,
    soonDays,
    waiting: facts.filter(soon).sort((a, b) => ((a.lastDay ?? '') < (b.lastDay ?? '') ? -1 : 1)),
    newest: [...facts].sort((a, b) => b.id - a.id).slice(0, SOONEST),
  }
}
export type Desk = Awaited<ReturnType<typeof desk>>

const output = z.object({
  months: z.number(),
  facts: z.array(
    z.object({
      id: z.int(),
      offerId: z.int(),
      offer: z.string(),
      kind: z.string(),
      colour: z.string().optional(),
      decidedOn: z.iso.date(),
      validFrom: z.iso.date(),
      lastDay: z.iso.date().optional(),
      state: z.string(),
      authority: z.string(),
      text: z.string().optional(),
      publishedUrl: z.string().optional(),
      source: z.string(),
      example: z.boolean(),
      outcomes: z.array(
        z.object({ kind: z.string(), day: z.iso.date(), authority: z.string(), publishedUrl: z.string().optional() }),
      ),
    }),
  ),
})

const answerOf = ({ months, facts }: { months: number; facts: readonly ReadFact[] }): z.output<typeof output> => ({
  months,
  facts: facts.map((fact) => ({
    id: fact.root,
    offerId: fact.offerId,
    offer: fact.offerName,
    kind: fact.kind,
    colour: fact.colour,
    decidedOn: fact.day,
    validFrom: fact.validFrom,
    lastDay: fact.lastDay,
    state: fact.state,
    authority: fact.authority,
    text: fact.text,
    publishedUrl: fact.publishedUrl,
    source: fact.source,
    example: fact.example,
    outcomes: fact.outcomes.map(({ kind, day, authority, publishedUrl }) => ({ kind, day, authority, publishedUrl })),
  })),
})

export const reading: Action[] = [
  page({
    path: '/tilsyn',
    may: 'supervision.read',
    open: true,
    query,
    load: list,
    view: ListPage,
    apiRead: {
      path: '/supervision',
      summary: 'Decisions of the socialtilsyn in force, or with ?vis=alt those that no longer hold too; 50 at a time by ?side=',
      output,
      answer: ({ months, shown }) => answerOf({ months, facts: shown }),
    },
  }),
  download({ path: '/tilsyn/afgoerelser.xlsx', may: 'supervision.read', query, load: chosen, send: factsWorkbook }),
  download({ path: '/tilsyn/afgoerelser.csv', may: 'supervision.read', query, load: chosen, send: factsCsv }),

  page({
    path: '/tilsyn/opgaver',
    may: 'supervision.write',
    query: z.object({ q: z.string().optional() }),
    load: desk,
    view: DeskPage,
  }),

  page({
    path: '/tilsyn/tilbud/:id',
    may: 'supervision.read',
    open: true,
    query: asOfQuery,
    load: async (ask): Promise<OfferToRead | undefined> => {
      const detail = await offerWith(ask.db, idIn(ask.params.id))
      return detail && { offer: detail.offer, read: await factsToRead(ask, detail.offer.id) }
    },
    view: OfferSupervisionPage,
  }),
]
