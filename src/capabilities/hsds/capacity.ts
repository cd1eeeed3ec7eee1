import { dayText } from '../../platform/values/day.ts'
import { freshnesses, freshnessOf, placeKinds } from '../offers/index.ts'
import { roleTexts } from '../vacancies/index.ts'
import type { Capacity } from './answer.ts'
import { namedId } from './identity.ts'
import type { Judged, LineRow } from './row.ts'
import { type Book, type Link, said } from './taxonomy.ts'

const PLACE = { id: namedId('unit:place'), name: 'Plads' }

/** 'Døgn', 'Afsnit B, Døgn'; 'Pladser' when nothing tells the line from others. */
export const lineName = ({ label, kind }: Pick<LineRow, 'label' | 'kind'>): string =>
  [label || undefined, kind && placeKinds[kind]].filter((one) => one !== undefined).join(', ') || 'Pladser'

/**
 * What is free on a place line: there only when somebody has said so, since not told is not 0. Places that become free on a later day
 * are not free yet: `available` is 0 until then, and the day and the number stand beside it.
 */
export function capacityOf(line: LineRow, serviceId: string, book: Book, judged: Judged): Capacity | undefined {
  const { said: last } = line
  if (!last) return undefined
  const link: Link = { id: line.uuid, entity: 'service_capacity' }
  const later = last.free > 0 && last.from > judged.today
  const freshness = freshnessOf(last.day, { ...judged, day: judged.today })
  return {
    id: line.uuid,
    service_id: serviceId,
    unit: PLACE,
    available: later ? 0 : last.free,
    ...(line.approved === undefined ? {} : { maximum: line.approved }),
    description: capacityText(line, last, freshnesses[freshness], later),
    updated: new Date(last.at).toISOString(),
    attributes: [
      ...said.caveat(book, link, freshness),
      ...(later ? said.caveat(book, link, 'from', `${last.from} ${last.free}`) : []),
      ...(last.example ? said.caveat(book, link, 'example') : []),
    ],
  }
}

function capacityText(line: LineRow, last: NonNullable<LineRow['said']>, freshness: string, later: boolean): string {
  const free = `${last.free} ${last.free === 1 ? 'ledig plads' : 'ledige pladser'}`
  const from = later ? ` fra ${dayText(last.from)}` : ''
  const of = line.approved === undefined ? '' : ` af ${line.approved}`
  const example = last.example ? ' Eksempeldata: opdigtet, må ikke bruges.' : ''
  return `${lineName(line)}: ${free}${from}${of}. Bekræftet ${dayText(last.day)} af ${roleTexts[last.role]}. Friskhed: ${freshness.toLowerCase()}.${example}`
}
