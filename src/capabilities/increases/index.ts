export { exampleIncreases } from './example-load.ts'
export { loadSupplierLetter } from './load.ts'
export { type IncreaseCounts, increaseCounts } from './store/counts.ts'
