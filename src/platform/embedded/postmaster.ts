import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../config.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { isErrno } from './errno.ts'
import { clusterName, send } from './processes.ts'

export type ServerPlan = {
  readonly place: string
  readonly binaries: Binaries
  readonly account: Account
  readonly settings: Readonly<Record<string, string>>
  readonly log: (sentence: string) => void
}

const LOG_LIMIT = 10_000_000

/** Its own process group: Ctrl-C in the terminal must not end it before the program has finished what it was doing. */
export async function started(plan: ServerPlan, port: number): Promise<ChildProcess> {
  const log = openLog(plan.place)
  const settings = { ...fixedSettings(plan.place, port), ...plan.settings }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(plan.binaries.folder, 'postgres'), ['-D', plan.place, ...options], {
    ...plan.account,
    cwd: dirname(plan.place),
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  endWithUs(child)
  await untilReady(child, plan.place)
  return child
}

const running = new Set<ChildProcess>()
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** However this process ends, short of kill -9. */
function endWithUs(child: ChildProcess): void {
  if (running.size === 0) {
    process.on('exit', endRunning)
    for (const signal of SIGNALS) process.on(signal, exitUnlessHandled)
  }
  running.add(child)
  child.once('exit', () => {
    running.delete(child)
    if (running.size > 0) return
    process.off('exit', endRunning)
    for (const signal of SIGNALS) process.off(signal, exitUnlessHandled)
  })
}

function endRunning(): void {
  for (const child of running) endNow(child)
}

/** A signal that nobody handles ends a process without its exit being told; the program, once it runs, has its own way to stop. */
function exitUnlessHandled(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal])
}

function fixedSettings(place: string, port: number): Record<string, string> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: clusterName(place),
    update_process_title: 'on',
    fsync: 'on',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic', // what people write does not belong in a log
  }
}

function openLog(place: string): number {
  const log = logOf(place)
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  return openSync(log, size > LOG_LIMIT ? 'w' : 'a', 0o600)
}

function logOf(place: string): string {
  return join(dirname(place), 'postgres.log')
}

/** PostgreSQL says so itself in the last line of its pid file; after a crash it may have much to read first. */
async function untilReady(child: ChildProcess, place: string): Promise<void> {
  const failed = once(child, 'error').then(([error]) => error)
  while (child.exitCode === null && child.signalCode === null) {
    const error = await Promise.race([failed, wait(20)])
    if (error !== undefined) throw error
    const lines = readIfThere(join(place, 'postmaster.pid')).split('\n')
    if (lines[0] === String(child.pid) && lines[7]?.trim() === 'ready') return
  }
  const reason = readIfThere(logOf(place))
    .split('\n')
    .findLast((line) => /FATAL|PANIC/.test(line))
  throw new StartError(`PostgreSQL kunne ikke starte: ${reason ?? 'den sagde ikke hvorfor'}. Mere står i ${logOf(place)}.`)
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return ''
    throw error
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Sessions are cut, what was committed is kept, and the next start has nothing to mend. */
export async function ended(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const exit = once(child, 'exit')
  endNow(child)
  const slow = setTimeout(() => child.kill('SIGQUIT'), 30_000)
  await exit
  clearTimeout(slow)
}

export function endNow(child: ChildProcess): void {
  if (child.pid !== undefined && !hasEnded(child)) send(child.pid, 'SIGINT')
}
