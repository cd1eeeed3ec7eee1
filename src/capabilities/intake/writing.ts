import type { Sql } from '../../platform/db.ts'
import { setDone, type Writing } from '../../platform/incoming.ts'
import {
  addLineage,
  addMany,
  changeMany,
  refreshSearch,
  reserve,
  setGroupsMany,
  unitsUnder,
  type Written,
} from '../offers/index.ts'
import { externalParty } from '../parties/index.ts'
import type { Draft } from './draft.ts'
import { hasMoved, rowsToWrite, type ToWrite } from './store/rows.ts'

const BATCH = 500

/**
 * Writes what was confirmed, all of it or nothing, in the caller's transaction. `moved`: somebody has written since the preview
 * what it builds on, so nothing is written, and it must be shown again.
 */
export async function writeOffers({ sql, draft, now, today, tell }: Writing<Draft>): Promise<'done' | 'moved'> {
  if (await hasMoved(sql, draft.id)) return 'moved'
  const batch = new Batches(sql, { actorId: draft.personId, actorName: draft.scope.name, now }, today)
  let written = 0
  for (let after = 0; ; ) {
    const rows = await rowsToWrite(sql, draft.id, after, BATCH)
    const last = rows.at(-1)
    if (!last) break
    await batch.write(rows)
    after = last.number
    written += rows.length
    tell(written)
  }
  await setDone(sql, draft.id)
  return 'done'
}

type Signed = { actorId: number; actorName: string; now: Date }
type Subject = Parameters<typeof addMany>[1]
type Part = { id?: number | undefined; fields: Record<string, unknown> }

/** Rows a batch at a time; what one row has made, a later one knows by its ref. */
class Batches {
  readonly #sql: Sql
  readonly #signed: Signed
  readonly #today: string
  readonly #made = new Map<string, number>()

  constructor(sql: Sql, signed: Signed, today: string) {
    this.#sql = sql
    this.#signed = signed
    this.#today = today
  }

  async write(rows: readonly ToWrite[]): Promise<void> {
    await this.#operators(rows)
    await this.#offers(rows)
    await this.#units(rows)
    const lines = await this.#lines(rows)
    await this.#counts(rows, lines)
    await this.#prices(rows, lines)
    await this.#refresh(rows)
  }

