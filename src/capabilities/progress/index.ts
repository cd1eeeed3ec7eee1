export { type Lack, lackTexts } from './line.ts'
export { exampleReports } from './load.ts'
export { columnTally, type Matrix, partyTally, rowTally, type Standing, stateCounts, type Tally } from './matrix.ts'
export { matrixOn } from './matrix-store.ts'
export { Legend } from './pages/legend.tsx'
export { type MatrixCell, type MatrixColumn, type MatrixRow, matrixTable } from './pages/matrix-table.ts'
export { gapsOf, gapTexts, type PlanGap } from './plan-gaps.ts'
export { type Missing, missingFor, type Status, statusOn } from './reading.ts'
export {
  hasAged,
  isStale,
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
export { addReport, addReports, approvesFirst, historyOf, lastSaidOn, latestOn, type NewReport, newestId } from './store.ts'
