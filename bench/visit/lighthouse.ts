import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { found } from '../../tests/setup/browser.ts'
import type { App } from '../harness/app.ts'
import type { Row } from '../harness/row.ts'

const COMMAND = 'bench/peers/node_modules/lighthouse/cli/index.js'
const GOAL = 95
const PATHS = ['/', '/plan', '/plan/status', '/plan/parter/faxe']

type Report = { categories: Record<string, { title: string; score: number | null }> }

/** Lighthouse as on a mobile phone; it is no library of ours, so it is installed by itself. */
export async function lighthouse({ url }: App): Promise<Row[]> {
  const rows: Row[] = []
  for (const path of PATHS) {
    const row = { what: `${path}, Lighthouse mobile, four categories`, goal: `≥ ${GOAL} each` }
    if (!existsSync(COMMAND)) rows.push({ ...row, result: 'not measured: npm ci --prefix bench/peers', met: undefined })
    else rows.push({ ...row, ...scored(await audited(url + path)) })
  }
  return rows
}

function scored({ categories }: Report): Pick<Row, 'result' | 'met'> {
  const scores = Object.values(categories).map(({ title, score }) => ({ title, score: Math.round((score ?? 0) * 100) }))
  return {
    result: scores.map(({ title, score }) => `${title} ${score}`).join(', '),
    met: scores.length === 4 && scores.every(({ score }) => score >= GOAL),
  }
}

async function audited(url: string): Promise<Report> {
  const { path, env } = found()
  const options = ['--output=json', '--quiet', '--chrome-flags=--no-sandbox --headless=new']
  const child = spawn(process.execPath, [COMMAND, url, ...options], {
    env: { ...process.env, ...env, CHROME_PATH: path },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let json = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    json += text
  })
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`Lighthouse ended with ${code} on ${url}`)
  return JSON.parse(json) as Report
}
