import { announceChange } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayOf } from '../../platform/values/day.ts'
import { remindOfSheets } from './reminding.ts'
import { takeOverPrices } from './store/take-over.ts'

const EVERY_HOUR = '35 * * * *'
const EVERY_MORNING = '10 5 * * *'

export const jobs = ({ database, clock, site }: House): Job[] => [
  {
    name: 'tariffs.takeOver',
    cron: EVERY_HOUR,
    run: async () => {
      await database.deed(async (sql) => {
        if ((await takeOverPrices(sql, clock())) > 0) await announceChange(sql)
      })
    },
  },
  {
    name: 'tariffs.remind',
    cron: EVERY_MORNING,
    run: async () => {
      const at = clock()
      await database.deed((sql) => remindOfSheets(sql, { day: dayOf(at), at, baseUrl: site.baseUrl }))
    },
  },
]