  #idOf(ref: string | undefined): number | undefined {
    if (ref === undefined) return undefined
    return ref.startsWith('#') ? Number(ref.slice(1)) : this.#made.get(ref)
  }

  #must(ref: string | undefined): number {
    const id = this.#idOf(ref)
    if (id === undefined) throw new Error(`nothing was made for ${ref}`)
    return id
  }

  #entry(
    { writes }: ToWrite,
    id: number,
    fields: Part['fields'],
    of: Written['of'],
    kind: Written['kind'] = 'imported',
  ): Written {
    return { id, fields, of, kind, validFrom: writes.validFrom, source: writes.source }
  }

  async #operators(rows: readonly ToWrite[]): Promise<void> {
    const told = rows.flatMap((row) =>
      row.writes.operator && row.writes.operatorRef ? [{ row, ref: row.writes.operatorRef, part: row.writes.operator }] : [],
    )
    const isNew = ({ ref }: { ref: string }) => this.#idOf(ref) === undefined
    const added = told.filter(isNew)
    const ids = await reserve(this.#sql, 'operator', added.length)
    const rowsToAdd: Written[] = []
    for (const [at, { row, ref, part }] of added.entries()) {
      const id = ids[at] ?? 0
      const partyId = await externalParty(this.#sql, { name: String(part.fields['name']), source: row.writes.source })
      this.#made.set(ref, id)
      rowsToAdd.push(this.#entry(row, id, { ...part.fields, partyId }, { operatorId: id }))
    }
    await addMany(this.#sql, 'operator', rowsToAdd, this.#signed)
    const changed = told
      .filter((one) => !added.includes(one))
      .map(({ row, ref, part }) => this.#entry(row, this.#must(ref), part.fields, { operatorId: this.#must(ref) }))
    await this.#change('operator', changed)
  }

  async #offers(rows: readonly ToWrite[]): Promise<void> {
    const told = rows.flatMap((row) => (row.writes.offer ? [{ row, ref: row.writes.offerRef, part: row.writes.offer }] : []))
    const { added, changed } = await this.#sorted('offer', told)
    const operator = ({ writes }: ToWrite) => this.#idOf(writes.operatorRef)
    await addMany(
      this.#sql,
      'offer',
      added.map(({ row, id, part }) => {
        const status = part.fields['status'] ?? 'running'
        return this.#entry(row, id, { ...part.fields, status, operatorId: operator(row) }, { offerId: id })
      }),
      this.#signed,
    )
    for (const { row, id, part } of changed) {
      const before = row.writes.renamedFrom
      if (before === undefined) continue
      const entry = { kind: 'renamed', validFrom: row.writes.validFrom, source: row.writes.source, ...this.#signed } as const
      await addLineage(
        this.#sql,
        { kind: 'renamed', fromOfferId: id, toOfferId: id, before, after: String(part.fields['name']) },
        entry,
      )
    }
    await this.#change(
      'offer',
      changed.map(({ row, id, part }) =>
        this.#entry(row, id, part.fields, { offerId: id }, row.writes.renamedFrom === undefined ? 'imported' : 'renamed'),
      ),
    )
  }

  async #units(rows: readonly ToWrite[]): Promise<void> {
    const told = rows.flatMap((row) =>
      row.writes.unit && row.writes.unitRef ? [{ row, ref: row.writes.unitRef, part: row.writes.unit }] : [],
    )
    const { added, changed } = await this.#sorted('unit', told)
    const of = ({ writes }: ToWrite) => ({ offerId: this.#must(writes.offerRef) })
    await addMany(
      this.#sql,
      'unit',
      added.map(({ row, id, part }) => this.#entry(row, id, { position: 0, ...part.fields, ...of(row) }, of(row))),
      this.#signed,
    )
    await this.#change(
      'unit',
      changed.map(({ row, id, part }) => this.#entry(row, id, part.fields, of(row))),
    )
  }

  /** @returns the line of each row, by the row's number */
  async #lines(rows: readonly ToWrite[]): Promise<ReadonlyMap<number, number>> {
    const told = rows.flatMap((row) => (row.writes.line ? [{ row, part: row.writes.line }] : []))
    const added = told.filter(({ part }) => part.id === undefined)
    const ids = await reserve(this.#sql, 'line', added.length)
    const made = added.map((one, at) => ({ ...one, id: ids[at] ?? 0 }))
    const changed = told.flatMap(({ row, part }) => (part.id === undefined ? [] : [{ row, part, id: part.id }]))
    const of = ({ writes }: ToWrite) => ({ offerId: this.#must(writes.offerRef) })
    const entries = made.map(({ row, id, part }) =>
      this.#entry(row, id, { bases: [], label: '', ...part.fields, unitId: this.#must(row.writes.unitRef) }, of(row)),
    )
    const groups = [...made, ...changed].flatMap(({ id, part }) => (part.groups ? [{ id, groups: part.groups }] : []))
    await addMany(this.#sql, 'line', entries, this.#signed, (sql) => setGroupsMany(sql, groups))
    await this.#change(
      'line',
      changed.map(({ row, id, part }) => this.#entry(row, id, part.fields, of(row))),
      groups,
    )
    return new Map([
      ...rows.flatMap(({ number, writes }): [number, number][] => (writes.lineId === undefined ? [] : [[number, writes.lineId]])),
      ...made.map(({ row, id }): [number, number] => [row.number, id]),
    ])
  }

  async #counts(rows: readonly ToWrite[], lines: ReadonlyMap<number, number>): Promise<void> {
    const of = ({ writes }: ToWrite) => ({ offerId: this.#must(writes.offerRef) })
    const ended = rows.flatMap((row) =>
      row.writes.endCount === undefined
        ? []
        : [this.#entry(row, row.writes.endCount, { validUntil: row.writes.validFrom }, of(row), 'ended')],
    )
    await this.#change('count', ended)
    const told = rows.flatMap((row) => (row.writes.count ? [{ row, part: row.writes.count }] : []))
    await this.#addOrChange('count', told, ({ number }) => ({ placeLineId: lines.get(number) }))
  }

  async #prices(rows: readonly ToWrite[], lines: ReadonlyMap<number, number>): Promise<void> {
    const told = rows.flatMap((row) => (row.writes.price ? [{ row, part: row.writes.price }] : []))
    await this.#addOrChange('price', told, ({ number, writes }) => ({
      unitId: this.#must(writes.unitRef),
      placeLineId: lines.get(number),
    }))
  }

  async #addOrChange(
    subject: Subject,
    told: readonly { row: ToWrite; part: Part }[],
    hangs: (row: ToWrite) => object,
  ): Promise<void> {
    const of = ({ writes }: ToWrite) => ({ offerId: this.#must(writes.offerRef) })
    const added = told.filter(({ part }) => part.id === undefined)
    const ids = await reserve(this.#sql, subject, added.length)
    await addMany(
      this.#sql,
      subject,
      added.map(({ row, part }, at) => this.#entry(row, ids[at] ?? 0, { ...part.fields, ...hangs(row) }, of(row))),
      this.#signed,
    )
    await this.#change(
      subject,
      told.flatMap(({ row, part }) => (part.id === undefined ? [] : [this.#entry(row, part.id, part.fields, of(row))])),
    )
  }

  /** What is made now, under numbers of its own, and what was there or made by an earlier row. */
  async #sorted<Told extends { ref: string }>(subject: Subject, told: readonly Told[]) {
    const added = told.filter(({ ref }, at) => this.#idOf(ref) === undefined && told.findIndex((one) => one.ref === ref) === at)
    const ids = await reserve(this.#sql, subject, added.length)
    for (const [at, { ref }] of added.entries()) this.#made.set(ref, ids[at] ?? 0)
    const withId = (one: Told) => ({ ...one, id: this.#must(one.ref) })
    return { added: added.map(withId), changed: told.filter((one) => !added.includes(one)).map(withId) }
  }

  /** Two rows that change the same thing change it once. */
  async #change(subject: Subject, rows: readonly Written[], groups: Parameters<typeof setGroupsMany>[1] = []): Promise<void> {
    const once = new Map<number, Written>()
    for (const row of rows) once.set(row.id, { ...row, fields: { ...once.get(row.id)?.fields, ...row.fields } })
    await changeMany(this.#sql, subject, [...once.values()], this.#signed, (sql) =>
      setGroupsMany(
        sql,
        groups.filter(({ id }) => once.has(id)),
      ),
    )
  }

  async #refresh(rows: readonly ToWrite[]): Promise<void> {
    const units = rows.flatMap(({ writes }) => this.#idOf(writes.unitRef) ?? [])
    const offers = rows.flatMap(({ writes }) => (writes.offer?.id === undefined ? [] : [writes.offer.id]))
    const operators = rows.flatMap(({ writes }) => (writes.operator?.id === undefined ? [] : [writes.operator.id]))
    const others = offers.length + operators.length > 0 ? await unitsUnder(this.#sql, offers, operators) : []
    await refreshSearch(this.#sql, [...new Set([...units, ...others])], this.#today)
  }
}
