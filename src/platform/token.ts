import { createHash, randomBytes } from 'node:crypto'

/** A secret nobody can guess, given once to whom it is for. Fits an address. */
export const drawToken = (): string => randomBytes(32).toString('base64url')

/** All that is kept of a token: what is read from a stolen database opens nothing. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
