export { externalParty } from './external-store.ts'
export { loadParties } from './load.ts'
export { type Body, existsOn, type Party } from './party.ts'
export { allBodies, allParties, membersOn, partyWithSlug } from './store.ts'
