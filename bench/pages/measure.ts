import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { pageTypes } from '../../tests/setup/wander.ts'
import type { Row } from '../harness/row.ts'

const REPORT = '.cache/bench-pages.json'
const FILES = ['tests/pages.test.ts', 'tests/journeys/pages.spec.ts']

type Report = { testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[] }

/** The tests that open every page, told as a measurement: what they look for is to be found nowhere. */
export async function measurePages(): Promise<Row[]> {
  const options = ['run', '--reporter=json', `--outputFile=${REPORT}`, ...FILES]
  const vitest = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(vitest, 'close')
  const { testResults } = JSON.parse(readFileSync(REPORT, 'utf8')) as Report
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ title, status, failureMessages }) => ({
      what: `${title} (${pageTypes.length} page types)`,
      goal: '0 findings',
      result: status === 'passed' ? '0 findings' : firstLine(failureMessages[0] ?? status),
      met: status === 'passed',
    }))
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replaceAll('|', '/').slice(0, 200)
