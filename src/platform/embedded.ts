import { chmodSync, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartError } from './config.ts'
import { type Account, accountFor } from './embedded/account.ts'
import { type Binaries, binariesFor } from './embedded/binaries.ts'
import { ADMIN, APP, type Keys, keysOf, mustHaveCluster, mustHaveDatabase, placeOf } from './embedded/cluster.ts'
import { lockFolder } from './embedded/lock.ts'
import { startServer } from './embedded/server.ts'

type EmbeddedOptions = {
  /** The database, its keys and its log are kept here. */
  folder: string
  /** Told in Danish what takes time or is out of the ordinary. */
  log?: (sentence: string) => void
  /** PostgreSQL settings on top of ours. */
  settings?: Record<string, string>
  /** The folder with an installed PostgreSQL's programs, instead of the packaged ones. */
  binaries?: string
}

export type Embedded = {
  /** As the role of the program, which owns the database but is no superuser. */
  url: string
  /** As the superuser, on the database `postgres`. */
  adminUrl: string
  dataFolder: string
  stop(): Promise<void>
}

type Log = (sentence: string) => void
type Prepared = { place: string; keys: Keys; binaries: Binaries; account: Account }

/** Starts a PostgreSQL of our own, reached from this machine alone; makes it the first time. What can go wrong is a StartError. */
export async function startEmbedded({ folder, log = () => {}, settings = {}, binaries }: EmbeddedOptions): Promise<Embedded> {
  const home = usable(folder, () => openFolder(folder))
  const unlock = usable(home, () => lockFolder(home))
  try {
    const prepared = usable(home, () => prepare(home, log, binaries))
    const unlockPlace = usable(prepared.place, () => lockBeside(home, prepared.place))
    const embedded = await serve(prepared, settings, log).catch((error) => {
      unlockPlace()
      throw error
    })
    return { ...embedded, stop: () => embedded.stop().finally(unlockPlace).finally(unlock) }
  } catch (error) {
    unlock()
    throw error
  }
}

function openFolder(folder: string): string {
  const path = resolve(folder)
  if (!existsSync(path)) {
    makeFolder(path)
    chmodSync(path, 0o711) // whatever the umask: PostgreSQL may run as someone else
  }
  return realpathSync(path)
}

/** With those above it, one by one: Node's own way tries for ever where nothing can be made, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/** Two copies of a folder may lead to the same data when those had to be moved. */
function lockBeside(home: string, place: string): () => void {
  return dirname(place) === home ? () => {} : lockFolder(dirname(place))
}

function prepare(home: string, log: Log, given: string | undefined): Prepared {
  const keys = keysOf(home)
  const account = accountFor(keys.movedTo ?? join(home, 'postgres'))
  const binaries = binariesFor(account, log, given)
  const place = placeOf(home, keys, account, log)
  if (!existsSync(place)) log(`Opretter databasen i ${place} (kun første gang).`)
  mustHaveCluster(place, binaries, keys, account)
  return { place, keys, binaries, account }
}

async function serve(
  { place, keys, binaries, account }: Prepared,
  settings: Record<string, string>,
  log: Log,
): Promise<Embedded> {
  const server = await startServer({ place, binaries, account, settings, log })
  const address = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`
  const adminUrl = address(ADMIN, keys.admin, 'postgres')
  try {
    await mustHaveDatabase(adminUrl, keys)
  } catch (error) {
    await server.stop()
    throw new StartError(`Databasen i ${place} kunne ikke åbnes: ${error instanceof Error ? error.message : String(error)}`)
  }
  return { url: address(APP, keys.app, APP), adminUrl, dataFolder: place, stop: server.stop }
}

/** What the file system refuses, in words. */
function usable<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new StartError(
      `Datamappen ${folder} kan ikke bruges (${error.message}). Giv programmet lov til at skrive der, eller vælg en anden mappe med FAELLES_DATA.`,
    )
  }
}
