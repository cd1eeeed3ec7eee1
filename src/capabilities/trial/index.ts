export { loadTrial } from './load.ts'
export { hasExamples } from './store.ts'
