import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { loadContent } from '../../src/open.ts'
import { connect, migrate } from '../../src/platform/db.ts'
import { startEmbedded } from '../../src/platform/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

/** One throw-away PostgreSQL for the run, with a migrated template that holds the real programme. */
export default async function setup(project: TestProject) {
  const given = process.env['TEST_CLUSTER_URL']
  const folder = mkdtempSync(join(tmpdir(), 'faelles-test-'))
  const embedded = given
    ? undefined
    : await startEmbedded({ folder, settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } })
  const clusterUrl = given ?? embedded?.adminUrl ?? ''
  await makeTemplate(clusterUrl)
  project.provide('clusterUrl', clusterUrl)
  return async () => {
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeTemplate(clusterUrl: string): Promise<void> {
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} })
  await admin`drop database if exists faelles_template`
  await admin`create database faelles_template encoding 'UTF8' locale_provider icu icu_locale 'da' template template0`
  await admin.end()
  const url = new URL(clusterUrl)
  url.pathname = '/faelles_template'
  await migrate(url.href)
  const database = connect(url.href)
  await database.deed(loadContent)
  await database.close()
}
