import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzipSync } from 'node:zlib'

const brotli = promisify(brotliCompress)

export type Encoding = 'identity' | 'gzip' | 'br'
export type Kept = {
  type: string
  etag: string
  bodies: Partial<Record<Encoding, Buffer>>
  headers: Record<string, string>
  /** Has it every header, also those that all answers get? */
  whole?: boolean
  /** The headers of a whole one, ready to send, by encoding. */
  ready?: Partial<Record<Encoding, Record<string, string>>>
}

const MOST_PAGES = 600
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Public pages rendered and compressed once per data revision. Everything is forgotten when anybody commits a deed, when the
 * connection that tells us so comes back, and at midnight (the day is in the key). A page that was begun before a change is
 * never kept.
 */
export class Memory {
  #kept = new Map<string, Kept>()
  #bytes = 0
  #revision = 0

  get revision(): number {
    return this.#revision
  }

  forget(): void {
    this.#revision++
    this.#kept.clear()
    this.#bytes = 0
  }

  find(key: string): Kept | undefined {
    return this.#kept.get(key)
  }

  /** Keeps what was rendered while the data stood at `revision`; gives it back compressed even if it may not be kept. */
  keep(key: string, revision: number, type: string, body: string, headers: Record<string, string>): Kept {
    const identity = Buffer.from(body)
    const etag = `W/"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
    const kept: Kept = { type, etag, bodies: { identity, gzip: gzipSync(identity) }, headers }
    if (revision !== this.#revision) return kept
    if (this.#kept.size >= MOST_PAGES || this.#bytes + 2 * identity.length > MOST_BYTES) this.forgetOldest()
    this.#kept.set(key, kept)
    this.#bytes += 2 * identity.length
    void brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).then((br) => {
      kept.bodies.br = br
    })
    return kept
  }

  private forgetOldest() {
    for (const [key, kept] of this.#kept) {
      if (this.#kept.size < MOST_PAGES / 2 && this.#bytes < MOST_BYTES / 2) return
      this.#kept.delete(key)
      this.#bytes -= 2 * (kept.bodies.identity?.length ?? 0)
    }
  }
}

/** The best body a reader can take. */
export function bodyFor(kept: Kept, accepts: string | undefined): { encoding: Encoding; body: Buffer } {
  for (const encoding of ['br', 'gzip'] as const) {
    const body = kept.bodies[encoding]
    if (body && accepts?.includes(encoding)) return { encoding, body }
  }
  return { encoding: 'identity', body: kept.bodies.identity ?? Buffer.alloc(0) }
}
