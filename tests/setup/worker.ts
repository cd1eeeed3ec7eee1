import postgres from 'postgres'
import { inject } from 'vitest'

/** A new database of this name from the migrated template; one of the same name from before is dropped. */
export async function freshDatabase(name: string): Promise<string> {
  const prefix = inject('prefix')
  const url = new URL(inject('programUrl'))
  url.pathname = `/${prefix}${name}`
  const admin = postgres(inject('clusterUrl'), { max: 1, onnotice: () => {} })
  await admin.unsafe(`drop database if exists ${prefix}${name} with (force)`)
  await admin.unsafe(`create database ${prefix}${name} owner "${url.username}" template ${prefix}template`)
  await admin.end()
  return url.href
}

let made: Promise<string> | undefined

/** The database of this vitest worker, made from the template at first need and kept for the run. */
export const workerDatabase = (): Promise<string> => (made ??= freshDatabase(`worker_${process.env['VITEST_POOL_ID'] ?? '1'}`))
