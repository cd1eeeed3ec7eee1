import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'

const folder = new URL('../../../data/programme/', import.meta.url)

type PartyFact = {
  key: string
  slug: string
  name: string
  longName: string
  short: string
  kind: string
  code?: number | null
  validFrom?: Day | null
  validUntil?: Day | null
  successor?: string
  tile?: { col: number; row: number }
  source?: string
  note?: string
}
type BodyFact = {
  key: string
  name: string
  kind: string
  aliases?: string[]
  parentCurrent?: string | null
  parentProposed?: string | null
  note?: string
  status?: string
  sources?: string[]
}

/** Puts the parties and bodies of the real programme in place; what is there already stays as it is. */
export async function loadParties(sql: Sql): Promise<void> {
  const file = await readFile(new URL('parties.json', folder), 'utf8')
  const { parties, organisations, bodies } = JSON.parse(file) as {
    parties: PartyFact[]
    organisations: PartyFact[]
    bodies: BodyFact[]
  }
  for (const party of parties) await insertParty(sql, party, true)
  for (const party of organisations) await insertParty(sql, party, false)
  for (const { key, successor } of parties) {
    if (successor) await sql`update party set successor_id = (select id from party where key = ${successor}) where key = ${key}`
  }
  for (const body of bodies) await insertBody(sql, body)
}

const insertParty = (sql: Sql, party: PartyFact, member: boolean) => sql`
  insert into party ${sql({
    key: party.key,
    slug: party.slug,
    name: party.name,
    longName: party.longName ?? party.name,
    short: party.short ?? party.name.slice(0, 5),
    kind: party.kind,
    code: party.code ?? null,
    member,
    validFrom: party.validFrom ?? null,
    validUntil: party.validUntil ?? null,
    tileCol: party.tile?.col ?? null,
    tileRow: party.tile?.row ?? null,
    source: party.source ?? null,
    note: party.note ?? null,
  })} on conflict (key) do nothing`

const insertBody = (sql: Sql, body: BodyFact) => sql`
  insert into body ${sql({
    key: body.key,
    name: body.name,
    kind: body.kind,
    aliases: body.aliases ?? [],
    parentCurrent: body.parentCurrent ?? null,
    parentProposed: body.parentProposed ?? null,
    note: body.note ?? null,
    status: body.status ?? null,
    sources: body.sources ?? [],
  })} on conflict (key) do nothing`
