import type { Section } from '../offers/index.ts'

/** What other rooms show on an offer's page, in the order it is read: one line a room. */
export const sections: readonly Section[] = []
