import { type Item, type Plan, planKinds } from '../plan/index.ts'
import { type State, stateKeys, stateText } from '../progress/index.ts'
import type { Found } from './store.ts'

/** A thing that was found, as a reader is told of it: what it is, where it stands, and the way there. */
export type Result = Found & { what: string; href: string; trail: string[] }

const note = { contradiction: 'Kilderne er uenige', gap: 'Fremgår ikke af kilderne' } as const

const isState = (sort: string): sort is State => stateKeys.some((state) => state === sort)

/** What the thing stands under; the agreement and the strategy are above everything and need not be said. */
const trailOf = ({ parent }: Item): string[] =>
  parent && parent.kind !== 'agreement' && parent.kind !== 'strategy' ? [...trailOf(parent), parent.title] : ['Planen']

/** Where what was found stands; undefined for something of the plan that has been taken out of it. */
export function resultOf(found: Found, plan: Plan): Result | undefined {
  const { kind, ref, sort } = found
  const [first = '', second = ''] = ref.split('/')
  const told = (what: string, href: string, ...trail: string[]): Result => ({ ...found, what, href, trail })
  switch (kind) {
    case 'item': {
      const item = plan.withKey(ref)
      return item && told(planKinds[item.kind], item.href, ...trailOf(item))
    }
    case 'note':
      return told(sort === 'gap' ? note.gap : note.contradiction, `/plan/noter#${ref}`, 'Planen', 'Noter')
    case 'source':
      return told('Kilde', `/plan/kilder#kilde-${ref}`, 'Planen', 'Kilder')
    case 'body':
      return told('Organ', '/om#organisation', 'Om Fælles')
    case 'party':
      return sort === 'member'
        ? told('Part', `/plan/parter/${ref}`, 'Parter')
        : told('Samarbejdspartner', '/om#parter', 'Om Fælles')
    case 'report': {
      const area = plan.withKey(second)
      const what = isState(sort) ? `Status: ${stateText(sort)}` : 'Status'
      return area && told(what, `/plan/parter/${first}/${second}`, 'Parter', found.title, area.title)
    }
    case 'snapshot':
      return told('Øjebliksbillede', `/plan/status/${ref}`, 'Statusrapporter')
    case 'cycle':
      return told(
        'Forbedringsforløb',
        `/plan/initiativer/${first}/forloeb/${second}`,
        'Planen',
        plan.withKey(first)?.title ?? first,
      )
  }
}
