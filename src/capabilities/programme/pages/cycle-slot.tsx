import type { Child } from 'hono/jsx'
import type { Ask } from '../../../platform/action.ts'
import type { Item } from '../tree.ts'

/** The improvement cycles of an initiative, as the room of cycles shows them; undefined where they are not shown. */
export type CyclesShown = Child | undefined

/** The one place on the initiative's page where its improvement cycles stand. */
export const CycleSlot = ({ cycles }: { item: Item; cycles: CyclesShown; ask: Ask }) => <>{cycles}</>
