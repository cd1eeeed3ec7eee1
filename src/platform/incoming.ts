/**
 * A file on its way in: sent, read by a job, shown before anything is written, confirmed, and written all at once. Knows nothing of
 * what is in the file: a room reads it, and writes it.
 */
export { quoted, RowErrors, RowReader, unixLines } from './incoming/cell.ts'
export {
  askingColumns,
  type ColumnPlan,
  Columns,
  columnAnswer,
  columnPlan,
  sayColumns,
  type ToRead,
} from './incoming/columns.tsx'
export { confirmed, type OfDraft, ownDraft, progress, putAway, readAgain, takeIn } from './incoming/deeds.ts'
export { type Draft, isMoving, LARGEST_FORM } from './incoming/draft.ts'
export { type CellError, Faults, MOST_ERRORS } from './incoming/faults.ts'
export {
  answerGivenUp,
  type Checking,
  checkFile,
  fileJobs,
  type Kitchen,
  tidyFiles,
  type Writing,
  writeFile,
} from './incoming/kitchen.ts'
export {
  CheckedAgain,
  ConfirmForm,
  changesText,
  countText,
  moving,
  newsTitle,
  OwnDrafts,
  Refused,
  rowsText,
  UploadForm,
  Wrong,
  wrongText,
} from './incoming/pages.tsx'
export { type DraftLine, draftsOf, forgetFile, setAsking, setDone, setReady, setSurvey } from './incoming/store.ts'
export { FILE, mustBeRead, mustBringNews, type Way, WORKBOOK } from './incoming/way.ts'
