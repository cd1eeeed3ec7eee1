import type { House } from '../../platform/house.ts'
import { checkFile, fileJobs, type Kitchen, setReady, tidyFiles, writeFile } from '../../platform/incoming.ts'
import type { Job } from '../../platform/jobs.ts'
import { type Draft, way } from './draft.ts'
import { check } from './incoming.ts'
import { clearStaged } from './store/staged.ts'
import { writeDraft } from './writing.ts'

export const jobs = (house: House): Job[] => fileJobs(house, way, { check: checkDraft, finish: finishDraft, tidyAt: 23 })

/** Reads a file that was sent, and keeps what confirming it would do. */
export const checkDraft = (kitchen: Kitchen, id: string): Promise<void> =>
  checkFile<Draft>(kitchen, way, id, async (checking) => {
    await clearStaged(checking.sql, id)
    await setReady(checking.sql, id, await check(checking))
  })

export const finishDraft = (kitchen: Kitchen, id: string): Promise<void> => writeFile<Draft>(kitchen, way, id, writeDraft)

export const tidy = (kitchen: Kitchen): Promise<void> => tidyFiles(kitchen, way)
