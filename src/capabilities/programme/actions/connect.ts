import { z } from 'zod'
import { form } from '../../../platform/action.ts'
import { choice, text } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import type { Item } from '../../plan/index.ts'
import {
  addLink,
  allItems,
  endLinks,
  fits,
  holdsOn,
  type Linkable,
  linkable,
  linkableKinds,
  mustHaveBeen,
  mustNotCircle,
  openLinks,
  planKinds,
  saidIn,
} from '../../plan/index.ts'
import { ConnectPage, DisconnectPage, ResourcesPage } from '../pages/edit/connect.tsx'
import type { Connection, Editable } from '../reading.ts'
import { editable, ground, say, subjectOf, takeBack } from './editing.ts'

/** The links from the item that have not ended, with what they lead to. */
async function connectionsOf(db: Parameters<typeof openLinks>[0], { item, reading }: Editable): Promise<Connection[]> {
  const links = (await openLinks(db)).filter(({ fromId }) => fromId === item.id)
  return links.flatMap(({ id, kind, toId }) => {
    const to = reading.plan.items.find((other) => other.id === toId)
    return to && kind in linkable ? [{ id, kind: kind as Linkable, to }] : []
  })
}

const kindsFrom = (item: Item): Linkable[] =>
  linkableKinds.filter((kind) => linkable[kind].from.some((from) => from === item.kind))

const and = new Intl.ListFormat('da', { type: 'disjunction' })

function mustFit(kind: Linkable, from: Item, to: Item): void {
  if (fits(kind, from.kind, to.kind)) return
  const names = and.format(linkable[kind].to.map((one) => planKinds[one].toLowerCase()))
  throw new Refusal('target', 'kind', `»${linkable[kind].label}« skal pege på ${names}. Vælg noget andet.`)
}

const several = z.preprocess((value) => (typeof value === 'string' ? value.split(',') : (value ?? [])), z.array(text(100)))

export const connect = [
  form({
    path: '/plan/ret/:key/kobling',
    may: 'plan.edit',
    load: async (ask) => {
      const at = await editable(ask)
      return at && kindsFrom(at.item).length > 0
        ? { ...at, kinds: kindsFrom(at.item), connections: await connectionsOf(ask.db, at) }
        : undefined
    },
    input: z.object({
      kind: choice(linkableKinds, 'Vælg, hvad koblingen betyder.'),
      target: text(40, 'Vælg, hvad det kobles til.'),
      ...ground,
    }),
    view: ConnectPage,
    async submit(ask, { kind, target, ...input }, { item, reading, connections }) {
      mustHaveBeen(input.day, ask.today)
      const to = reading.plan.withKey(target)
      if (!to) throw new Refusal('target', 'unknown', 'Vælg noget, der står i planen.')
      mustFit(kind, item, to)
      if (connections.some((one) => one.kind === kind && one.to === to)) {
        throw new Refusal('target', 'exists', `Koblingen til »${to.title}« er der allerede. Der er ikke gemt noget.`)
      }
      if (kind === 'depends') {
        const waits = (await openLinks(ask.db)).filter((link) => link.kind === 'depends')
        mustNotCircle(item, to, waits, await allItems(ask.db))
      }
      const { day: validFrom, source } = input
      await addLink(ask.db, {
        kind,
        fromId: item.id,
        toId: to.id,
        validFrom,
        sources: [saidIn(source)],
        recordedAt: ask.now,
        actorId: ask.actor.id,
      })
      return {
        subject: subjectOf(item),
        next: item.href,
        said: `Koblet til »${to.title}«.`,
        detail: { kind, to: to.key, source },
      }
    },
  }),
  form({
    path: '/plan/ret/:key/kobling/:link/fjern',
    may: 'plan.edit',
    load: async (ask) => {
      const at = await editable(ask)
      const connection = at && (await connectionsOf(ask.db, at)).find(({ id }) => String(id) === ask.params.link)
      return at && connection && { ...at, connection }
    },
    input: z.object({ day: ground.day, source: ground.source }),
    view: DisconnectPage,
    async submit(ask, { day, source }, { item, connection }) {
      mustHaveBeen(day, ask.today)
      await endLinks(ask.db, [connection.id], { day, source, at: ask.now, actorId: ask.actor.id })
      const { kind, to } = connection
      return {
        subject: subjectOf(item),
        next: item.href,
        said: `Koblingen til »${to.title}« er fjernet.`,
        detail: { ended: kind, to: to.key, source },
      }
    },
  }),
  form({
    path: '/plan/ret/:key/ressourcer',
    may: 'plan.edit',
    load: async (ask) => {
      const at = await editable(ask)
      return at?.item.kind === 'initiative' ? at : undefined
    },
    input: z.object({ needs: choice(['ja', 'nej'], 'Vælg ja eller nej.'), route: several, ...ground }),
    view: ResourcesPage,
    async submit(ask, { needs, route, ...input }, { item, facts, reading }) {
      mustHaveBeen(input.day, ask.today)
      const wanted = needs === 'ja' ? [...new Set(route)] : []
      const stranger = wanted.find((key) => !reading.names.has(key))
      if (stranger) throw new Refusal('route', 'unknown body', 'Vælg organer på listen.')
      if (needs === 'ja' && wanted.length === 0)
        throw new Refusal('route', 'no route', 'Vælg mindst ét organ, der skal beslutte det.')
      const held = facts.filter((fact) => fact.field === 'decisionRoute' && holdsOn(fact, ask.today))
      const old = held.map(({ value }) => value)
      if (
        item.flag('needsResources') === (needs === 'ja') &&
        old.length === wanted.length &&
        wanted.every((key) => old.includes(key))
      ) {
        throw new Refusal(undefined, 'unchanged', 'Der står allerede det samme. Der er ikke gemt noget.')
      }
      if (item.flag('needsResources') !== (needs === 'ja')) await say(ask, item.id, 'needsResources', needs === 'ja', input)
      await takeBack(
        ask,
        held.filter(({ value }) => !wanted.includes(String(value))),
        input,
      )
      for (const key of wanted.filter((one) => !old.includes(one)))
        await say(ask, item.id, 'decisionRoute', key, { ...input, note: undefined })
      return {
        subject: subjectOf(item),
        next: `${item.href}#ressourcer`,
        said:
          needs === 'ja'
            ? 'Initiativet kræver større ressourcer og skal besluttes.'
            : 'Initiativet kræver ikke større ressourcer.',
        detail: { needs, route: wanted, source: input.source },
      }
    },
  }),
]
