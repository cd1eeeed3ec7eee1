import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect, type Sql } from '../../src/platform/db.ts'
import type { Recorded, Statement } from '../harness/app-process.ts'
import { answering } from '../harness/process.ts'

type Given = { databaseUrl: string; pages: Map<string, Recorded> }

/** The same statements with the same client, in the same steps, and then as many bytes as the page has. */
answering(async ({ databaseUrl, pages }: Given) => {
  const { sql } = connect(databaseUrl)
  const ready = new Map([...pages].map(([path, { steps, bytes }]) => [path, { steps, body: Buffer.alloc(bytes, 'x') }]))
  const server = createServer(async (request, response) => {
    const page = ready.get(request.url ?? '')
    if (!page) return response.writeHead(404).end()
    for (const step of page.steps) await Promise.all(step.map((statement) => asked(sql, statement)))
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { ready: { url: `http://127.0.0.1:${port}` }, answer: async () => ({}) }
})

/** Prepared once for each connection, as the program's own. */
const prepared = { prepare: true, simple: false }

const asked = (sql: Sql, { text, parameters }: Statement) => sql.unsafe(text, parameters as never[], prepared)
