import { z } from 'zod'
import { form } from '../../../platform/action.ts'
import type { Sql } from '../../../platform/db.ts'
import { optionalDay, optionalText, text } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Item } from '../../plan/index.ts'
import {
  type Addition,
  addItem,
  additions,
  addLink,
  allItems,
  canStandUnder,
  endLinks,
  freeSlug,
  homeLinks,
  isAddition,
  mustBeNew,
  mustHaveBeen,
  mustStandAlone,
  nextKey,
  openLinks,
  periodOf,
  saidIn,
} from '../../plan/index.ts'
import { AddPage, RetirePage } from '../pages/edit/add.tsx'
import type { Editable } from '../reading.ts'
import { editable, ground, say, subjectOf, takeBack } from './editing.ts'

const addable = z.object({
  title: text(200, 'Skriv en titel.'),
  summary: optionalText(2000),
  from: optionalDay(),
  to: optionalDay(),
  words: optionalText(100),
  responsible: optionalText(100),
  deliverable: optionalText(200),
  ...ground,
})
type Added = z.output<typeof addable>

/** Only what was written becomes a fact. */
function plannedOf({ from, to, words }: Added): unknown {
  if (!from && !to && !words) return undefined
  if (!from) throw new Refusal('from', 'missing', 'Skriv den første dag i perioden, eller lad alle tre felter stå tomme.')
  return periodOf(from, to ?? from, words)
}

/** Puts an item in place under its parent with the next free key. */
async function place(db: Sql, addition: Addition, parent: Item, title: string, now: Date): Promise<{ id: number; key: string }> {
  const { kind } = additions[addition]
  const all = await allItems(db)
  const siblings = all.filter(({ parentId }) => parentId === parent.id)
  const key = nextKey(
    kind,
    parent.key,
    all.map((item) => item.key),
    parent.kind,
  )
  const slug = freeSlug(
    title,
    all.filter((item) => item.kind === kind).map((item) => item.slug),
  )
  const position = Math.max(0, ...siblings.map((sibling) => sibling.position)) + 1
  return { key, id: await addItem(db, { kind, key, slug, parentId: parent.id, position, recordedAt: now }) }
}

const retirable: readonly Item['kind'][] = ['initiative', 'phase', 'milestone']

export const add = [
  form({
    path: '/plan/ret/:key/ny/:addition',
    may: 'plan.edit',
    load: async (ask) => {
      const { addition } = ask.params
      const at = isAddition(addition) ? await editable(ask) : undefined
      return at && isAddition(addition) && canStandUnder(addition, at.item.kind) ? { ...at, addition } : undefined
    },
    input: addable,
    view: AddPage,
    async submit(ask, input, { item: parent, addition, reading }) {
      const { kind, text: word } = additions[addition]
      mustHaveBeen(input.day, ask.today)
      mustBeNew(input.title, parent.parts(kind))
      if (input.responsible && !reading.names.has(input.responsible)) {
        throw new Refusal('responsible', 'unknown body', 'Vælg et organ eller en part på listen.')
      }
      const { title, summary, deliverable, responsible } = input
      const facts = { title, summary, planned: plannedOf(input), deliverable, responsible }
      const { id, key } = await place(ask.db, addition, parent, title, ask.now)
      for (const [field, value] of Object.entries(facts)) {
        if (value !== undefined)
          await say(ask, id, field as keyof typeof facts, value, field === 'title' ? input : { ...input, note: undefined })
      }
      for (const link of homeLinks(kind, parent)) {
        const { day: validFrom, source } = input
        await addLink(ask.db, {
          kind: link.kind,
          fromId: id,
          toId: link.to.id,
          validFrom,
          sources: [saidIn(source)],
          recordedAt: ask.now,
          actorId: ask.actor.id,
        })
      }
      return {
        subject: `plan:${key}`,
        next: kind === 'initiative' ? `/plan/initiativer/${key}` : `${parent.href.split('#')[0] ?? '/plan'}`,
        said: `»${title}« er føjet til som ${word} ${key}.`,
        detail: { parent: parent.key, ...facts, source: input.source },
      }
    },
  }),
  form({
    path: '/plan/ret/:key/ud',
    may: 'plan.edit',
    load: async (ask): Promise<Editable | undefined> => {
      const at = await editable(ask)
      return at && retirable.includes(at.item.kind) ? at : undefined
    },
    input: z.object({ day: ground.day, source: ground.source, note: ground.note }),
    view: RetirePage,
    async submit(ask, input, { item, facts }) {
      mustHaveBeen(input.day, ask.today)
      mustStandAlone(item)
      await takeBack(
        ask,
        facts.filter(({ validUntil }) => validUntil === undefined),
        input,
      )
      const links = (await openLinks(ask.db)).filter(({ fromId, toId }) => fromId === item.id || toId === item.id)
      await endLinks(
        ask.db,
        links.map(({ id }) => id),
        { day: input.day, source: input.source, at: ask.now, actorId: ask.actor.id },
      )
      return {
        subject: subjectOf(item),
        next: `/plan/historik/${item.key}`,
        said: `»${item.title}« er taget ud af planen. Historikken bliver stående.`,
        detail: { title: item.title, source: input.source, note: input.note },
      }
    },
  }),
]
