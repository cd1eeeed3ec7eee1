export { isStale, lastSaid, notReported, type Report, type State, stateKeys, states } from './status.ts'
export { addReport, latestOn, type NewReport } from './store.ts'
