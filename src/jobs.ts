import { jobs as accounts } from './capabilities/accounts/jobs.ts'
import { jobs as exchange } from './capabilities/exchange/jobs.ts'
import { jobs as increases } from './capabilities/increases/jobs.ts'
import { jobs as intake } from './capabilities/intake/jobs.ts'
import { jobs as mail } from './capabilities/mail/jobs.ts'
import { jobs as offers } from './capabilities/offers/jobs.ts'
import { jobs as people } from './capabilities/people/jobs.ts'
import { jobs as reminders } from './capabilities/reminders/jobs.ts'
import { jobs as tariffYears } from './capabilities/tariff-years/jobs.ts'
import { jobs as vacancies } from './capabilities/vacancies/jobs.ts'
import type { Config } from './platform/config.ts'
import type { House } from './platform/house.ts'
import type { Job } from './platform/jobs.ts'

/** What runs by itself, room by room. */
export const jobs = (house: House, config: Config): Job[] => [
  ...people(house),
  ...mail(house, config),
  ...reminders(house),
  ...exchange(house),
  ...offers(house),
  ...intake(house),
  ...vacancies(house),
  ...accounts(house),
  ...tariffYears(house),
  ...increases(house),
]
