import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** A generic headless CMS that answers with rows of a table as JSON. Not ours: `npm ci --prefix bench/peers-directus` installs it. */
const FOLDER = 'bench/peers-directus'
const CLI = `${FOLDER}/node_modules/directus/cli.js`
const TOKEN = 'bench-token'
const PATIENCE_MS = 120_000

export const isInstalled = (): boolean => existsSync(CLI)

export const versionOf = (): string =>
  createRequire(`${process.cwd()}/${FOLDER}/package.json`)('directus/package.json').version as string

export const headers = { authorization: `Bearer ${TOKEN}` }

/** The schema its own tables and the table it answers from lie in, beside ours in the same database. */
export const SCHEMA = 'directus'

const envOf = (databaseUrl: string, port: number, cache: boolean) => ({
  ...process.env,
  DB_CLIENT: 'pg',
  DB_CONNECTION_STRING: databaseUrl,
  DB_SEARCH_PATH: SCHEMA,
  SECRET: 'bench',
  ADMIN_EMAIL: 'bench@example.dk',
  ADMIN_PASSWORD: 'bench',
  ADMIN_TOKEN: TOKEN,
  HOST: '127.0.0.1',
  PORT: String(port),
  TELEMETRY: 'false',
  LOG_LEVEL: 'error',
  RATE_LIMITER_ENABLED: 'false',
  PRESSURE_LIMITER_ENABLED: 'false',
  CACHE_ENABLED: String(cache),
  CACHE_STORE: 'memory',
  CACHE_TTL: '30m',
})

const run = (command: string, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, ['cli.js', command], {
    cwd: `${FOLDER}/node_modules/directus`,
    env: { ...env, NODE_ENV: 'production' },
    stdio: 'ignore',
  })

/** Makes its tables. */
export async function bootstrap(databaseUrl: string): Promise<void> {
  const [code] = await once(run('bootstrap', envOf(databaseUrl, 0, false)), 'exit')
  if (code !== 0) throw new Error(`directus bootstrap ended with ${code}`)
}

/** Starts it and waits until it answers. */
export async function startDirectus(databaseUrl: string, cache: boolean): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const child = run('start', envOf(databaseUrl, port, cache))
  const url = `http://127.0.0.1:${port}`
  const until = Date.now() + PATIENCE_MS
  while (!(await answers(url))) {
    if (Date.now() > until || child.exitCode !== null) throw new Error('directus does not answer')
    await wait(250)
  }
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill()
    await gone
  }
  return { url, stop }
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/server/ping`).then(
    ({ ok }) => ok,
    () => false,
  )

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
