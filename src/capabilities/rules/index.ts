export { loadParameters } from './load.ts'
export { parameterOn } from './store.ts'
