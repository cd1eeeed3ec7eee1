import type { House } from '../../platform/house.ts'
import { checkFile, fileJobs, type Kitchen, writeFile } from '../../platform/incoming.ts'
import type { Job } from '../../platform/jobs.ts'
import { type Draft, way } from './draft.ts'
import { readOffers } from './reading.ts'
import { writeOffers } from './writing.ts'

export const jobs = (house: House): Job[] => fileJobs(house, way, { check: checkOffers, finish: finishOffers, tidyAt: 41 })

/** Reads a file that was sent as far as it can without asking. */
export const checkOffers = (kitchen: Kitchen, id: string): Promise<void> => checkFile<Draft>(kitchen, way, id, readOffers)

export const finishOffers = (kitchen: Kitchen, id: string): Promise<void> => writeFile<Draft>(kitchen, way, id, writeOffers)
