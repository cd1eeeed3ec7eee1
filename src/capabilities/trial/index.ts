export { loadTrial } from './load.ts'
