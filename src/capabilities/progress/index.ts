export { type Lack, lackTexts } from './line.ts'
export { exampleReports } from './load.ts'
export { type Matrix, partyTally, rowTally, stateCounts } from './matrix.ts'
export { matrixOn } from './matrix-store.ts'
export { Legend } from './pages/legend.tsx'
export { matrixTable } from './pages/matrix-table.ts'
export { gapsOf, gapTexts, type PlanGap } from './plan-gaps.ts'
export { missingFor } from './reading.ts'
export {
  lastSaid,
  type Moved,
  mustGiveReason,
  notReported,
  type Report,
  type ReporterRole,
  reporters,
  type State,
  stateKeys,
  states,
  stateText,
} from './status.ts'
export { addReport, addReports, approvesFirst, historyOf, lastSaidOn, latestOn } from './store.ts'
