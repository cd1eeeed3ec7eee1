import type { Sql } from '../../platform/db.ts'
import { remembered, type Survey, surveyOf, type Wanted } from '../../platform/mapping.ts'
import type { Source } from '../../platform/sheet.ts'
import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Draft, type Plan, senderOf, way } from './draft.ts'
import { fields, naming } from './fields.ts'

/**
 * How a file's columns are to be read: as a person has said, else as they were read last from the same sender, else by their titles.
 * It is `chosen` when nobody need be asked.
 */
export async function planOf(sql: Sql, draft: Draft, sources: readonly Source[], today: Day): Promise<Plan> {
  if (draft.survey?.chosen) return draft.survey
  const known = await remembered(sql, { purpose: way.kind, sender: senderOf(draft.scope) })
  const fixed = draft.survey?.fixed ?? {
    asOf: today,
    source: `Regneark »${draft.fileName.slice(0, 120)}«`,
    per: known.fixed['per'] ?? 'full_day',
    year: known.fixed['year'] ?? today.slice(0, 4),
  }
  const looked = await lookedOver(sources, known.titles, draft)
  return { ...looked, fixed, chosen: looked.settled && looked.trouble === undefined && namesOffers(looked) }
}

/** Does any column say which offer a row is of? */
export const namesOffers = ({ columns }: Pick<Survey, 'columns'>): boolean =>
  columns.some(({ field }) => naming.some((key) => key === field))

/** The register's own list needs no asking, whatever columns somebody has put beside ours. */
const isOurOwn = ({ columns }: Survey): boolean =>
  columns.some(({ field, by }) => field === 'offerKey' && by === 'same') && columns.every(({ by }) => by !== 'similar')

type Looked = Survey & { trouble?: string; wanted?: Wanted }

/** A row without titles, that a person has pointed out, is told; what was found before stays. */
async function lookedOver(
  sources: readonly Source[],
  titles: Parameters<typeof surveyOf>[2],
  { survey }: Draft,
): Promise<Looked> {
  const wanted = survey?.wanted
  try {
    const found = await surveyOf(sources, fields, titles, wanted)
    return { ...found, settled: (found.settled || isOurOwn(found)) && wanted === undefined }
  } catch (error) {
    if (!(error instanceof Refusal) || !survey || !wanted) throw error
    return { ...survey, trouble: error.message }
  }
}
