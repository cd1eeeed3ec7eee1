export { exampleTaskForce } from './example-load.ts'
export { loadSpecialised } from './load.ts'
export { specialisedOnOffer } from './on-offer.ts'
export { SpecialisedBlock } from './pages/block.tsx'
