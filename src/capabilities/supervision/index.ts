export { exampleDecisions } from './invented-load.ts'
export { examplePopulation, loadSupervision } from './load.ts'
export { isPressing, SupervisionAlert, SupervisionBlock } from './pages/block.tsx'
export { factsToRead } from './reading.ts'
