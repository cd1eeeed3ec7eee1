import type { House } from '../../platform/house.ts'
import type { Job } from '../../platform/jobs.ts'
import { removeExpired } from './store/sessions.ts'

export const jobs = ({ database, clock }: House): Job[] => [
  {
    name: 'people.removeExpiredSessions',
    cron: '17 * * * *',
    run: async () => void (await removeExpired(database.sql, clock())),
  },
]
