import { browser } from '../../tests/setup/browser.ts'
import type { App } from '../harness/app.ts'
import { kilobytes } from '../harness/numbers.ts'
import type { Row } from '../harness/row.ts'

const GOAL = 200_000
const SCRIPT_GOAL = 30_000

/** What a browser that has never been here before fetches to show the front page, with headers, as it came over the wire. */
export async function firstVisit({ url }: App): Promise<Row[]> {
  const context = await (await browser()).newContext()
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const kinds = new Map<string, string>()
  const bytes = { all: 0, script: 0, files: 0 }
  network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.files++
    bytes.all += encodedDataLength
    if (kinds.get(requestId) === 'Script') bytes.script += encodedDataLength
  })
  await network.send('Network.enable')
  await page.goto(url, { waitUntil: 'networkidle' })
  await context.close()
  return [
    {
      what: `first visit to /, ${bytes.files} files, over the wire`,
      goal: `≤ ${kilobytes(GOAL)}`,
      result: kilobytes(bytes.all),
      met: bytes.all <= GOAL,
    },
    {
      what: 'of which script',
      goal: `≤ ${kilobytes(SCRIPT_GOAL)}`,
      result: kilobytes(bytes.script),
      met: bytes.script <= SCRIPT_GOAL,
    },
  ]
}
