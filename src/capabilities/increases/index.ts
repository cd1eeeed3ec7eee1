export { exampleIncreases } from './example-load.ts'
export { loadSupplierLetter } from './load.ts'
