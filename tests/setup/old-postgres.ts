import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** A server that speaks just enough of PostgreSQL's protocol to let anyone in and to say which version it is. */
export async function oldPostgres(version: string): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), READY]))
      socket.on('data', (said) => said[0] === Q && socket.write(answer(version)))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port given')
  return {
    url: `postgres://nobody:hemmelig@127.0.0.1:${address.port}/none`,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

const Q = 'Q'.charCodeAt(0)

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
const int16 = (value: number): Buffer => int32(value).subarray(2)
const text = (words: string): Buffer => Buffer.from(`${words}\0`)

const message = (kind: string, body: Buffer): Buffer => Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])

const READY = message('Z', Buffer.from('I'))

/** One row with one column of text, as `show` answers. */
function answer(version: string): Buffer {
  const column = [text('server_version'), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]
  return Buffer.concat([
    message('T', Buffer.concat([int16(1), ...column])),
    message('D', Buffer.concat([int16(1), int32(version.length), Buffer.from(version)])),
    message('C', text('SHOW')),
    READY,
  ])
}
