import type { Status } from '../offers/index.ts'

const standings = { running: 'active', planned: 'inactive', closed: 'defunct' } as const

/** How an offer stands, in the words of the standard. */
export const statusOf = (status: Status) => standings[status]

/** A web address as the standard wants it; undefined when it is none. */
export function webAddress(written: string | undefined): string | undefined {
  const text = written?.trim() ?? ''
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address) && URL.canParse(address) ? new URL(address).href : undefined
}
