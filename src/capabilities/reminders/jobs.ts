import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { addDays, dayOf } from '../../platform/values/day.ts'
import { parameterOn } from '../rules/index.ts'
import { forgetReminders, remind } from './store.ts'

const MONDAY_MORNING = '0 6 * * 1'

export const jobs = ({ database, clock, site }: House): Job[] => [
  {
    name: 'reminders.send',
    cron: MONDAY_MORNING,
    run: async () => {
      const at = clock()
      const day = dayOf(at)
      await database.deed(async (sql) => {
        await forgetReminders(sql, new Date(addDays(day, -(await parameterOn(sql, 'mail.keepDays', day)))))
        await remind(sql, { day, at, baseUrl: site.baseUrl })
      })
    },
  },
]
