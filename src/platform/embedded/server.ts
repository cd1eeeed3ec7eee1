import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../config.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { isErrno } from './errno.ts'
import { clusterName, endLeftBehind, send } from './processes.ts'

export type Server = { readonly port: number; stop(): Promise<void> }

export type ServerPlan = {
  readonly place: string
  readonly binaries: Binaries
  readonly account: Account
  readonly settings: Readonly<Record<string, string>>
  readonly log: (sentence: string) => void
}

const LOG_LIMIT = 10_000_000

/** Starts PostgreSQL on a free port of this machine alone, and starts it again should it ever die. */
export async function startServer(plan: ServerPlan): Promise<Server> {
  if (await endLeftBehind(plan.place)) plan.log('En PostgreSQL, der var efterladt fra sidst, er afsluttet.')
  const first = await firstStart(plan)
  return watched(plan, first.child, first.port)
}

/** Another program may take the port between our asking and PostgreSQL's. */
async function firstStart(plan: ServerPlan): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    try {
      return { child: await started(plan, port), port }
    } catch (error) {
      if (attempt === 3 || !(error instanceof StartError)) throw error
      await wait(300)
    }
  }
}

function watched(plan: ServerPlan, first: ChildProcess, port: number): Server {
  let child = first
  let stopping = false
  const onExit = () => endNow(child)
  const revive = async () => {
    plan.log('PostgreSQL stoppede uventet og startes igen.')
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 5000)) {
      await wait(pause)
      if (stopping) return
      await endLeftBehind(plan.place)
      const next = await started(plan, port).catch(() => undefined)
      if (next !== undefined) return watch(next)
    }
  }
  const watch = (next: ChildProcess) => {
    child = next
    if (stopping) return endNow(child)
    child.once('exit', () => stopping || void revive())
  }
  watch(first)
  process.once('exit', onExit)
  return {
    port,
    async stop() {
      stopping = true
      process.off('exit', onExit)
      await ended(child)
    },
  }
}

/** Its own process group: Ctrl-C in the terminal must not end it before the program has finished what it was doing. */
async function started(plan: ServerPlan, port: number): Promise<ChildProcess> {
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
  await untilReady(child, plan.place)
  return child
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
async function ended(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const exit = once(child, 'exit')
  endNow(child)
  const slow = setTimeout(() => child.kill('SIGQUIT'), 30_000)
  await exit
  clearTimeout(slow)
}

function endNow(child: ChildProcess): void {
  if (child.pid !== undefined && !hasEnded(child)) send(child.pid, 'SIGINT')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port given')
  return address.port
}
