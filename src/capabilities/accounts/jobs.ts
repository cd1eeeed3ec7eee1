import type { House } from '../../platform/house.ts'
import { checkFile, fileJobs, type Kitchen, writeFile } from '../../platform/incoming.ts'
import type { Job } from '../../platform/jobs.ts'
import { type Draft, way } from './draft.ts'
import { readAccounts, writeAccounts } from './intake.ts'

/** Reads a workbook that was sent as far as it can without asking. */
export const checkAccounts = (kitchen: Kitchen, id: string): Promise<void> => checkFile<Draft>(kitchen, way, id, readAccounts)

const finishAccounts = (kitchen: Kitchen, id: string): Promise<void> =>
  writeFile<Draft>(kitchen, way, id, (writing) => writeAccounts(writing))

export const jobs = ({ database, clock }: House): Job[] =>
  fileJobs({ database, clock }, way, { check: checkAccounts, finish: finishAccounts, tidyAt: 47 })
