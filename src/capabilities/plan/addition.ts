import { slugOf } from '../../platform/values/danish.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { LinkKind, PlanKind } from './plan.ts'
import type { Item } from './tree.ts'

/** What people add to the plan, by the word in the address, and what it can stand under. */
export const additions = {
  initiativ: { kind: 'initiative', text: 'initiativ', under: ['area', 'subarea', 'focus', 'agreement'] },
  fase: { kind: 'phase', text: 'fase', under: ['initiative'] },
  milepael: { kind: 'milestone', text: 'milepæl', under: ['initiative', 'strategy', 'agreement'] },
} as const satisfies Record<string, { kind: PlanKind; text: string; under: PlanKind[] }>

export type Addition = keyof typeof additions

export const isAddition = (word: string): word is Addition => Object.hasOwn(additions, word)

export const canStandUnder = (addition: Addition, parent: PlanKind): boolean => {
  const { under }: { under: readonly PlanKind[] } = additions[addition]
  return under.includes(parent)
}

/**
 * The next key of its kind: I13 after I12, I10-7 after I10-6, I10-M2 after I10-M1, M1 for the first milestone of the agreement.
 * A key that was ever used is not used again.
 */
export function nextKey(kind: PlanKind, parentKey: string, used: readonly string[], parentKind: PlanKind): string {
  const prefix =
    kind === 'initiative' ? 'I' : kind === 'phase' ? `${parentKey}-` : parentKind === 'initiative' ? `${parentKey}-M` : 'M'
  const numbers = used.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length))
  const highest = Math.max(0, ...numbers.filter((rest) => /^\d+$/.test(rest)).map(Number))
  return `${prefix}${highest + 1}`
}

/** A slug from the title that nothing else of the kind has. */
export function freeSlug(title: string, used: readonly string[]): string {
  const slug = slugOf(title) || 'uden-titel'
  for (let count = 1; ; count++) {
    const tried = count === 1 ? slug : `${slug}-${count}`
    if (!used.includes(tried)) return tried
  }
}

/** An initiative under an action area carries it out, and one under a sub-area belongs to its focus area. */
export function homeLinks(kind: PlanKind, parent: Item): { kind: LinkKind; to: Item }[] {
  if (kind !== 'initiative') return []
  const carries = parent.kind === 'area' ? [{ kind: 'carries' as const, to: parent }] : []
  const home = parent.kind === 'focus' ? parent : parent.parent
  const under = home?.kind === 'principle' || home?.kind === 'focus' ? [{ kind: 'under' as const, to: home }] : []
  return [...carries, ...under]
}

/**
 * A sibling of the same name is most likely the same thing written twice.
 * @throws Refusal at `title`
 */
export function mustBeNew(title: string, siblings: readonly Item[]): void {
  const same = siblings.find((sibling) => sibling.title.toLowerCase() === title.toLowerCase())
  if (same)
    throw new Refusal('title', 'exists', `»${same.title}« står her allerede (${same.key}). Ret den, eller vælg en anden titel.`)
}

/**
 * What others wait for, or what has parts, is not taken out before them.
 * @throws Refusal on top
 */
export function mustStandAlone(item: Item): void {
  const [part] = item.children
  if (part) throw new Refusal(undefined, 'has parts', `»${part.title}« hører til. Tag den ud først.`)
  const [waiting] = item.from('depends')
  if (waiting) throw new Refusal(undefined, 'awaited', `»${waiting.title}« venter på den. Fjern koblingen først.`)
}
