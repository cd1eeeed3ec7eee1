import { type Action, download } from '../../../platform/action.ts'
import { planOn } from '../../plan/index.ts'
import { allSnapshots } from '../../snapshots/index.ts'
import { atom } from '../atom.ts'
import { calendar, entriesOf } from '../calendar.ts'
import { accomplished, corrected, frozen, MOST_CHANGES, newestFirst, reported } from '../change.ts'
import { namesOfBodies } from '../outgoing.ts'
import { calendarRows, newestFacts, newestReports } from '../store/changes.ts'

const ATOM = '/plan/aendringer.atom'

export const feeds: Action[] = [
  download({
    path: ATOM,
    may: 'plan.read',
    open: true,
    load: async ({ db, today }) => {
      const [reports, facts, snapshots, plan, names] = await Promise.all([
        newestReports(db, MOST_CHANGES),
        newestFacts(db, MOST_CHANGES),
        allSnapshots(db),
        planOn(db, today),
        namesOfBodies(db),
      ])
      return newestFirst([
        ...reports.map(reported),
        ...corrected(facts, plan, names),
        ...snapshots.map(frozen),
        ...accomplished(plan, facts),
      ])
    },
    send: (changes, { site, now }) => ({
      name: 'aendringer.atom',
      type: 'application/atom+xml; charset=utf-8',
      inline: true,
      body: atom({
        baseUrl: site.baseUrl,
        path: ATOM,
        title: 'Fælles: ændringer i Rammeaftale Sjælland',
        subtitle: changes.some(({ example }) => example)
          ? 'Nye statusmeldinger, rettelser og gennemførte milepæle. Indeholder eksempeldata.'
          : 'Nye statusmeldinger, rettelser og gennemførte milepæle.',
        author: 'Rammeaftalesekretariatet',
        changes,
        empty: now,
      }),
    }),
  }),
  download({
    path: '/plan/milepaele.ics',
    may: 'plan.read',
    open: true,
    load: async ({ db, today }) => entriesOf(await calendarRows(db), await planOn(db, today)),
    send: (entries, { site }) => ({
      name: 'milepaele.ics',
      type: 'text/calendar; charset=utf-8',
      inline: true,
      body: calendar({ baseUrl: site.baseUrl, name: 'Milepæle i Rammeaftale Sjælland', entries }),
    }),
  }),
]
