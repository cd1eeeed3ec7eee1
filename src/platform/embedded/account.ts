import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lchownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartError } from '../config.ts'
import { isErrno } from './errno.ts'

/** Who PostgreSQL runs as. Empty: the user we are. PostgreSQL refuses to run as root, so root steps down to someone else. */
export type Account = { readonly uid?: number; readonly gid?: number }

/** The user that owns nothing on every Linux. */
const NOBODY: Account = { uid: 65534, gid: 65534 }

export function accountFor(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return {}
  const owner = statSync(dataFolder, { throwIfNoEntry: false })
  return owner === undefined || owner.uid === 0 ? NOBODY : { uid: owner.uid, gid: owner.gid }
}

/** Only root can meet a folder that the account cannot enter, for example below a closed home folder. */
export function canReach(account: Account, path: string): boolean {
  if (account.uid === undefined) return true
  const answer = spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...account, cwd: '/', stdio: 'ignore' })
  if (answer.error === undefined) return answer.status === 0
  throw new StartError(
    `PostgreSQL kan ikke køre som root, og her kan der ikke skiftes til en anden bruger (${answer.error.message}). ` +
      'Start som en almindelig bruger, eller sæt DATABASE_URL til en PostgreSQL, der allerede kører.',
  )
}

export function giveTo(account: Account, path: string): void {
  if (account.uid === undefined || account.gid === undefined) return
  chownSync(path, account.uid, account.gid)
}

export function giveAllTo(account: Account, folder: string): void {
  if (account.uid === undefined || account.gid === undefined) return
  giveTo(account, folder)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, entry), account.uid, account.gid)
  }
}

/** Where root puts what the account cannot reach otherwise: the same place every time, safe from clean-ups where that is possible. */
export function refugeFor(kept: string): string {
  return join(refugeRoot(), `faelles-${createHash('sha256').update(kept).digest('hex').slice(0, 12)}`)
}

function refugeRoot(): string {
  return ['/var/lib', '/var/tmp'].find((folder) => canReach(NOBODY, folder) && isWritable(folder)) ?? tmpdir()
}

function isWritable(folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -w "$0"', folder], { stdio: 'ignore' }).status === 0
}

/** Anyone may write in a temporary folder: a folder that stands there already must be our own. */
export function makeRefuge(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
    const found = lstatSync(folder)
    if (!found.isDirectory() || found.uid !== 0) throw new StartError(`${folder} tilhører en anden. Fjern den, og start igen.`)
  }
  chmodSync(folder, 0o711)
}
