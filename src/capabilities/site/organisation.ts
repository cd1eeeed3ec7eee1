import type { Body } from '../parties/index.ts'

/** A body with those under it. Danish: organ. */
export type Branch = { body: Body; under: Branch[] }

/** The two drawings of the organisation the sources hold. */
type Drawing = 'parentCurrent' | 'parentProposed'

/** One drawing as trees; a body that is neither over nor under another is not on the drawing. */
export function drawn(bodies: readonly Body[], drawing: Drawing): Branch[] {
  const branch = (body: Body): Branch => ({ body, under: bodies.filter((other) => other[drawing] === body.key).map(branch) })
  return bodies
    .filter((body) => body[drawing] === undefined)
    .map(branch)
    .filter(({ under }) => under.length > 0)
}

/** Those that stand on neither of the two. */
export function undrawn(bodies: readonly Body[]): Body[] {
  const over = new Set(bodies.flatMap(({ parentCurrent, parentProposed }) => [parentCurrent, parentProposed]))
  return bodies.filter((body) => !over.has(body.key) && body.parentCurrent === undefined && body.parentProposed === undefined)
}
