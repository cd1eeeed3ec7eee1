import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../config.ts'
import { isErrno } from './errno.ts'

/** Tells one run of a process from a later one with the same number. undefined: it is not running. */
export function runOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'linux') return `${read('/proc/sys/kernel/random/boot_id')}/${statOf(pid)?.[19] ?? ''}`
  return process.platform === 'win32' ? 'unknown' : ps('-o', 'lstart=', '-p', String(pid))
}

/** A zombie answers to signals but does nothing any more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return isErrno(error, 'EPERM')
  }
  return process.platform !== 'linux' || statOf(pid)?.[0] !== 'Z'
}

/** Stands in the title of the postmaster and of each of its processes, where anyone may read it. */
export function clusterName(dataFolder: string): string {
  return `faelles-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`
}

/**
 * Ends the PostgreSQL that was left behind when the program was killed: asks it to finish, then presses harder.
 * @returns whether there was one
 */
export async function endLeftBehind(dataFolder: string): Promise<boolean> {
  const postmaster = postmasterIn(dataFolder)
  const left = () => postgresNamed(clusterName(dataFolder))
  const found = left()
  if (found.includes(postmaster.pid)) await end([postmaster.pid], 'SIGINT', left)
  await end(left(), 'SIGQUIT', left)
  await end(left(), 'SIGKILL', left)
  mustNotRunElsewhere(dataFolder, postmaster)
  // The number in it may since have been given to a stranger, which PostgreSQL would take for itself.
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true })
  return found.length > 0
}

async function end(pids: number[], signal: NodeJS.Signals, left: () => number[]): Promise<void> {
  const until = Date.now() + (signal === 'SIGINT' ? 30_000 : 5000)
  for (const pid of pids) send(pid, signal)
  while (pids.length > 0 && left().length > 0 && Date.now() < until) await wait(20)
}

type Postmaster = { pid: number; folder: string }

function postmasterIn(dataFolder: string): Postmaster {
  const [pid = '', folder = ''] = read(join(dataFolder, 'postmaster.pid')).split('\n')
  return { pid: Number.parseInt(pid, 10), folder }
}

function mustNotRunElsewhere(dataFolder: string, { pid, folder }: Postmaster): void {
  if (!(pid > 0) || !isAlive(pid) || !commandOf(pid).includes(folder)) return
  throw new StartError(
    `Databasen i ${dataFolder} er flyttet eller kopieret fra ${folder}, mens PostgreSQL kørte der (proces ${pid}). Stop den først.`,
  )
}

/** The postmaster and, if that died alone, the sessions that outlived it. */
function postgresNamed(name: string): number[] {
  return everyProcess().flatMap(({ pid, command }) => (/^\S*postgres/.test(command) && command.includes(name) ? [pid] : []))
}

function everyProcess(): { pid: number; command: string }[] {
  if (process.platform === 'win32') return []
  if (process.platform === 'linux') {
    return readdirSync('/proc').flatMap((name) =>
      /^\d+$/.test(name) ? [{ pid: Number(name), command: commandOf(Number(name)) }] : [],
    )
  }
  const lines = ps('-axo', 'pid=,command=').split('\n')
  return lines.map((line) => ({ pid: Number.parseInt(line, 10), command: line.trim().replace(/^\d+\s+/, '') }))
}

/** Empty for a process that has ended. */
function commandOf(pid: number): string {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim()
  return ps('-o', 'command=', '-p', String(pid))
}

export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error
  }
}

/** From the state onwards; the name before it may hold spaces. */
function statOf(pid: number): string[] | undefined {
  return read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')
}

function ps(...options: string[]): string {
  try {
    return execFileSync('ps', options, { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}
