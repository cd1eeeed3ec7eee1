import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayOf } from '../../platform/values/day.ts'
import { remindAll } from './asking.ts'
import { makeHalfYears } from './halves.ts'
import { findIncreases } from './store/cases.ts'

const EVERY_NIGHT = '20 3 * * *'
const AFTER_MIDNIGHT = '15 0 * * *'
const EVERY_MORNING = '40 5 * * *'
const BY = { actorId: undefined, actorName: 'Fælles' }

export const jobs = ({ database, clock, site }: House): Job[] => [
  {
    name: 'increases.find',
    cron: EVERY_NIGHT,
    run: async () => {
      const now = clock()
      await database.deed((sql) => findIncreases(sql, { ...BY, now, day: dayOf(now) }))
    },
  },
  {
    name: 'increases.halfYear',
    cron: AFTER_MIDNIGHT,
    run: async () => {
      await database.deed((sql) => makeHalfYears(sql, clock()))
    },
  },
  {
    name: 'increases.remind',
    cron: EVERY_MORNING,
    run: async () => {
      const now = clock()
      await database.deed((sql) => remindAll(sql, { ...BY, now, today: dayOf(now), baseUrl: site.baseUrl }))
    },
  },
]
