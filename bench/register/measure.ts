import { addKey } from '../../src/capabilities/people/store/sessions.ts'
import { connect, type Sql } from '../../src/platform/db.ts'
import { type Compared, compare, perSecond, startLoad } from '../harness/compare.ts'
import { median } from '../harness/numbers.ts'
import type { Process } from '../harness/process.ts'
import type { Row } from '../harness/row.ts'
import { onTrial } from '../harness/trial.ts'
import { bootstrap, headers, isInstalled, SCHEMA, startDirectus, versionOf } from './directus.ts'

const LIST = '/api/v1/offers'
const TABLE = 'register_row'
const GOAL = 10
const CONNECTIONS = 10

/** The register as JSON, the same fifty rows and fields from the same PostgreSQL: ours, and a generic headless CMS. */
export const measureRegister = async (): Promise<Row[]> => {
  if (!isInstalled()) return [missing]
  return onTrial(async ({ app, databaseUrl }) => {
    const rows = await rowsOf(app.url)
    const { sql, close } = connect(databaseUrl, { connections: 1 })
    await sql`create schema ${sql(SCHEMA)}`
    await bootstrap(databaseUrl)
    await fill(sql, rows)
    const key = { authorization: `Bearer ${await keyOf(sql)}` }
    await close()
    const load = await startLoad()
    const measured: Row[] = []
    for (const cache of [false, true]) {
      const directus = await startDirectus(databaseUrl, cache)
      const theirs = { url: `${directus.url}/items/${TABLE}?limit=${rows.length}`, connections: CONNECTIONS, headers }
      await mustBeSame(theirs.url, rows)
      for (const ours of [{ from: 'from memory' }, { from: 'read anew', headers: key }])
        measured.push(
          rowOf(ours.from, cache, await against(load, { url: app.url + LIST, connections: CONNECTIONS, ...ours }, theirs)),
        )
      await directus.stop()
    }
    await load.stop()
    return measured
  })
}

const missing: Row = {
  what: 'register list as JSON against Directus',
  goal: `≥ ${GOAL} ×`,
  result: 'not measured',
  met: undefined,
  note: 'npm ci --prefix bench/peers-directus',
}

/** Somebody with a key to the open API is never answered from memory. */
async function keyOf(sql: Sql): Promise<string> {
  const [person] = await sql<{ id: number }[]>`select id from person where subject = 'demo:contributor:faxe'`
  return addKey(sql, person?.id ?? 0, { name: 'Måling', now: new Date(), expiresAt: new Date(Date.now() + 3_600_000) })
}

type Side = { url: string; connections: number; headers?: Record<string, string> }
type Result = Record<string, unknown>

const against = (load: Process, ours: Side, theirs: Side): Promise<Compared> => compare(load, '', ours, theirs)

function rowOf(from: string, cache: boolean, compared: Compared): Row {
  const times = median(compared.ratios)
  const goal = from === 'from memory' && !cache
  return {
    what: `register list as JSON, 50 rows, ours ${from}, of Directus ${versionOf()} with its cache ${cache ? 'on' : 'off'}`,
    goal: goal ? `≥ ${GOAL} ×` : '–',
    result: `${times.toFixed(1)} ×; ${Math.round(perSecond(compared.ours))}/s, theirs ${Math.round(perSecond(compared.other))}/s`,
    met: goal ? times >= GOAL : undefined,
  }
}

async function rowsOf(url: string): Promise<Result[]> {
  const { results } = (await (await fetch(url + LIST)).json()) as { results: Result[] }
  return results
}

/** A table of our answer's rows: numbers, words, days as they are written, and lists as JSON. */
async function fill(sql: Sql, rows: readonly Result[]): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const typeOf = (name: string) => {
    const value = rows.find((row) => row[name] !== undefined)?.[name]
    if (Array.isArray(value)) return 'json'
    return typeof value === 'number' ? 'bigint' : typeof value === 'boolean' ? 'boolean' : 'text'
  }
  const columns = names.map((name) => `"${name}" ${typeOf(name)}`).join(', ')
  await sql.unsafe(`create table ${SCHEMA}.${TABLE} (id int primary key, ${columns})`)
  await sql.unsafe(
    `insert into ${SCHEMA}.${TABLE} select (row_number() over ())::int, ${names.map((name) => `r."${name}"`).join(', ')}
     from json_to_recordset($1::text::json) as r (${columns})`,
    [JSON.stringify(rows)],
  )
}

async function mustBeSame(url: string, rows: readonly Result[]): Promise<void> {
  const { data } = (await (await fetch(url, { headers })).json()) as { data: Result[] }
  const same =
    data.length === rows.length &&
    data.every(({ offer, unit }, at) => rows[at]?.['offer'] === offer && rows[at]?.['unit'] === unit)
  if (!same) throw new Error('directus does not answer with the same rows')
}
