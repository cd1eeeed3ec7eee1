import postgres from 'postgres'
import { inject } from 'vitest'

/** A new database of this name from the migrated template; one of the same name from before is dropped. */
export async function freshDatabase(name: string): Promise<string> {
  const clusterUrl = inject('clusterUrl')
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`drop database if exists ${name} with (force)`)
  await admin.unsafe(`create database ${name} template faelles_template`)
  await admin.end()
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.href
}

let made: Promise<string> | undefined

/** The database of this vitest worker, made from the template at first need and kept for the run. */
export const workerDatabase = (): Promise<string> =>
  (made ??= freshDatabase(`faelles_worker_${process.env['VITEST_POOL_ID'] ?? '1'}`))
