export { audiences, holdsOn, type LegalBasis, mustHold } from './legal-basis.ts'
export { loadTerms } from './load.ts'
export { legalBases, targetGroupsOn, termsOf } from './store.ts'
export { OWN, type Term } from './term.ts'
