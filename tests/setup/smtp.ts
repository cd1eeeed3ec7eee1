import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/** What the server does with the next message: takes it, answers with a code, or hangs up when it has it all. */
export type Behaviour = 'yes' | 'drop' | { code: number; text: string } | { refuseRecipient: number; text: string }

export type MailServer = {
  url: string
  /** Every message that was taken, headers and all. */
  taken: string[]
  /** How often somebody came with a whole message. */
  handedOver: number
  next: Behaviour
  close(): Promise<void>
}

class Smtp extends Error {
  readonly responseCode: number
  constructor(code: number, text: string) {
    super(text)
    this.responseCode = code
  }
}

/** A real mail server on a port of its own, which can be told to behave badly. */
export async function mailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>()
  const state: MailServer = { url: '', taken: [], handedOver: 0, next: 'yes', close: () => closed() }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) =>
      typeof state.next === 'object' && 'refuseRecipient' in state.next
        ? done(new Smtp(state.next.refuseRecipient, state.next.text))
        : done(),
    onData: (stream, _session, done) =>
      void read(stream).then((message) => {
        state.handedOver += 1
        if (state.next === 'drop') return sockets.forEach((socket) => void socket.destroy())
        if (typeof state.next === 'object' && 'code' in state.next) return done(new Smtp(state.next.code, state.next.text))
        state.taken.push(message)
        done()
      }),
  })
  server.on('error', () => {})
  server.server.on('connection', (socket) => sockets.add(socket))
  const closed = () => new Promise<void>((resolve) => server.close(() => resolve()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return state
}

async function read(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
