/**
 * A file on its way in: sent, read by a job, shown before anything is written, confirmed, and written all at once. Knows nothing of
 * what is in the file: a room reads it, and writes it.
 */
export { quoted, RowErrors, RowReader, unixLines } from './incoming/cell.ts'
export { type Draft, isMoving, LARGEST_FORM, mustBeSendable } from './incoming/draft.ts'
export { type CellError, Faults, MOST_ERRORS } from './incoming/faults.ts'
export {
  answerGivenUp,
  askFor,
  type Checking,
  checkAgain,
  checkFile,
  idIn,
  type Kitchen,
  tidyFiles,
  type Writing,
  writeFile,
} from './incoming/kitchen.ts'
export { countText, progressOf, Refused, rowsText, UnderWay, UploadForm, Wrong, wrongText } from './incoming/pages.tsx'
export {
  addDraft,
  type DraftLine,
  draftsOf,
  draftWith,
  forgetFile,
  remove,
  setAsking,
  setDone,
  setReady,
  setSurvey,
  setWaiting,
  setWriting,
  tell,
} from './incoming/store.ts'
