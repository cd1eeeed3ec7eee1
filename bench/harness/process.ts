import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A process of its own, so that what is measured and what measures it do not share a thread. */
export type Process = {
  ask<Answer>(question: object): Promise<Answer>
  stop(): Promise<void>
  pid: number
}

type Options = { logFolder?: string }

/** Starts a file of ours with what it is given; `answering` is its other end. BENCH_PROFILE=1 leaves a CPU profile of each. */
export async function startProcess<Ready>(file: URL, given: object, { logFolder }: Options = {}): Promise<Process & Ready> {
  const log = logFolder ? openSync(join(logFolder, `${crypto.randomUUID()}.log`), 'a') : 'ignore'
  const child = fork(fileURLToPath(file), [], {
    serialization: 'advanced',
    stdio: ['ignore', log, 'inherit', 'ipc'],
    execArgv: process.env['BENCH_PROFILE'] ? ['--cpu-prof', '--cpu-prof-dir=.cache/profiles'] : [],
  })
  const ask = asking(child)
  const ready = await ask<Ready>(given)
  return { ...ready, ask, stop: () => stop(child), pid: child.pid ?? 0 }
}

/** One question at a time: an answer is to the last one. */
function asking(child: ChildProcess): Process['ask'] {
  let answered: ((answer: never) => void) | undefined
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('a measured process ended by itself')))
  gone.catch(() => {})
  child.on('message', (answer) => answered?.(answer as never))
  return (question) => {
    child.send(question)
    return Promise.race([new Promise<never>((resolve) => (answered = resolve)), gone])
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.disconnect()
  await gone
}

/** In the process itself: the first message is what it was given, each later one a question; it ends when nobody listens. */
export function answering<Given>(begin: (given: Given) => Promise<{ ready: object; answer(question: never): Promise<object> }>) {
  let begun: ReturnType<typeof begin> | undefined
  process.on('message', async (message) => {
    if (begun) return send(await (await begun).answer(message as never))
    begun = begin(message as Given)
    send((await begun).ready)
  })
  process.once('disconnect', () => process.exit(0))
}

const send = (answer: object) => void process.send?.(answer)
