import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { endLeftBehind } from '../../src/platform/embedded/processes.ts'
import { newFolder } from './folder.ts'

export type ProgramOptions = {
  args?: string[]
  env?: Record<string, string>
  /** What is started; the program itself unless told. */
  file?: string
  /** Kept by the caller; without it a new one, which goes when the program is stopped. */
  dataFolder?: string
  port?: number
}

export type Program = {
  url: string
  pid: number
  dataFolder: string
  /** Everything it has said until now. */
  output(): string
  /** Ctrl-C, and waits until it is gone; again is no harm. @returns the exit code */
  stop(): Promise<number | null>
  /** Without a chance to finish anything; the database is left running behind it. */
  kill(): Promise<void>
}

/** The real program, as built, with a data folder and a port of its own. Fails with what it said if it ends instead of answering. */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const dataFolder = options.dataFolder ?? newFolder('program')
  const run = await runProgram({ ...options, dataFolder })
  const clean = async () => {
    if (options.dataFolder === undefined) await removeData(dataFolder)
  }
  const answered = new Promise<string>((resolve) => {
    const listen = () => {
      const url = /^Fælles svarer på (\S+)$/m.exec(run.output())?.[1]
      if (url) resolve(url)
    }
    run.child.stdout?.on('data', listen)
  })
  const url = await Promise.race([answered, run.exit.then(() => undefined)])
  if (url === undefined || run.child.pid === undefined) {
    await clean()
    throw new Error(`Fælles endte i stedet for at svare:\n${run.output()}`)
  }
  let isAsked = false
  const ended = async (signal: NodeJS.Signals) => {
    isAsked = true
    run.child.kill(signal)
    return run.exit
  }
  run.exit.then(
    (code) => isAsked || process.stderr.write(`Fælles endte midt i prøven (${code ?? run.child.signalCode}):\n${run.output()}`),
  )
  return {
    url,
    pid: run.child.pid,
    dataFolder,
    output: run.output,
    stop: () => ended('SIGINT').finally(clean),
    kill: async () => void (await ended('SIGKILL')),
  }
}

/** One that is expected to end by itself. */
export async function endOfProgram(
  options: ProgramOptions,
  meanwhile: (child: ChildProcess) => Promise<void> = async () => {},
): Promise<{ code: number | null; output: string }> {
  const run = await runProgram(options)
  await meanwhile(run.child)
  const code = await run.exit
  return { code, output: run.output() }
}

async function runProgram(
  options: ProgramOptions,
): Promise<{ child: ChildProcess; output(): string; exit: Promise<number | null> }> {
  built()
  const port = String(options.port ?? (await freePort()))
  const env = { PORT: port, ...(options.dataFolder ? { FAELLES_DATA: options.dataFolder } : {}), ...options.env }
  const child = spawn(process.execPath, [options.file ?? 'dist/main.js', ...(options.args ?? [])], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const leave = () => child.kill()
  process.once('exit', leave)
  const exit = once(child, 'close').then(([code]: (number | null)[]) => {
    process.off('exit', leave)
    return code ?? null
  })
  return { child, output: () => output, exit }
}

let isBuilt = false

/** `npm test` has done it already; by hand it is easily forgotten. */
export function built(): void {
  if (isBuilt) return
  const { status, stderr } = spawnSync(process.execPath, ['bin/build.js'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  isBuilt = true
}

/** With the database that a killed program has left behind. */
export async function removeData(folder: string): Promise<void> {
  for (const edition of ['proeve', 'tom']) await endLeftBehind(join(folder, edition, 'postgres'))
  rmSync(folder, { recursive: true, force: true })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port given')
  return address.port
}
