import { RowErrors } from '../../platform/incoming.ts'
import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Offer, Operator, PlaceCount, PlaceLine, Price, Unit } from '../offers/index.ts'
import type { LegalBasis, Term } from '../terms/index.ts'
import { type FieldKey, labelOf } from './fields.ts'
import type { Ledger } from './ledger.ts'
import type { OfferRow } from './row.ts'

/** What there is that a row was matched with. */
export type Standing = {
  /** Whom the row says runs the offer. */
  operator: Operator | undefined
  /** Who runs it now. */
  own: Operator | undefined
  offer: Offer | undefined
  /** Every unit of the offer. */
  units: readonly Unit[]
  unit: Unit | undefined
  /** Lines of the unit that have not ended. */
  lines: readonly PlaceLine[]
  countsOf: (lineId: number) => readonly PlaceCount[]
  prices: readonly Price[]
}

/** What a file is judged by. */
export type Court = {
  today: Day
  /** The day the file is as of, when a row does not say. */
  asOf: Day
  source: string
  bases: readonly LegalBasis[]
  groups: readonly Term[]
  municipality: (code: number | undefined) => string | undefined
  /** Whom the whole file is of, when a row does not say. */
  operator: Operator | undefined
  /** May the sender write of offers of this party? */
  may: (partyId: number | undefined) => boolean
  /** May the sender make new operators? */
  mayAddOperators: boolean
  /** The column a field stands in, or the one that names the offer. */
  letterOf: (field: FieldKey) => string | undefined
  /** How many rows of the file are of a unit. */
  rowsOf: (unitId: number) => number
  ledger: Ledger
}

/** One thing that changes, for eyes. */
export type Shown = { field: string; before: string | undefined; after: string | undefined }

type Written = { id?: number | undefined; fields: Record<string, unknown> }

/** What confirming a row writes. A `ref` names what other rows write too: '#12' is there already. */
export type Writes = {
  validFrom: Day
  source: string
  operatorRef: string | undefined
  operator?: Written | undefined
  offerRef: string
  offer?: Written | undefined
  renamedFrom?: string | undefined
  /** undefined: the row is of the whole offer. */
  unitRef: string | undefined
  unit?: Written | undefined
  line?: (Written & { groups?: PlaceLine['groups'] | undefined }) | undefined
  /** undefined: of no line. */
  lineId?: number | undefined
  endCount?: number | undefined
  count?: Written | undefined
  price?: Written | undefined
}

export type Judgement = { standing: 'new' | 'changed' | 'same' | 'overtaken'; changes: Shown[]; writes: Writes | undefined }

/** What is newer on the site than in the file is left alone. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
}

/** A row under judgement: gathers what it changes, and says what is wrong at the cell it is wrong in. */
export class Case {
  readonly row: OfferRow
  readonly court: Court
  readonly changes: Shown[] = []

  constructor(row: OfferRow, court: Court) {
    this.row = row
    this.court = court
  }

  refOf(field: FieldKey): string {
    const letter = this.court.letterOf(field)
    return letter === undefined ? `række ${this.row.number}` : `${letter}${this.row.number}`
  }

  wrong(field: FieldKey, text: string): never {
    throw new RowErrors([{ ref: this.refOf(field), text }])
  }

  /** A rule's refusal, told at the cell. */
  ruled(field: FieldKey, rule: () => void): void {
    try {
      rule()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.wrong(field, error.message.replace(/ Der er ikke gemt noget\.$/, ''))
    }
  }

  /** Notes a change when the row says something else than what stands; nothing said is no change. */
  differs<Value>(
    field: FieldKey,
    before: Value | undefined,
    after: Value | undefined,
    text: (value: Value) => string = String,
  ): boolean {
    if (after === undefined || before === after) return false
    this.changes.push({ field: labelOf(field), before: before === undefined ? undefined : text(before), after: text(after) })
    return true
  }

  /** The fields of `said` that differ from those of `held`. */
  different<Held extends object>(
    held: Held | undefined,
    said: Partial<Record<keyof Held & string, [FieldKey, unknown, ((value: never) => string)?]>>,
  ): Record<string, unknown> {
    const entries = Object.entries(said) as [keyof Held & string, [FieldKey, unknown, ((value: unknown) => string)?]][]
    return Object.fromEntries(
      entries.flatMap(([name, [field, after, text]]) =>
        this.differs(field, held?.[name], after as never, text as never) ? [[name, after]] : [],
      ),
    )
  }
}

export const dayShown = (day: Day): string => dayText(day)
