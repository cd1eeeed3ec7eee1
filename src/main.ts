import { EventEmitter, once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createApp } from './app.ts'
import { jobs } from './jobs.ts'
import { openHouse } from './open.ts'
import { readConfig, StartError } from './platform/config.ts'
import { startJobs } from './platform/jobs.ts'
import { serverOf } from './platform/listen.ts'
import { log } from './platform/log.ts'

async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2))
  const { house, url, close } = await openHouse(config)
  const work = await startJobs(url, jobs(house, config))
  const server = serverOf(createApp(house), house).listen(config.port, config.host)
  const closed = closing(server)
  const stop = stopOnce(async () => {
    await closed()
    await work.stop()
    await close()
  })
  server.once('error', (error) => void stop(1, sentenceFor(error, config.port)))
  server.once('listening', () => process.stdout.write(`Fælles svarer på http://localhost:${config.port}\n`))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
}

/** Answers what has been asked, then hangs up: a browser holds connections open that it never uses, and would keep us waiting. */
function closing(server: Server): () => Promise<void> {
  let running = 0
  const settled = new EventEmitter()
  server.on('request', (_: IncomingMessage, response: ServerResponse) => {
    running += 1
    response.once('close', () => {
      running -= 1
      settled.emit('one')
    })
  })
  return async () => {
    const end = new Promise((resolve) => server.close(resolve))
    while (running > 0) await once(settled, 'one')
    server.closeAllConnections()
    await end
  }
}

/** Finishes what is under way, once, however often it is asked to. */
function stopOnce(end: () => Promise<void>) {
  let stopping: Promise<void> | undefined
  return (code: number, sentence?: string) => {
    if (sentence) process.stderr.write(`${sentence}\n`)
    stopping ??= end().then(
      () => process.exit(code),
      (error) => {
        log.error(error, 'stop')
        process.exit(1)
      },
    )
    return stopping
  }
}

const sentenceFor = (error: Error, port: number): string =>
  'code' in error && error.code === 'EADDRINUSE'
    ? `Port ${port} er optaget af et andet program. Stop det, eller vælg en anden port, for eksempel PORT=3001 npm start.`
    : `Fælles kunne ikke svare på port ${port}: ${error.message}`

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof StartError ? error.message : `Fælles kunne ikke starte: ${String(error)}`}\n`)
  if (!(error instanceof StartError)) log.error(error, 'start')
  process.exit(1)
})
