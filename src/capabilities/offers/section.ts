import type { Child } from 'hono/jsx'
import type { Ask } from '../../platform/action.ts'
import type { OfferDetail } from './store/standing.ts'

/** What another room knows of an offer, shown on the offer's page. Danish: afsnit. */
export type Section = {
  /** 'first' stands above the units, 'after' below them. */
  place: 'first' | 'after'
  load(ask: Ask, offer: OfferDetail): Promise<unknown>
  view(loaded: unknown, ask: Ask, offer: OfferDetail): Child
  /** Is anything invented shown? */
  example(loaded: unknown): boolean
}

type Spec<Loaded> = {
  place: 'first' | 'after'
  /** undefined: nothing to show here. */
  load(ask: Ask, offer: OfferDetail): Promise<Loaded | undefined>
  view(loaded: Loaded, ask: Ask, offer: OfferDetail): Child
  example?(loaded: Loaded): boolean
}

/** Checks its own types; here it becomes the one shape the page knows. */
export const section = <Loaded>(spec: Spec<Loaded>): Section => ({ example: () => false, ...spec }) as Section
