export {
  type Addition,
  additions,
  canStandUnder,
  freeSlug,
  homeLinks,
  isAddition,
  mustBeNew,
  mustStandAlone,
  nextKey,
} from './addition.ts'
export { correctionOf, holdsMany, isField, mustBeNewest, mustBeTrue, mustHaveBeen, sameValue, valueFrom } from './correction.ts'
export { fits, type Linkable, linkable, linkableKinds, mustNotCircle } from './dependency.ts'
export { addFact, addItem, addLink, allItems, endFacts, endLinks, openLinks } from './edit-store.ts'
export { type Fact, holdsOn, type Note, type Source } from './facts.ts'
export { loadProgramme } from './load.ts'
export { lastDay, mustBeLater, overlap, periodOf, quarterAfter } from './period.ts'
export { isPeriod, type Period, type PlanField, type PlanKind, planFields, planKinds } from './plan.ts'
export { bookOf, knownFrom, linesText, placesOf, type SourceBook, saidIn, sourcesThen, sourceText } from './source.ts'
export { allNotes, allSources, factsOf, itemWithKey, itemWithSlug, type Kept, planOn } from './store.ts'
export { Item, Plan, type Said } from './tree.ts'
export { valueText } from './words.ts'
