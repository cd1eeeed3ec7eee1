import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { addCalculation, type CostLine, calculate, costKindKeys, ruleSetOfYear } from '../src/capabilities/tariffs/index.ts'
import { examples } from '../src/capabilities/tariffs/openapi-example.ts'
import { inputOf, rowsToRecompute } from '../src/capabilities/tariffs/store/calculations.ts'
import { connect, type Sql } from '../src/platform/db.ts'
import type { App } from './harness/app.ts'
import { median, ms } from './harness/numbers.ts'
import type { Row } from './harness/row.ts'
import { onTrial } from './harness/trial.ts'

const TARIFFS = 5_000
const LINES = 20
const YEAR = 2031
const ROUNDS = 5
const WARM = 25
const GOAL_RECOMPUTE_MS = 2_000
const GOAL_WHAT_IF_MS = 5

const amounts = costKindKeys.filter((kind) => kind !== 'income' && kind !== 'idle')

const lines: CostLine[] = Array.from({ length: LINES }, (_, at) => ({
  kind: amounts[at % amounts.length] ?? 'pay',
  part: at % 3 === 0 ? 'basis' : 'service',
  label: `Linje ${at + 1}`,
  form: 'amount',
  amountOre: 12_345_600 + at * 7_654_321,
}))

/** 1,000 offers × 5 place lines × 20 cost lines, each with amounts of its own. */
async function grow(sql: Sql): Promise<number> {
  const [line] = await sql<{ id: number }[]>`select id from place_line order by id limit 1`
  const { id } = await addCalculation(sql, {
    placeLineId: line?.id ?? 0,
    label: 'takst 0',
    input: {
      year: YEAR,
      unit: 'full_day',
      ownership: 'municipal',
      costs: lines,
      counting: {
        by: 'places',
        places: [{ count: '11,5', from: `${YEAR}-01-01`, until: `${YEAR + 1}-01-01` }],
        occupancy: {
          from: 'accounts',
          accounts: [
            { year: YEAR - 3, percent: '96,3' },
            { year: YEAR - 2, percent: '97,8' },
          ],
        },
      },
      regulations: [{ fromYear: YEAR - 2, amountOre: -12_345_600 }],
    },
    rules: await ruleSetOfYear(sql, YEAR),
    ...{ reason: undefined, source: 'Måling', example: false, actorId: undefined, actorName: 'Måling', now: new Date() },
  })
  await sql`
    insert into tariff_calculation (place_line_id, label, year, version, rule_set_id, ownership, unit, basis, result, tariff_ore, temporary_ore,
      source, actor_name, recorded_at)
    select place_line_id, 'takst ' || n, year, version, rule_set_id, ownership, unit, basis, result, tariff_ore, temporary_ore, source, actor_name,
      recorded_at from tariff_calculation, generate_series(1, ${TARIFFS - 1}::int) n where id = ${id}`
  await sql`
    insert into tariff_cost_line (calculation_id, position, kind, part, label, form, detail)
    select c.id, l.position, l.kind, l.part, l.label, l.form, jsonb_build_object('amountOre', (l.detail->>'amountOre')::bigint + 100 * c.id)
    from tariff_calculation c, tariff_cost_line l where c.year = ${YEAR} and c.id <> ${id} and l.calculation_id = ${id}`
  await sql`analyze tariff_calculation, tariff_cost_line`
  return id
}

/** Every tariff of a big year again; and one that somebody tries with other numbers. */
export const measureTariffs = (): Promise<Row[]> =>
  onTrial(async ({ app, databaseUrl }) => {
    const { sql, close } = connect(databaseUrl, { connections: 2 })
    const id = await grow(sql)
    const rows = [...(await recompute(sql)), ...(await whatIf(app, id))]
    await close()
    return rows
  })

/** Processor time, since other work may share the cores: what it takes when it has one to itself. */
const processorMs = (usage: NodeJS.CpuUsage): number => (usage.user + usage.system) / 1000

async function recompute(sql: Sql): Promise<Row[]> {
  const whole: number[] = []
  const alone: number[] = []
  const processor: number[] = []
  let steps = 0
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    const rules = await ruleSetOfYear(sql, YEAR)
    const read = await rowsToRecompute(sql, YEAR)
    const had = performance.now()
    const used = process.cpuUsage()
    steps = 0
    for (const row of read) steps += calculate(inputOf(row), rules).steps.length
    processor.push(processorMs(process.cpuUsage(used)))
    alone.push(performance.now() - had)
    whole.push(performance.now() - begun)
  }
  const what = `${TARIFFS} tariffs × ${LINES} cost lines recomputed`
  const time = median(processor)
  return [
    {
      what: `${what} from rows already read, with every step (${steps} steps), processor time, median of ${ROUNDS}`,
      goal: `≤ ${ms(GOAL_RECOMPUTE_MS)}`,
      result: `${ms(time)} (${ms(median(alone))} by the clock)`,
      met: time <= GOAL_RECOMPUTE_MS,
    },
    { what: `${what} end to end, reading from PostgreSQL, by the clock`, goal: 'reported', result: ms(median(whole)), met: true },
  ]
}

/** User and system time of a process so far, as the kernel counts it: in hundredths of a second. */
function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

type Times = { clock: number[]; processor: number }

async function timed(app: App, count: number, ask: (at: number) => Promise<Response>): Promise<Times> {
  const once = async (at: number) => {
    const begun = performance.now()
    const answer = await ask(at)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${answer.status} from ${answer.url}`)
    return performance.now() - begun
  }
  for (let at = 0; at < WARM; at++) await once(at)
  const before = processorOf(app.pid)
  const clock: number[] = []
  for (let at = 0; at < count; at++) clock.push(await once(at))
  return { clock, processor: (processorOf(app.pid) - before) / count }
}

/** The whole way from the question to the last byte, on one connection, with its questions to the database. */
async function whatIf(app: App, id: number): Promise<Row[]> {
  const body = (at: number) =>
    JSON.stringify({ ...examples.simple.input, costs: lines.map((line) => ({ ...line, label: `${line.label} ${at}` })) })
  const headers = { 'content-type': 'application/json' }
  const api = await timed(app, 60, (at) =>
    fetch(`${app.url}/api/v1/tariff-calculations`, { method: 'POST', headers, body: body(at) }),
  )
  const page = await timed(app, 300, (at) =>
    fetch(`${app.url}/takster/beregning/${id}/proev?belaegning=${90 + (at % 10)}&linje-0=${100_000 + at}`),
  )
  return [
    rowOf(`one what-if over the open API, ${LINES} cost lines with every step`, api),
    rowOf(`one what-if as a page of ${LINES} cost lines with picture and every step`, page),
  ]
}

const rowOf = (what: string, { clock, processor }: Times): Row => ({
  what: `${what}, processor time of the server, mean`,
  goal: `≤ ${ms(GOAL_WHAT_IF_MS)}`,
  result: `${ms(processor)} (${ms(median(clock))} by the clock, median)`,
  met: processor <= GOAL_WHAT_IF_MS,
})
