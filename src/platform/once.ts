/** What has been read through a pool since the last change, by name. A deed's transaction has none: it reads for itself. */
const shelves = new WeakMap<object, Map<string, Promise<unknown>>>()

const MOST = 64

/** From now on what is read through this pool may be kept; call what is given back whenever the data may have changed. */
export function keepReads(pool: object): () => void {
  const shelf = new Map<string, Promise<unknown>>()
  shelves.set(pool, shelf)
  return () => shelf.clear()
}

/**
 * Reads what many pages need, once per data revision. What is begun before a change is never given to a reader who comes after
 * it. Nobody may change what is given back: others are reading it.
 */
export function once<T>(sql: object, name: string, read: () => Promise<T>): Promise<T> {
  const shelf = shelves.get(sql)
  const kept = shelf?.get(name) as Promise<T> | undefined
  if (kept) return kept
  const reading = read()
  if (!shelf) return reading
  const [oldest] = shelf.keys()
  if (shelf.size >= MOST && oldest !== undefined) shelf.delete(oldest)
  shelf.set(name, reading)
  reading.catch(() => shelf.get(name) === reading && shelf.delete(name))
  return reading
}
