import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartError } from '../../src/platform/config.ts'
import { lockFolder } from '../../src/platform/embedded/lock.ts'
import { endLeftBehind } from '../../src/platform/embedded/processes.ts'

const PREFIX = 'faelles-tests-'
const HOUR = 3_600_000

/** A new folder that PostgreSQL may pass through, also when root makes it. */
export function newFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${purpose}-`))
  chmodSync(folder, 0o711)
  return folder
}

/** What runs that were killed have left behind: folders, and a PostgreSQL here and there. An hour later nobody needs them. */
export async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name)
    if (name.startsWith(PREFIX) && isOursAndOld(folder)) await removeUnused(folder)
  }
}

function isOursAndOld(folder: string): boolean {
  const { uid, mtimeMs } = statSync(folder)
  return uid === process.getuid?.() && Date.now() - mtimeMs > HOUR
}

async function removeUnused(folder: string): Promise<void> {
  const homes = homesIn(folder)
  if (homes.some(isHeld)) return
  for (const home of homes) await endLeftBehind(join(home, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
}

/** Where somebody has kept an embedded database. */
function homesIn(folder: string): string[] {
  if (existsSync(join(folder, 'postgres'))) return [folder]
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return inner.flatMap(({ name }) => homesIn(join(folder, name)))
}

function isHeld(home: string): boolean {
  try {
    lockFolder(home)()
    return false
  } catch (error) {
    if (error instanceof StartError) return true
    throw error
  }
}
