export { allSnapshots, exampleSnapshots, type Snapshot } from './store.ts'
