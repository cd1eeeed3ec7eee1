import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import type { SheetLimits } from './limits.ts'
import { refused } from './refused.ts'

export type Entry = { name: string; stored: boolean; size: number; packed: Uint8Array }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const SMALL = 1024 * 1024
const UNKNOWN = 0xffffffff

/** What lies in a zip file, read from its directory alone, so that a bomb is refused before anything is unpacked. */
export function directory(bytes: Uint8Array, limits: SheetLimits): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) throw refused('bomb')
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  for (let left = count; left > 0; left--) {
    const { entry, next } = within(() => entryAt(bytes, view, at))
    if (entries.has(entry.name) || !belongs(entry.name)) throw refused('unsafe')
    entries.set(entry.name, entry)
    at = next
  }
  mustBeModest([...entries.values()], limits)
  return entries
}

function endOf(view: DataView): number {
  const furthest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= furthest; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw refused('damaged')
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== ENTRY) throw refused('damaged')
  if ((view.getUint16(at + 8, true) & 1) === 1) throw refused('encrypted')
  const method = view.getUint16(at + 10, true)
  const packedSize = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const local = view.getUint32(at + 42, true)
  if (packedSize === UNKNOWN || size === UNKNOWN || local === UNKNOWN) throw refused('bomb')
  if (view.getUint32(local, true) !== LOCAL || (method !== 0 && method !== 8)) throw refused('damaged')
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const nameEnds = at + 46 + view.getUint16(at + 28, true)
  if (from + packedSize > bytes.length || nameEnds > bytes.length) throw refused('damaged')
  const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnds))
  const next = nameEnds + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  return { entry: { name, stored: method === 0, size, packed: bytes.subarray(from, from + packedSize) }, next }
}

/** A number that points outside the file means that the file is not whole. */
function within<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw error instanceof RangeError ? refused('damaged') : error
  }
}

const belongs = (name: string) => !/^[/\\]|^[a-z]:|\\|(^|\/)\.\.(\/|$)/i.test(name)

function mustBeModest(entries: Entry[], limits: SheetLimits): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0)
  const dense = entries.some((entry) => entry.size > SMALL && entry.size > entry.packed.length * limits.ratio)
  if (unpacked > limits.unpacked || dense) throw refused('bomb')
}

/** A part of the file, unpacked piece by piece; never more of it than the directory said. */
export async function* unpack(entry: Entry): AsyncGenerator<Buffer> {
  let size = 0
  try {
    for await (const piece of inflated(entry)) {
      size += piece.length
      if (size > entry.size) throw refused('bomb')
      yield piece
    }
  } catch (error) {
    throw isBroken(error) ? refused('damaged') : error
  }
  if (size !== entry.size) throw refused('damaged')
}

const PIECE = 64 * 1024

function inflated(entry: Entry): Readable {
  const pieces = Readable.from(slices(entry.packed))
  return entry.stored ? pieces : pieces.pipe(createInflateRaw({ chunkSize: PIECE }))
}

function* slices(bytes: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(PIECE, bytes.length - at))
}

const isBroken = (error: unknown): boolean => error instanceof Error && 'code' in error && /^(Z_|ERR_)/.test(String(error.code))
