import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder that PostgreSQL may pass through, also when root makes it. */
export function newFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `faelles-${purpose}-`))
  chmodSync(folder, 0o711)
  return folder
}
