import type { House } from '../../platform/house.ts'
import { answerGivenUp, checkFile, idIn, type Kitchen, tidyFiles, writeFile } from '../../platform/incoming.ts'
import type { Job } from '../../platform/jobs.ts'
import { type Draft, KIND } from './draft.ts'
import { readOffers } from './reading.ts'
import { writeOffers } from './writing.ts'

/** The jobs that read a file of offers and write what was confirmed of it. */
export const CHECK = 'intake.check'
export const WRITE = 'intake.write'

export const jobs = (house: House): Job[] => [
  { name: CHECK, run: async (payload) => checkOffers(house, idIn(payload)) },
  { name: WRITE, run: async (payload) => finishOffers(house, idIn(payload)) },
  { name: 'intake.answer', cron: '* * * * *', run: async () => answerGivenUp(house, KIND) },
  { name: 'intake.tidy', cron: '41 * * * *', run: async () => tidyFiles(house, KIND) },
]

/** Reads a file that was sent as far as it can without asking. */
export const checkOffers = (kitchen: Kitchen, id: string): Promise<void> =>
  checkFile<Draft>(kitchen, { kind: KIND, id }, readOffers)

export const finishOffers = (kitchen: Kitchen, id: string): Promise<void> =>
  writeFile<Draft>(kitchen, { kind: KIND, id, again: CHECK }, writeOffers)
