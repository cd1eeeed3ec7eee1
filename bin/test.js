#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install, root, tsc } from './launch.js'

/** Everything that must hold, in the order in which it is cheapest to learn that it does not. */

const OLDEST_POSTGRES = 15
const reports = join(root, '.cache/test')
const totals = { passed: 0, failed: 0 }

install()
await step('Typer', () => tool(tsc, '--noEmit', '-p', '.'))
await step('Stil', () => tool('node_modules/@biomejs/biome/bin/biome', 'check', '.'))
await step('Bygning', () => tool('bin/build.js'))
await step('Regler, handlinger og hus', () => vitest('deeds'))
await step('Rejser i browseren', () => vitest('journeys'))
const second = secondDatabase()
if (second.skip) tell(`Handlingerne på en anden PostgreSQL er sprunget over: ${second.skip}`)
else await step(`Handlingerne på ${second.name}`, () => vitest('deeds', ['/actions'], second.env))

console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = totals.failed === 0 ? 0 : 1

async function step(name, work) {
  tell(`${name} …`)
  const start = performance.now()
  const { passed, failed, skipped } = await work()
  totals.passed += passed
  totals.failed += failed
  const also = skipped ? `, ${skipped} sprunget over` : ''
  tell(`${name}: ${passed} gik godt, ${failed} fejlede${also} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
}

async function tool(...args) {
  const status = await node(args)
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
}

async function vitest(project, files = [], env = {}) {
  const report = join(reports, 'report.json')
  mkdirSync(reports, { recursive: true })
  rmSync(report, { force: true })
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const options = ['run', '--project', project, '--passWithNoTests', ...output, ...files]
  const status = await node(['node_modules/vitest/vitest.mjs', ...options], env)
  return counted(report, status)
}

/** A file that could not be read holds no test that failed, but it is no success; neither is a run that fell over. */
function counted(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: status === 0 ? 0 : 1 }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  )
  const failed = numFailedTests + broken.length
  return { passed: numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1), skipped: numPendingTests }
}

function node(args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return new Promise((resolve) => child.once('exit', resolve))
}

/** What a municipality's own server is: another PostgreSQL, often an older one. */
function secondDatabase() {
  const { TEST_DATABASE_URL: url } = process.env
  if (url) return { name: 'TEST_DATABASE_URL', env: { TEST_CLUSTER_URL: url } }
  const [oldest] = installedPostgres()
  if (oldest) return { name: `PostgreSQL ${oldest.major} i ${oldest.folder}`, env: { TEST_POSTGRES: oldest.folder } }
  return { skip: `TEST_DATABASE_URL er ikke sat, og her er ingen PostgreSQL ${OLDEST_POSTGRES} eller nyere.` }
}

function installedPostgres() {
  const debian = '/usr/lib/postgresql'
  const folders = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []
  const elsewhere = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  return [...folders, ...(elsewhere ? [elsewhere] : [])]
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .map((folder) => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= OLDEST_POSTGRES)
    .sort((a, b) => a.major - b.major)
}

function majorOf(folder) {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

function tell(sentence) {
  console.log(sentence)
}
