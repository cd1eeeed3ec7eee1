export { exampleIncreases } from './example.ts'
export { loadSupplierLetter } from './load.ts'
