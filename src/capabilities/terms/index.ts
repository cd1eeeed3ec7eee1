export {
  audiences,
  type Form,
  forms,
  holdsOn,
  inAgreementTexts,
  type LegalBasis,
  mustHold,
} from './legal-basis.ts'
export { loadTerms } from './load.ts'
export { legalBases, legalBasisWith, targetGroupsOn, termsOf, termWith } from './store.ts'
export { isValidOn, OWN, type Term } from './term.ts'
