import { type Action, download, page } from '../../../platform/action.ts'
import { allHalfYears, halfYearFor, halfYearQuery } from '../halves.ts'
import { HalfYearPage, HalfYearsPage } from '../pages/half-year.tsx'
import { HALF_YEARS } from '../paths.ts'
import { halfYearPdf, halfYearWorkbook } from '../sheets.ts'

const read = { may: 'increases.read', query: halfYearQuery, load: halfYearFor } as const

export const halfYearActions: Action[] = [
  page({ path: HALF_YEARS, may: 'increases.read', load: allHalfYears, view: HalfYearsPage }),
  page({ path: `${HALF_YEARS}/:half`, ...read, view: HalfYearPage }),
  download({ path: `${HALF_YEARS}/:half/liste.pdf`, ...read, send: halfYearPdf }),
  download({ path: `${HALF_YEARS}/:half/liste.xlsx`, ...read, send: halfYearWorkbook }),
]
