import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { newFolder } from './setup/folder.ts'
import { oldPostgres } from './setup/old-postgres.ts'
import { endOfProgram, freePort, type Program, removeData, startProgram } from './setup/program.ts'

const START = 'bin/start.js'
const folder = newFolder('launchers')
const dataFolder = join(folder, 'data')
const POSTMASTER = join(dataFolder, 'proeve/postgres/postmaster.pid')
afterAll(async () => {
  await removeData(dataFolder)
  rmSync(folder, { recursive: true, force: true })
})

const running: Program[] = []
afterEach(async () => {
  for (const program of running.splice(0)) await program.stop()
})

async function start(): Promise<Program> {
  const program = await startProgram({ file: START, dataFolder })
  running.push(program)
  return program
}

const lastLine = (output: string) => output.trimEnd().split('\n').at(-1)

async function frontPageOf({ url }: Program): Promise<number> {
  return (await fetch(url)).status
}

test('npm start tells its address in one line when it answers, and Ctrl-C ends all of it', async () => {
  const program = await start()
  expect(lastLine(program.output())).toBe(`Fælles svarer på ${program.url}`)
  expect(await frontPageOf(program)).toBe(200)
  expect(await program.stop()).toBe(0)
  expect(existsSync(POSTMASTER)).toBe(false)
})

test('Ctrl-C waits for nobody who has connected and asks nothing, as browsers do', async () => {
  const program = await start()
  const silent = connect(Number(new URL(program.url).port), '127.0.0.1')
  await once(silent, 'connect')
  const hungUp = once(silent, 'close')
  expect(await program.stop()).toBe(0)
  await hungUp
}, 20_000)

test('after kill -9 the next start answers as if nothing had happened', async () => {
  await (await start()).kill()
  const program = await start()
  expect(await frontPageOf(program)).toBe(200)
  expect(await program.stop()).toBe(0)
})

test('Ctrl-C while it is still starting leaves nothing running', async () => {
  const { output } = await endOfProgram({ file: START, dataFolder }, async (child) => {
    while (!existsSync(POSTMASTER) && child.exitCode === null) await wait(2)
    child.kill('SIGINT')
  })
  expect(output).not.toContain('svarer')
  while (existsSync(POSTMASTER)) await wait(5)
})

test('a second npm start on the same folder is refused in words', async () => {
  const program = await start()
  const { code, output } = await endOfProgram({ file: START, dataFolder })
  expect(code).toBe(1)
  expect(lastLine(output)).toMatch(/^Fælles kører allerede på mappen .* \(proces \d+\)\. /)
  expect(await frontPageOf(program)).toBe(200)
})

test('a port in use is told in one sentence, and nothing is left running', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const { code, output } = await endOfProgram({ file: START, dataFolder, port })
  other.close()
  expect(code).toBe(1)
  expect(lastLine(output)).toContain(`Port ${port} er optaget`)
  expect(existsSync(POSTMASTER)).toBe(false)
})

test.each([
  [
    'a database that cannot be reached',
    () => ({ DATABASE_URL: 'postgres://nobody:hemmelig@127.0.0.1:9/none' }),
    /^Databasen .*DATABASE_URL/,
  ],
  [
    'a database on a machine that is not there',
    () => ({ DATABASE_URL: 'postgres://nobody:hemmelig@intet.invalid/none' }),
    /^Databasen .*DATABASE_URL/,
  ],
  ['a folder that cannot be written', () => ({ FAELLES_DATA: join(folder, 'file', 'data') }), /^Datamappen .* kan ikke bruges/],
  ['a folder where none can be made', () => ({ FAELLES_DATA: '/proc/x' }), /^Datamappen .* kan ikke bruges/],
  ['a setting that makes no sense', () => ({ PORT: 'tre' }), /^PORT skal være/],
])('%s is told in one sentence', async (_, env, sentence) => {
  writeFileSync(join(folder, 'file'), '')
  const { code, output } = await endOfProgram({ file: START, env: env() })
  expect(code).toBe(1)
  expect(output).toMatch(sentence)
  expect(output.trimEnd()).not.toContain('\n')
  expect(output).not.toContain('hemmelig')
})

test('a PostgreSQL that is too old is told in one sentence', async () => {
  const old = await oldPostgres('14.9 (Debian 14.9-1)')
  const { code, output } = await endOfProgram({ file: START, env: { DATABASE_URL: old.url } })
  old.close()
  expect(code).toBe(1)
  expect(output).toBe(
    'Databasen i DATABASE_URL er PostgreSQL 14.9 (Debian 14.9-1), men Fælles kræver PostgreSQL 15 eller nyere. Opgradér den, eller ret adressen.\n',
  )
})

/** A project with nothing to install but its launcher, on a network that is not there. */
function project(name: string): { root: string; install(options?: string[]): { status: number | null; said: string } } {
  const root = join(folder, name)
  mkdirSync(join(root, 'bin'), { recursive: true })
  cpSync('bin/launch.js', join(root, 'bin/launch.js'))
  writeFileSync(join(root, 'bin/try.js'), "import { install } from './launch.js'\ninstall()\n")
  writeFileSync(join(root, 'package.json'), '{"name":"try","version":"1.0.0","type":"module"}')
  writeFileSync(join(root, 'package-lock.json'), lockFile({}))
  const install = (options: string[] = []) => {
    const { status, stderr } = spawnSync(process.execPath, [...options, join(root, 'bin/try.js')], { encoding: 'utf8' })
    return { status, said: stderr }
  }
  return { root, install }
}

const lockFile = (packages: Record<string, unknown>) =>
  JSON.stringify({
    name: 'try',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name: 'try', version: '1.0.0' }, ...packages },
  })

test('what is missing is installed once, and again when the lock file changes', () => {
  const { root, install } = project('install')
  expect(install()).toEqual({ status: 0, said: expect.stringMatching(/^Installerer .*\n$/) })
  expect(install()).toEqual({ status: 0, said: '' })
  writeFileSync(join(root, 'package-lock.json'), `${readFileSync(join(root, 'package-lock.json'), 'utf8')}\n`)
  expect(install()).toEqual({ status: 0, said: expect.stringMatching(/^Installerer .*\n$/) })
})

test('libraries that cannot be installed are told in one sentence, and tried again next time', () => {
  const { root, install } = project('broken')
  writeFileSync(join(root, 'package.json'), '{"name":"try","version":"1.0.0","type":"module","dependencies":{"absent":"1.0.0"}}')
  for (let attempt = 1; attempt <= 2; attempt++) {
    const { status, said } = install()
    expect(status).toBe(1)
    expect(said.split('\n')[1]).toMatch(/^Bibliotekerne kunne ikke installeres: .*\.$/)
  }
})

test('a Node that is too old is told in one sentence', () => {
  const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })"
  const { status, said } = project('old').install(['--import', `data:text/javascript,${encodeURIComponent(old)}`])
  expect({ status, said }).toEqual({ status: 1, said: 'Fælles kræver Node 20 eller nyere, men her er Node 18.20.4.\n' })
})
