import type { Day } from '../../platform/values/day.ts'
import type { Provenance } from '../offers/index.ts'
import { type Case, dayShown } from './judging.ts'

/** Where a row's words are from: the day they hold from, and what is written beside each changed fact. */
export type Told = {
  validFrom: Day
  source: string
  /** Columns of everything the row writes. */
  columns: { source: string; sourceUrl: string | undefined; asOf: string | undefined; asOfDay: Day | undefined }
  /** Does the row still say the day that stands? */
  sameDay: boolean
  said: { source: string | undefined; sourceUrl: string | undefined }
}

/** A cell that still says what stands says nothing new: then the file's own day and source hold. */
export function told(one: Case, held: Provenance | undefined): Told {
  const { row, court } = one
  const { asOf, asOfDay, source, sourceUrl } = row.told
  const sameDay =
    held !== undefined && (asOf === undefined || asOf === held.asOf || (held.asOf === undefined && asOfDay === held.asOfDay))
  const sameSource = held !== undefined && (source === undefined || source === held.source)
  const sameUrl = held !== undefined && (sourceUrl === undefined || sourceUrl === held.sourceUrl)
  if (!sameDay && asOfDay !== undefined && asOfDay > court.today)
    one.wrong('asOf', `${dayShown(asOfDay)} er ikke kommet endnu. Skriv den dag, oplysningen blev kendt.`)
  if (held && !sameDay && asOfDay === undefined)
    one.wrong('asOf', `»${asOf?.slice(0, 40)}« er ikke en dag. Skriv en, fx 31-12-2025, eller lad cellen stå, som den var.`)
  const older = held !== undefined && !sameDay && asOfDay !== undefined && held.asOfDay !== undefined && asOfDay < held.asOfDay
  const validFrom = !sameDay && asOfDay !== undefined ? asOfDay : court.asOf
  const spoken = (sameSource ? undefined : source) ?? court.source
  if (held && !older) {
    if (!sameDay) one.differs('asOf', held.asOf ?? (held.asOfDay && dayShown(held.asOfDay)), asOfDay && dayShown(asOfDay))
    if (!sameSource) one.differs('source', held.source, source)
    if (!sameUrl) one.differs('sourceUrl', held.sourceUrl, sourceUrl)
  }
  return {
    validFrom,
    source: spoken,
    columns: {
      source: spoken,
      sourceUrl: sameUrl && held ? undefined : sourceUrl,
      asOf: held === undefined && asOf !== undefined && asOfDay === undefined ? asOf : undefined,
      asOfDay: held === undefined && asOf !== undefined && asOfDay === undefined ? undefined : validFrom,
    },
    sameDay: sameDay || older,
    said: { source, sourceUrl },
  }
}
