export { exampleOccupancy, exampleVacancies, loadCapacityChanges } from './load.ts'
export { VacancyBlock } from './pages/block.tsx'
export { Freshness, OldestFreshness } from './pages/freshness.tsx'
export { type OfferVacancies, vacanciesOf } from './store/lines.ts'
