export type { Cycle } from './cycle.ts'
export { exampleCycles } from './load.ts'
export { CycleList } from './pages.tsx'
export { cyclesOf } from './store.ts'
