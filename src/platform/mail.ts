import { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'

/** A file that goes with a message. Danish: bilag. */
export type Attachment = { name: string; mediaType: string; bytes: Uint8Array }

type Letter = {
  /** Without angle brackets. The same each time the same message is tried. */
  messageId: string
  to: string
  subject: string
  text: string
  date: Date
  /** Where the reader stops getting more of the kind. */
  unsubscribe: string | undefined
  attachments: readonly Attachment[]
}

/**
 * What became of a message. yes: the server took it. no: it refuses this message and will again. later: it was not taken, and
 * may be tried again. unknown: it was handed over and the answer never came, so that only a person can decide.
 */
type Answer = { kind: 'yes' | 'no' | 'later' | 'unknown'; text: string }

export type Courier = {
  /** The part after @ in a Message-ID. */
  domain: string
  deliver(letter: Letter): Promise<Answer>
}

type Patience = { connect: number; silence: number }

const usual: Patience = { connect: 20_000, silence: 60_000 }

/** Carries messages to the server named by SMTP_URL. One connection a message, and no message is tried twice by it. */
export function courierTo(smtpUrl: string, from: string, patience: Patience = usual): Courier {
  return {
    domain: from.match(/@([\w.-]+)/)?.[1] ?? 'localhost',
    deliver: async (letter) => {
      const handed = { over: false }
      const transport = transportTo(smtpUrl, patience)
      transport.use('stream', (mail, done) => {
        mail.message.build((error, bytes) => {
          if (bytes) mail.message.createReadStream = () => Readable.from(asked(bytes, handed))
          done(error)
        })
      })
      try {
        const { response } = await transport.sendMail(sendable(letter, from))
        return { kind: 'yes', text: response ?? '' }
      } catch (error) {
        return answerIn(error, handed.over)
      }
    },
  }
}

const transportTo = (url: string, { connect, silence }: Patience) =>
  createTransport({
    url,
    connectionTimeout: connect,
    greetingTimeout: connect,
    dnsTimeout: connect,
    socketTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

const sendable = ({ messageId, to, unsubscribe, attachments, ...letter }: Letter, from: string) => ({
  ...letter,
  from,
  to: { name: '', address: to },
  attachments: attachments.map(({ name, mediaType, bytes }) => ({
    filename: name,
    contentType: mediaType,
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  })),
  messageId: `<${messageId}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  ...(unsubscribe ? { list: { unsubscribe: { url: unsubscribe } } } : {}),
})

/** Read only when the server has said yes to DATA: from then on a lost answer is no answer. */
function* asked(bytes: Buffer, handed: { over: boolean }) {
  handed.over = true
  yield bytes
}

type SmtpError = { message?: string; code?: string; command?: string; responseCode?: number; response?: string }

/** A 5xx to the message itself is for good; a 5xx to who we are or how we sign in is about us, and is tried again. */
function answerIn(error: unknown, handedOver: boolean): Answer {
  const { message, code, command = '', responseCode, response } = error as SmtpError
  const text = (response ?? message ?? String(error)).slice(0, 500)
  const ofMessage = /^(MAIL FROM|RCPT TO|DATA)/.test(command)
  if (responseCode !== undefined) return { kind: ofMessage && isForGood(responseCode) ? 'no' : 'later', text }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'no', text }
  return { kind: handedOver ? 'unknown' : 'later', text }
}

/** 503 says that the session was in the wrong state, not that the message is refused. */
const isForGood = (code: number): boolean => code >= 500 && code < 600 && code !== 503
