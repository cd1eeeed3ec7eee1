/**
 * Reading a workbook whose columns nobody has agreed on: the titles are found, what they may be is proposed, a person says what
 * they are, and it is remembered for whoever sends such workbooks. Knows nothing of what is read: a room brings its own fields.
 */
export { amountIn, factorOf, type Notation, notationOf } from './mapping/amount.ts'
export { choiceName, chosenColumns, keepable } from './mapping/choosing.ts'
export { type Field, type FoundColumn, plainTitle } from './mapping/field.ts'
export { ColumnChoices, TitlesElsewhere, titlesText } from './mapping/form.tsx'
export { type From, type Reading, remember, remembered } from './mapping/memory.ts'
export { isSettled, type Proposal, propose, type Remembered } from './mapping/propose.ts'
export { type MappedRow, mappedRows } from './mapping/rows.ts'
export { similarity } from './mapping/similar.ts'
export { type Survey, surveyOf, type Wanted } from './mapping/survey.ts'
export { findTitles, type Titles } from './mapping/titles.ts'
