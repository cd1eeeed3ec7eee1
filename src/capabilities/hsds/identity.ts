import { createHash } from 'node:crypto'

/** Made once, for names of ours. */
const NAMESPACE = Buffer.from('5b9f2c1e6d0b4d0f9a3cf7e2c84d1a60', 'hex')

const spelled = (hex: string): string =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/** The same name gives the same identifier, today and in ten years: UUID version 5 (RFC 9562). */
export function namedId(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  return spelled(hash.toString('hex'))
}

/** What the standard counts as things of their own and we as parts of a unit. */
const parts = { location: 1, serviceAtLocation: 2, address: 3 } as const
type PartOf = keyof typeof parts

const turned = (uuid: string, part: PartOf, version: string): string => {
  const first = Number.parseInt(uuid.slice(0, 2), 16) ^ parts[part]
  return `${first.toString(16).padStart(2, '0')}${uuid.slice(2, 14)}${version}${uuid.slice(15)}`
}

/**
 * The identifier of a part of something with a stored identifier (version 4): version 8, from which `wholeOf` finds the way back, so
 * that nothing is stored twice and no table is searched.
 * @example partId('0f…-4…', 'location') // '0e…-8…'
 */
export const partId = (whole: string, part: PartOf): string => turned(whole, part, '8')

/** Whose part an identifier is; undefined when it is not one of ours. */
export const wholeOf = (id: string, part: PartOf): string | undefined =>
  isUuid(id) && id[14] === '8' ? turned(id.toLowerCase(), part, '4') : undefined

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
