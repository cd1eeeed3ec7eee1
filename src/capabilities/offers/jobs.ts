import { announceChange } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayOf } from '../../platform/values/day.ts'
import { refreshDue } from './store/search-rows.ts'

/** Midnight in Copenhagen is at one of two hours in UTC, so every hour looks; most find nothing to do. */
const EVERY_HOUR = '2 * * * *'

export const jobs = ({ database, clock }: House): Job[] => [
  {
    name: 'offers.turn',
    cron: EVERY_HOUR,
    run: async () =>
      database.deed(async (sql) => {
        if ((await refreshDue(sql, dayOf(clock()))) > 0) await announceChange(sql)
      }),
  },
]
