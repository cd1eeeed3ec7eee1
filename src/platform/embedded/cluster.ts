import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { StartError } from '../config.ts'
import { type Account, canReach, giveAllTo, giveTo, makeRefuge, refugeFor } from './account.ts'
import type { Binaries } from './binaries.ts'
import { isErrno } from './errno.ts'

/** Kept in the folder, readable by its owner alone. `movedTo`: the data lie there, because the account could not reach them here. */
export type Keys = { readonly admin: string; readonly app: string; readonly movedTo?: string }

export const ADMIN = 'administrator'
/** Not a superuser, or row-level security would not hold. */
export const APP = 'faelles'

/** Reads the keys of the folder, or draws them the first time. */
export function keysOf(folder: string): Keys {
  const file = join(folder, 'database.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  if (existsSync(join(folder, 'postgres'))) {
    throw new StartError(
      `Adgangskoden til databasen i ${folder} mangler. Læg ${file} tilbage, eller slet mappen for at begynde forfra.`,
    )
  }
  return keep(folder, { admin: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') })
}

function keep(folder: string, keys: Keys): Keys {
  const file = join(folder, 'database.json')
  writeFileSync(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return keys
}

/** Where the data lie: in the folder, or where the account can reach them. Data that are there already move along. */
export function placeOf(folder: string, keys: Keys, account: Account, log: (sentence: string) => void): string {
  if (keys.movedTo !== undefined) return movedPlace(folder, keys.movedTo, log)
  const own = join(folder, 'postgres')
  if (canReach(account, folder)) return own
  const refuge = refugeFor(folder)
  makeRefuge(refuge)
  const place = join(refuge, 'postgres')
  if (existsSync(place)) {
    throw new StartError(
      `I ${place} ligger en database fra før, som der ikke er adgangskode til mere. Slet ${refuge} for at begynde forfra.`,
    )
  }
  if (existsSync(own)) move(own, place, account)
  keep(folder, { ...keys, movedTo: place })
  return movedPlace(folder, place, log)
}

function movedPlace(folder: string, place: string, log: (sentence: string) => void): string {
  if (!existsSync(dirname(place))) {
    throw new StartError(
      `Databasen lå i ${place}, men mappen er væk. Læg den tilbage, eller slet ${folder} for at begynde forfra.`,
    )
  }
  log(`${folder} er lukket for brugeren, som PostgreSQL kører under, så databasen ligger i ${place}.`)
  return place
}

function move(from: string, to: string, account: Account): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!isErrno(error, 'EXDEV')) throw error
    cpSync(from, `${to}.half`, { recursive: true, verbatimSymlinks: true })
    giveAllTo(account, `${to}.half`)
    renameSync(`${to}.half`, to)
    rmSync(from, { recursive: true })
  }
}

/** Makes the cluster the first time, beside and then renamed: one that was broken off is never used. */
export function mustHaveCluster(place: string, binaries: Binaries, keys: Keys, account: Account): void {
  if (existsSync(place)) mustFit(place, binaries, account)
  else makeCluster(place, binaries, keys, account)
}

function makeCluster(place: string, binaries: Binaries, keys: Keys, account: Account): void {
  removeHalves(place)
  const half = `${place}.half-${process.pid}`
  const password = `${half}.password`
  mkdirSync(half, { mode: 0o700 })
  giveTo(account, half)
  writeFileSync(password, keys.admin, { mode: 0o600 })
  giveTo(account, password)
  try {
    initialise(half, password, binaries, account)
  } finally {
    rmSync(password, { force: true })
  }
  renameSync(half, place)
}

/** Their maker was killed; its own initdb may still be writing. */
function removeHalves(place: string): void {
  for (const name of readdirSync(dirname(place))) {
    const path = join(dirname(place), name)
    if (path.startsWith(`${place}.half-`)) rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** Danish order comes from ICU. What is left to the C library wants UTF-8, and not every system has that under this name. */
function initialise(half: string, password: string, { folder }: Binaries, account: Account): void {
  const who = ['-D', half, `--username=${ADMIN}`, `--pwfile=${password}`, '--auth=scram-sha-256']
  const letters = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=da']
  const surroundings = { cwd: dirname(half), env: { PATH: process.env['PATH'], LC_ALL: 'C' } }
  let failure: string | undefined
  for (const locale of ['C.UTF-8', 'C']) {
    const options = [...who, ...letters, `--locale=${locale}`]
    const answer = spawnSync(join(folder, 'initdb'), options, { ...account, ...surroundings, encoding: 'utf8' })
    if (answer.status === 0) return
    failure ??= answer.error?.message ?? answer.stderr.trim().split('\n').at(-1)
  }
  throw new StartError(`Databasen kunne ikke oprettes i ${half}: ${failure}`)
}

function mustFit(place: string, binaries: Binaries, account: Account): void {
  if (statSync(place).uid === 0) giveAllTo(account, place)
  chmodSync(place, 0o700)
  const made = Number.parseInt(readFileSync(join(place, 'PG_VERSION'), 'utf8'), 10)
  if (made === binaries.major) return
  throw new StartError(
    `Databasen i ${place} er lavet af PostgreSQL ${made}, men her er PostgreSQL ${binaries.major}. ` +
      'Flyt data med pg_dump, eller vælg en anden mappe med FAELLES_DATA.',
  )
}

/** The role and the database of the program, made when they are not there. */
export async function mustHaveDatabase(adminUrl: string, keys: Keys): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const [role] = await sql`select from pg_roles where rolname = ${APP}`
    if (!role) await sql.unsafe(`create role ${APP} login password '${keys.app}'`)
    const [database] = await sql`select from pg_database where datname = ${APP}`
    if (!database) await sql.unsafe(`create database ${APP} owner ${APP}`)
  } finally {
    await sql.end()
  }
}
