import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { loadContent } from '../../src/open.ts'
import { connect, migrate } from '../../src/platform/db.ts'
import { startEmbedded } from '../../src/platform/embedded.ts'
import { newFolder, sweep } from './folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** As one who may create databases. */
    clusterUrl: string
    /** As one who is no superuser; the path is to be put in. */
    programUrl: string
    /** Before the name of every database of this run. */
    prefix: string
  }
}

type Cluster = { clusterUrl: string; programUrl: string; prefix: string; end(): Promise<void> }

/** One throw-away PostgreSQL for the run, or TEST_CLUSTER_URL, with a migrated template that holds the real programme. */
export default async function setup(project: TestProject) {
  const given = process.env['TEST_CLUSTER_URL']
  const { clusterUrl, programUrl, prefix, end } = given ? await givenCluster(given) : await throwAwayCluster()
  try {
    await makeTemplate({ clusterUrl, programUrl, prefix })
  } catch (error) {
    await end()
    throw error
  }
  project.provide('clusterUrl', clusterUrl)
  project.provide('programUrl', programUrl)
  project.provide('prefix', prefix)
  return end
}

async function throwAwayCluster(): Promise<Cluster> {
  await sweep()
  const folder = newFolder('test')
  const binaries = process.env['TEST_POSTGRES']
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const { adminUrl, url, stop } = await startEmbedded({ folder, settings, ...(binaries ? { binaries } : {}) })
  const end = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { clusterUrl: adminUrl, programUrl: url, prefix: 'faelles_', end }
}

/** Somebody's own server: what we make there is named by the run and taken away again. */
async function givenCluster(clusterUrl: string): Promise<Cluster> {
  const prefix = `faelles_test_${process.pid}_`
  const role = `${prefix}role`
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} })
  const [me] = await admin<{ rolsuper: boolean }[]>`select rolsuper from pg_roles where rolname = current_user`
  const password = randomBytes(12).toString('hex')
  if (me?.rolsuper) await admin.unsafe(`create role ${role} login password '${password}'`)
  const programUrl = new URL(clusterUrl)
  if (me?.rolsuper) Object.assign(programUrl, { username: role, password })
  const end = async () => {
    const databases = await admin<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${prefix})`
    for (const { datname } of databases) await admin.unsafe(`drop database ${datname} with (force)`)
    if (me?.rolsuper) await admin.unsafe(`drop role ${role}`)
    await admin.end()
  }
  return { clusterUrl, programUrl: programUrl.href, prefix, end }
}

async function makeTemplate({ clusterUrl, programUrl, prefix }: Omit<Cluster, 'end'>): Promise<void> {
  const url = new URL(programUrl)
  url.pathname = `/${prefix}template`
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`
    create database ${prefix}template owner "${url.username}" template template0 encoding 'UTF8' locale_provider icu icu_locale 'da'`)
  await admin.end()
  await migrate(url.href)
  const database = connect(url.href)
  await database.deed(loadContent)
  await database.close()
}
