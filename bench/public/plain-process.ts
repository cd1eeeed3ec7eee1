import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answering } from '../harness/process.ts'

export type Kept = { headers: Record<string, string>; body: Uint8Array }

/** The least a server can do: given bytes from memory. */
answering(async ({ pages }: { pages: Map<string, Kept> }) => {
  const ready = new Map([...pages].map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body) }]))
  const server = createServer((request, response) => {
    const page = ready.get(request.url ?? '')
    if (page) response.writeHead(200, page.headers).end(page.body)
    else response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { ready: { url: `http://127.0.0.1:${port}` }, answer: async () => ({}) }
})
