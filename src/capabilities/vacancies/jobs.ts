import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayOf } from '../../platform/values/day.ts'
import { askAll } from './store/links.ts'
import { noteTurning } from './store/statements.ts'

const MONDAY_MORNING = '0 5 * * 1'
/** After the search rows have turned: what begins at midnight in Copenhagen is there a few minutes later. */
const EVERY_HOUR = '6 * * * *'

export const jobs = ({ database, clock, site }: House): Job[] => [
  {
    name: 'vacancies.ask',
    cron: MONDAY_MORNING,
    run: async () => {
      const at = clock()
      await database.deed((sql) => askAll(sql, { day: dayOf(at), at, baseUrl: site.baseUrl }))
    },
  },
  {
    name: 'vacancies.note',
    cron: EVERY_HOUR,
    run: async () => {
      await database.deed((sql) => noteTurning(sql, dayOf(clock())))
    },
  },
]
