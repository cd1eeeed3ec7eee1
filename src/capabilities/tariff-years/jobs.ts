import { announceChange } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { takeOverPrices } from './store/take-over.ts'

const EVERY_HOUR = '35 * * * *'

export const jobs = ({ database, clock }: House): Job[] => [
  {
    name: 'tariffs.takeOver',
    cron: EVERY_HOUR,
    run: async () => {
      await database.deed(async (sql) => {
        if ((await takeOverPrices(sql, clock())) > 0) await announceChange(sql)
      })
    },
  },
]
