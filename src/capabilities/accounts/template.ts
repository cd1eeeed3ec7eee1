import type { Column } from '../../platform/sheet.ts'
import { placeKinds } from '../offers/index.ts'
import type { YearOfLine } from '../tariffs/index.ts'
import { fields, guidance } from './fields.ts'
import { toldOf } from './figures.ts'

type Row = Partial<Record<string, string | number>>

const widths: Record<string, number> = { offer: 34, unit: 28, label: 24, source: 34, note: 34, reason: 34 }

/** Our own workbook of accounts: a column a field, and above each what to write. */
export const templateColumns: Column<Row>[] = fields.map(({ key, label, kind }) => ({
  key,
  title: label,
  kind: kind === 'money' ? 'number' : kind,
  width: widths[key] ?? 15,
  note: guidance[key] ?? '',
  ...(key === 'lineKind' ? { choices: Object.values(placeKinds) } : {}),
  value: (row) => row[key],
}))

/** A row of each year, filled in as far as it is received; read back it changes nothing. */
export const rowOf = ({ of, label, year, account }: YearOfLine): Row => ({
  offer: of.offerName,
  unit: of.unitName,
  ...(of.kind ? { lineKind: placeKinds[of.kind as keyof typeof placeKinds] } : {}),
  label,
  year,
  ...(account
    ? {
        ...toldOf(account),
        source: account.source,
        sourceDay: account.sourceDay,
        ...(account.note ? { note: account.note } : {}),
      }
    : {}),
})
