import type { Attachment } from '../../platform/mail.ts'
import { numberText } from '../../platform/values/danish.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** How far a message is. `uncertain`: the server may have taken it, and only a person can decide. */
export const mailStates = {
  uncertain: 'Uvist',
  waiting: 'Venter',
  sending: 'Sendes',
  sent: 'Sendt',
  dropped: 'Ikke sendt',
} as const

export type MailState = keyof typeof mailStates
export const mailStateKeys = keysOf(mailStates)

/** What is told of a file without fetching it. */
export type Attached = { position: number; name: string; mediaType: string; size: number }

/** A message on its way, or that has been. Danish: mail, besked. */
export type Message = {
  id: number
  messageId: string | undefined
  recipient: string
  recipientId: number | undefined
  subject: string
  body: string
  topic: string
  unsubscribe: string | undefined
  example: boolean
  createdAt: Date
  tries: number
  triedAt: Date | undefined
  /** What the server, or we, said last. */
  answer: string | undefined
  state: MailState
  settledAt: Date | undefined
  settledBy: string | undefined
  attachments: Attached[]
}

const MEGABYTE = 1024 * 1024

/** '1,4 MB', '38 KB': never 0 of something that is there. */
export const sizeText = (bytes: number): string =>
  bytes >= MEGABYTE
    ? `${numberText(Math.ceil((bytes / MEGABYTE) * 10) / 10)}\u00a0MB`
    : `${numberText(Math.max(1, Math.round(bytes / 1024)))}\u00a0KB`

/** @throws Refusal when the files of one message take up more than the rule lets them; `most` in megabytes */
export function mustFit(attachments: readonly Attachment[], most: number): void {
  const size = attachments.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (size <= most * MEGABYTE) return
  throw new Refusal(
    undefined,
    'attachments too large',
    `Bilagene fylder ${sizeText(size)} tilsammen, og en mail må højst have ${most} MB. Gør bilagene mindre, eller bed sekretariatet om at ændre reglen. Intet er sendt.`,
  )
}

/** What a person may decide of a message. */
export const decisions = { again: 'Send den igen', sent: 'Regn den som sendt', drop: 'Send den ikke' } as const

export type Decision = keyof typeof decisions
export const decisionKeys = keysOf(decisions)

/** What can be decided now: nothing of what is sent or under way, and a message to an invented person is never sent. */
export function openDecisions({ state, example }: Pick<Message, 'state' | 'example'>): Decision[] {
  if (example) return []
  if (state === 'uncertain') return ['again', 'sent', 'drop']
  if (state === 'waiting') return ['drop']
  return state === 'dropped' ? ['again'] : []
}

/** @throws Refusal when somebody, or the server, was first. */
export function mustBeOpen(message: Pick<Message, 'state' | 'example'>, decision: Decision): void {
  if (openDecisions(message).includes(decision)) return
  throw new Refusal(
    undefined,
    'decided already',
    `Mailen står nu som »${mailStates[message.state]}«, så det kan ikke vælges længere. Intet er ændret.`,
  )
}

/** What a server's answer makes of a message, and whether it is tried again. */
export function standingAfter(
  answer: { kind: 'yes' | 'no' | 'later' | 'unknown'; text: string },
  tries: number,
  mostTries: number,
) {
  if (answer.kind === 'yes') return { state: 'sent', answer: answer.text } as const
  if (answer.kind === 'no') return { state: 'dropped', answer: answer.text } as const
  if (answer.kind === 'unknown') return { state: 'uncertain', answer: answer.text } as const
  if (tries < mostTries) return { state: 'waiting', answer: answer.text } as const
  return { state: 'dropped', answer: `Opgivet efter ${tries} forsøg. ${answer.text}` } as const
}

/** Could a server take this address at all? */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s<>()[\],;:\\"@\p{Cc}]+@[\p{L}\d-]+(\.[\p{L}\d-]+)*$/u.test(text)

/** One line, whatever a name in it held: nothing in a subject can begin a header of its own. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
