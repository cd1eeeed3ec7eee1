import { Refusal } from '../../platform/values/refusal.ts'
import type { LinkKind, PlanKind } from './plan.ts'

type Node = { id: number; kind: PlanKind; parentId?: number | undefined }
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
export const linkableKinds = Object.keys(linkable) as [Linkable, ...Linkable[]]

/** Can such a link go from this kind of item to that one? */
export const fits = (kind: Linkable, from: PlanKind, to: PlanKind): boolean => {
  const rule: { from: readonly PlanKind[]; to: readonly PlanKind[] } = linkable[kind]
  return rule.from.includes(from) && rule.to.includes(to)
}

/**
 * Nothing waits for itself: not directly, not through others, and a part and its whole do not wait for each other.
 * @throws Refusal at `target`
 * @example A waits for B and B waits for C: C may not wait for A
 */
export function mustNotCircle(from: Node, to: Node, edges: readonly Edge[], nodes: ReadonlyMap<number, Node>): void {
  if (from.id === to.id) throw new Refusal('target', 'itself', 'Noget kan ikke vente på sig selv. Vælg noget andet.')
  if (within(from, to, nodes) || within(to, from, nodes)) {
    throw new Refusal('target', 'part of', 'Den ene er en del af den anden, så de kan ikke vente på hinanden. Vælg noget andet.')
  }
  if (reaches(to.id, from.id, edges)) {
    throw new Refusal('target', 'circle', 'Så ville de to vente på hinanden, og ingen af dem kunne begynde. Vælg noget andet.')
  }
}

/** Can one come from `start` to `end` by following the edges? */
export function reaches(start: number, end: number, edges: readonly Edge[]): boolean {
  const next = new Map<number, number[]>()
  for (const { fromId, toId } of edges) next.set(fromId, [...(next.get(fromId) ?? []), toId])
  const seen = new Set<number>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === end) return true
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(next.get(id) ?? []))
  }
  return false
}

function within(part: Node, whole: Node, nodes: ReadonlyMap<number, Node>): boolean {
  for (let at = part.parentId; at !== undefined; at = nodes.get(at)?.parentId) if (at === whole.id) return true
  return false
}
