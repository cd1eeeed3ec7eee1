export {
  type Correction,
  correctionOf,
  holdsMany,
  isField,
  mustBeNewest,
  mustHaveBeen,
  sameValue,
  valueFrom,
  type Written,
} from './correction.ts'
export { addFact, endFacts, type NewFact } from './edit-store.ts'
export { type Fact, holdsOn, type Link, type Note, type Source } from './facts.ts'
export { loadProgramme } from './load.ts'
export { lastDay, overlap, periodOf, periodText } from './period.ts'
export { type FieldRule, type Period, type PlanField, type PlanKind, planFields, planKinds } from './plan.ts'
export { bookOf, type SourceBook, saidIn, sourceText } from './source.ts'
export { allNotes, allSources, factsOf, itemWithKey, planOn } from './store.ts'
export { Item, Plan, type Said } from './tree.ts'
