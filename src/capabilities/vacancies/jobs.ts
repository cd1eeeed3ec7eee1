import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayOf } from '../../platform/values/day.ts'
import { askAll } from './store/links.ts'
import { noteTurning } from './store/statements.ts'

const MONDAY_MORNING = '0 5 * * 1'
const EVERY_NIGHT = '20 0 * * *'

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
    cron: EVERY_NIGHT,
    run: async () => {
      await database.deed((sql) => noteTurning(sql, dayOf(clock())))
    },
  },
]
