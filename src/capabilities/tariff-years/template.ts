import type { Column } from '../../platform/sheet.ts'
import { addDays } from '../../platform/values/day.ts'
import { kronerOf } from '../../platform/values/kroner.ts'
import { placeKinds, priceUnits } from '../offers/index.ts'
import { costKindKeys } from '../tariffs/index.ts'
import { fields, guidance } from './fields.ts'
import type { PlacedLine } from './line.ts'
import type { Place } from './store/lines.ts'

type Row = Partial<Record<string, string | number | boolean>>

const choices: Record<string, readonly string[]> = {
  per: Object.values(priceUnits),
  lineKind: Object.values(placeKinds),
}

const widths: Record<string, number> = { offer: 34, unit: 28, service: 22, note: 40, explanation: 40, was: 22 }

/** Our own workbook of tariffs: a column a field, and above each what to write. */
export const templateColumns: Column<Row>[] = fields.map(({ key, label, kind }) => ({
  key,
  title: label,
  kind: kind === 'money' ? 'number' : kind,
  width: widths[key] ?? 13,
  note: guidance[key] ?? 'Kr. om året.',
  ...(choices[key] ? { choices: choices[key] } : {}),
  value: (row) => row[key],
}))

/** A line as a row of the workbook, which is read back as the same line. */
export const rowOfLine = (line: PlacedLine, year: number): Row => ({
  offer: line.offerName,
  unit: line.unitName,
  ...(line.kind ? { lineKind: placeKinds[line.kind] } : {}),
  service: line.service,
  level: line.level,
  addOn: line.addOn,
  per: priceUnits[line.per],
  was: line.was.join('; '),
  year,
  validFrom: line.validFrom,
  validTo: addDays(line.validUntil, -1),
  ...some('places', line.places),
  ...some('occupancy', line.occupancy === undefined ? undefined : Math.round(line.occupancy * 1_000_000) / 10_000),
  ...some('days', line.days),
  ...some('amount', kronerOf(line.amountOre)),
  ...some('net', kronerOf(line.netOre)),
  ...some('regulation', kronerOf(line.regulationOre)),
  ...Object.assign({}, ...costKindKeys.map((kind) => some(`cost-${kind}`, kronerOf(line.costs[kind])))),
  note: line.note ?? '',
  explanation: line.explanation ?? '',
})

const some = (key: string, value: number | undefined): Row => (value === undefined ? {} : { [key]: value })

/** A row for each of an operator's kinds of places, to fill in. */
export const rowsToFill = (places: readonly Place[], year: number): Row[] =>
  places.flatMap(({ offerName, unitName, lines }) =>
    (lines.length > 0 ? lines : [{ kind: undefined, places: undefined }]).map(({ kind, places }) => ({
      offer: offerName,
      unit: unitName,
      ...(kind ? { lineKind: placeKinds[kind] } : {}),
      year,
      ...some('places', places),
    })),
  )
