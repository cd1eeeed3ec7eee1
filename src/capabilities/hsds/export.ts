import type { File } from '../../platform/action.ts'

const encoder = new TextEncoder()

/** Gives the next of them behind a number, and the number to go on from; undefined at the end. */
type Next = (after: number) => Promise<{ lines: unknown[]; last: number } | undefined>

/**
 * One JSON object a line, read from the register as fast as the reader takes it and no faster, so that a hundred thousand need no more
 * memory than a few hundred, and nobody's slow line holds a connection.
 */
export function ndjson(name: string, next: Next): File {
  let after = 0
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const some = await next(after)
        if (!some) return controller.close()
        after = some.last
        controller.enqueue(encoder.encode(some.lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
      },
    },
    { highWaterMark: 1 },
  )
  return { name: `${name}.ndjson`, type: 'application/x-ndjson; charset=utf-8', body }
}
