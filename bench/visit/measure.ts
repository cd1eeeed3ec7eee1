import { browser } from '../../tests/setup/browser.ts'
import type { Row } from '../harness/row.ts'
import { onTrial } from '../harness/trial.ts'
import { firstVisit } from './bytes.ts'
import { lighthouse } from './lighthouse.ts'

/** What the first page costs the one who opens it. */
export const measureVisit = (): Promise<Row[]> =>
  onTrial(async ({ app }) => {
    const rows = await firstVisit(app)
    await (await browser()).close()
    return [...rows, ...(await lighthouse(app))]
  })
