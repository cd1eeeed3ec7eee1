import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../config.ts'
import { isErrno } from './errno.ts'
import { runOf } from './processes.ts'

/** `run` tells the holder from a stranger with the same number, `folder` tells it from a copy of the folder. */
type Holder = { pid: number; run: string; folder: string }

/** One program at a time on a folder. @returns what gives the folder free again */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'lock')
  const own = `${lock}.${process.pid}`
  const mine = JSON.stringify({ pid: process.pid, run: runOf(process.pid) ?? '', folder } satisfies Holder)
  writeFileSync(own, mine)
  try {
    while (!linked(own, lock)) moveAside(lock, folder)
  } finally {
    rmSync(own, { force: true })
  }
  return () => {
    if (textOf(lock) === mine) rmSync(lock, { force: true })
  }
}

/** A link appears whole or not at all, so nobody reads half a lock. */
function linked(own: string, lock: string): boolean {
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false
    throw error
  }
}

/** Refuses when the holder lives; else takes its lock away, and gives it back if it was another's newer one. */
function moveAside(lock: string, folder: string): void {
  const found = textOf(lock)
  mustBeLeft(found, folder)
  const aside = `${lock}.${process.pid}.aside`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return
    throw error
  }
  if (textOf(aside) !== found) linked(aside, lock)
  rmSync(aside, { force: true })
}

function mustBeLeft(found: string, folder: string): void {
  const holder = parsed(found)
  if (holder === undefined || holder.folder !== folder || runOf(holder.pid) !== holder.run) return
  throw new StartError(
    `Fælles kører allerede på mappen ${folder} (proces ${holder.pid}). Stop det program først, eller vælg en anden mappe med FAELLES_DATA.`,
  )
}

function parsed(text: string): Holder | undefined {
  try {
    const { pid, run, folder } = JSON.parse(text)
    return typeof pid === 'number' && typeof run === 'string' && typeof folder === 'string' ? { pid, run, folder } : undefined
  } catch {
    return undefined
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return ''
    throw error
  }
}
