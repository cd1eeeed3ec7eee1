import type { House } from '../../platform/house.ts'
import { answerGivenUp, checkFile, idIn, type Kitchen, setReady, tidyFiles, writeFile } from '../../platform/incoming.ts'
import type { Job } from '../../platform/jobs.ts'
import { type Draft, KIND } from './draft.ts'
import { check } from './incoming.ts'
import { clearStaged } from './store/staged.ts'
import { writeDraft } from './writing.ts'

/** The jobs that read a file and write what was confirmed of it. */
export const CHECK = 'exchange.check'
export const WRITE = 'exchange.write'

export const jobs = (house: House): Job[] => [
  { name: CHECK, run: async (payload) => checkDraft(house, idIn(payload)) },
  { name: WRITE, run: async (payload) => finishDraft(house, idIn(payload)) },
  { name: 'exchange.answer', cron: '* * * * *', run: async () => answerGivenUp(house, KIND) },
  { name: 'exchange.tidy', cron: '23 * * * *', run: async () => tidy(house) },
]

/** Reads a file that was sent, and keeps what confirming it would do. */
export const checkDraft = (kitchen: Kitchen, id: string): Promise<void> =>
  checkFile<Draft>(kitchen, { kind: KIND, id }, async (checking) => {
    await clearStaged(checking.sql, id)
    await setReady(checking.sql, id, await check(checking))
  })

export const finishDraft = (kitchen: Kitchen, id: string): Promise<void> =>
  writeFile<Draft>(kitchen, { kind: KIND, id, again: CHECK }, writeDraft)

export const tidy = (kitchen: Kitchen): Promise<void> => tidyFiles(kitchen, KIND)
