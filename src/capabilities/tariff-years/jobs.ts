import { announceChange } from '../../platform/db.ts'
import type { House } from '../../platform/house.ts'
import { checkFile, fileJobs, type Kitchen, writeFile } from '../../platform/incoming.ts'
import type { Job } from '../../platform/jobs.ts'
import { dayOf } from '../../platform/values/day.ts'
import { type Draft, way } from './draft.ts'
import { readTariffs, writeTariffs } from './intake.ts'
import { remindOfSheets } from './reminding.ts'
import { takeOverPrices } from './store/take-over.ts'

const EVERY_HOUR = '35 * * * *'
const EVERY_MORNING = '10 5 * * *'

/** Reads a workbook that was sent as far as it can without asking. */
export const checkTariffs = (kitchen: Kitchen, id: string): Promise<void> => checkFile<Draft>(kitchen, way, id, readTariffs)

export const finishTariffs = (kitchen: Kitchen, id: string): Promise<void> =>
  writeFile<Draft>(kitchen, way, id, (writing) => writeTariffs(writing))

export const jobs = ({ database, clock, site }: House): Job[] => [
  ...fileJobs({ database, clock }, way, { check: checkTariffs, finish: finishTariffs, tidyAt: 53 }),
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
