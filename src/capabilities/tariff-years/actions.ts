import type { Action } from '../../platform/action.ts'
import { basisDeeds } from './actions/basis.ts'
import { basisParts } from './actions/basis-parts.ts'
import { corrections } from './actions/correct.ts'
import { files } from './actions/files.ts'
import { inflowDeeds } from './actions/inflows.ts'
import { lineageDeeds } from './actions/lineage.ts'
import { lineDeeds } from './actions/lines.ts'
import { listing } from './actions/list.ts'
import { notes } from './actions/notes.ts'
import { roundDeeds } from './actions/rounds.ts'
import { sheetDeeds } from './actions/sheet.ts'
import { version } from './actions/version.ts'
import { warningFiles } from './actions/warnings.ts'
import { workbookDeeds } from './actions/workbook.ts'

/** Addresses with words in them go before /takster/:id. */
export const actions: Action[] = [
  ...listing,
  ...files,
  ...notes,
  ...roundDeeds,
  ...inflowDeeds,
  ...lineDeeds,
  ...basisDeeds,
  ...basisParts,
  ...workbookDeeds,
  ...warningFiles,
  ...sheetDeeds,
  ...corrections,
  ...lineageDeeds,
  ...version,
]
