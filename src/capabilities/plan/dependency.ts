import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { LinkKind, PlanKind } from './plan.ts'

type Node = { id: number; parentId?: number | undefined }
type Edge = { fromId: number; toId: number }

/** What may point to what. `continues` and `result` come from the sources alone. */
export const linkable = {
  carries: { label: 'Fører et indsatsområde ud i livet', from: ['initiative'], to: ['area'] },
  depends: {
    label: 'Kan først begynde efter',
    from: ['initiative', 'phase', 'milestone'],
    to: ['initiative', 'phase', 'milestone'],
  },
  under: { label: 'Hører også under', from: ['initiative', 'subarea'], to: ['principle', 'focus'] },
  serves: { label: 'Tjener formålet', from: ['initiative', 'area', 'focus'], to: ['purpose'] },
} as const satisfies Partial<Record<LinkKind, { label: string; from: PlanKind[]; to: PlanKind[] }>>

export type Linkable = keyof typeof linkable
export const linkableKinds = keysOf(linkable)

/** Can such a link go from this kind of item to that one? */
export const fits = (kind: Linkable, from: PlanKind, to: PlanKind): boolean => {
  const rule: { from: readonly PlanKind[]; to: readonly PlanKind[] } = linkable[kind]
  return rule.from.includes(from) && rule.to.includes(to)
}

/**
 * Nothing waits for itself: not directly, not through others, and not through what it is a part of. A waits for B means that A
 * begins when B has ended; a whole begins before its parts and ends after them.
 * @throws Refusal at `target`
 * @example A waits for B and B waits for C: C may not wait for A, and neither may a part of C
 */
export function mustNotCircle(from: Node, to: Node, waits: readonly Edge[], items: readonly Node[]): void {
  if (from.id === to.id) throw new Refusal('target', 'itself', 'Noget kan ikke vente på sig selv. Vælg noget andet.')
  if (!reaches(endOf(to.id), startOf(from.id), orderOf(waits, items))) return
  throw new Refusal(
    'target',
    'circle',
    'Så ville de to vente på hinanden, direkte eller gennem andre, og ingen af dem kunne begynde. Vælg noget andet.',
  )
}

const startOf = (id: number): number => id * 2
const endOf = (id: number): number => id * 2 + 1

/** What must have happened before what: from each moment to those that come first. */
export function orderOf(waits: readonly Edge[], items: readonly Node[]): Map<number, number[]> {
  const first = new Map<number, number[]>()
  const after = (moment: number, earlier: number) => first.set(moment, [...(first.get(moment) ?? []), earlier])
  for (const { id, parentId } of items) {
    after(endOf(id), startOf(id))
    if (parentId === undefined) continue
    after(startOf(id), startOf(parentId))
    after(endOf(parentId), endOf(id))
  }
  for (const { fromId, toId } of waits) after(startOf(fromId), endOf(toId))
  return first
}

function reaches(start: number, goal: number, first: ReadonlyMap<number, number[]>): boolean {
  const seen = new Set<number>()
  const waiting = [start]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === goal) return true
    if (seen.has(at)) continue
    seen.add(at)
    waiting.push(...(first.get(at) ?? []))
  }
  return false
}
