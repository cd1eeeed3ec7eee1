import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../config.ts'
import { ended, endNow, type ServerPlan, started } from './postmaster.ts'
import { endLeftBehind } from './processes.ts'

type Server = { readonly port: number; stop(): Promise<void> }

/** Starts PostgreSQL on a free port of this machine alone, and starts it again should it ever die. */
export async function startServer(plan: ServerPlan): Promise<Server> {
  if (await endLeftBehind(plan.place)) plan.log('En PostgreSQL, der var efterladt fra sidst, er afsluttet.')
  const first = await firstStart(plan)
  return watched(plan, first.child, first.port)
}

/** Another program may take the port between our asking and PostgreSQL's. */
async function firstStart(plan: ServerPlan): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    try {
      return { child: await started(plan, port), port }
    } catch (error) {
      if (attempt === 3 || !(error instanceof StartError)) throw error
      await wait(300)
    }
  }
}

function watched(plan: ServerPlan, first: ChildProcess, port: number): Server {
  let child = first
  let stopping = false
  let revival: Promise<void> | undefined
  const revive = async () => {
    plan.log('PostgreSQL stoppede uventet og startes igen.')
    for (let pause = 200; !stopping; pause = Math.min(pause * 2, 5000)) {
      await wait(pause)
      if (stopping) return
      await endLeftBehind(plan.place)
      const next = await started(plan, port).catch(() => undefined)
      if (next !== undefined) return watch(next)
    }
  }
  const watch = (next: ChildProcess) => {
    child = next
    if (stopping) return endNow(child)
    child.once('exit', () => {
      if (!stopping) revival = revive()
    })
  }
  watch(first)
  return {
    port,
    async stop() {
      stopping = true
      await revival
      await ended(child)
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port given')
  return address.port
}
