import { type Action, download, page } from '../../../platform/action.ts'
import { HalfYearPage } from '../pages/half-year.tsx'
import { HALF_YEARS } from '../paths.ts'
import { halfYearFor } from '../reading.ts'
import { halfYearPdf, halfYearWorkbook } from '../sheets.ts'

export const halfYearActions: Action[] = [
  page({ path: `${HALF_YEARS}/:half`, may: 'increases.read', load: halfYearFor, view: HalfYearPage }),
  download({ path: `${HALF_YEARS}/:half/liste.pdf`, may: 'increases.read', load: halfYearFor, send: halfYearPdf }),
  download({ path: `${HALF_YEARS}/:half/liste.xlsx`, may: 'increases.read', load: halfYearFor, send: halfYearWorkbook }),
]
