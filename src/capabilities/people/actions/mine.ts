import { z } from 'zod'
import { type Action, type Ask, download, form, page } from '../../../platform/action.ts'
import { addDays, dayOf } from '../../../platform/values/day.ts'
import { choice, text } from '../../../platform/values/fields.ts'
import { EndKeyPage, KeyOncePage, lifetimes, NewKeyPage } from '../pages/keys.tsx'
import { EndOtherSessionsPage, MinePage } from '../pages/mine.tsx'
import { countMailTo, deedsOf, personWithId, rolesOf } from '../store/people.ts'
import { addKey, endKey, endSessionsOf, keysOf, sessionsOf } from '../store/sessions.ts'

const DEEDS_ON_PAGE = 20

/** Everything that is stored about who asks; `deeds` at most that many. */
async function storedAboutMe({ db, actor, now, session }: Pick<Ask, 'db' | 'actor' | 'now' | 'session'>, deeds?: number) {
  const id = actor.id ?? 0
  const person = await personWithId(db, id)
  if (!person) return undefined
  return {
    person,
    roles: await rolesOf(db, id),
    sessions: await sessionsOf(db, id, now, session),
    keys: await keysOf(db, id),
    deeds: await deedsOf(db, id, deeds),
    mails: await countMailTo(db, person),
  }
}

export type Mine = NonNullable<Awaited<ReturnType<typeof storedAboutMe>>>

const ownKey = async ({ db, actor, now, params }: Ask<{ id: string }>) =>
  (await keysOf(db, actor.id ?? 0)).find(({ id, endedAt, expiresAt }) => String(id) === params.id && !endedAt && expiresAt > now)

export const mine: Action[] = [
  page({
    path: '/mig',
    may: 'me.read',
    load: (ask) => storedAboutMe(ask, DEEDS_ON_PAGE),
    view: (mine) => MinePage(mine, DEEDS_ON_PAGE),
  }),

  download({
    path: '/mig/data.json',
    may: 'me.read',
    load: (ask) => storedAboutMe(ask),
    send: (mine, { now }) => ({
      name: 'mine-data.json',
      type: 'application/json; charset=utf-8',
      body: JSON.stringify({ made: now, ...mine }, undefined, 2),
    }),
  }),

  form({
    path: '/mig/noegler/ny',
    may: 'me.read',
    input: z.object({
      navn: text(80, 'Skriv, hvad nøglen skal bruges til.'),
      dage: choice(lifetimes, 'Vælg, hvor længe nøglen skal virke.'),
    }),
    load: async () => ({}),
    view: (_, __, form) => NewKeyPage(form),
    async submit({ db, actor, now, today, site }, { navn, dage }) {
      const until = addDays(today, Number(dage))
      const expiresAt = new Date(now.getTime() + Number(dage) * 86_400_000)
      const key = await addKey(db, actor.id ?? 0, { name: navn, expiresAt, now })
      const once = KeyOncePage({ key, name: navn, until, baseUrl: site.baseUrl })
      return { subject: `person:${actor.id}`, next: '/mig#noegler', detail: { key: navn, until }, once }
    },
  }),

  form({
    path: '/mig/noegler/:id/slut',
    may: 'me.read',
    load: ownKey,
    view: (key, _, form) => EndKeyPage(key, form),
    async submit({ db, actor, now }, _, key) {
      await endKey(db, key.id, now)
      return {
        subject: `person:${actor.id}`,
        next: '/mig#noegler',
        said: `Nøglen ${key.name} virker ikke længere.`,
        detail: { key: key.name, made: dayOf(key.createdAt) },
      }
    },
  }),

  form({
    path: '/mig/log-ud-andre',
    may: 'me.read',
    load: async () => ({}),
    view: (_, __, form) => EndOtherSessionsPage(form),
    async submit({ db, actor, session }) {
      await endSessionsOf(db, actor.id ?? 0, session)
      return { subject: `person:${actor.id}`, next: '/mig#sessioner', said: 'Du er nu kun logget ind her.' }
    },
  }),
]
