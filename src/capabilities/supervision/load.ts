import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'
import { dayOf } from '../../platform/values/day.ts'
import { addFigure, addPopulations, addTariffs, countExamplePopulations, figuresTold, tariffs } from './store/tariffs.ts'
import type { Category, Figure, Size, Tariff } from './tariff.ts'

const folder = new URL('../../../data/supervision/', import.meta.url)
const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(new URL(file, folder), 'utf8')) as T

type AuthorityInFile = { key: string; name: string; kind: string; sites: string[]; position: number; source: string }
type TariffInFile = {
  authorityKey: string
  year: number
  category: Category
  kroner?: Record<Size, number>
  changePct?: number
  reservation?: string
  source: string
  sourceUrl?: string
}
type FigureInFile = Pick<Figure, 'authorityKey' | 'key' | 'year' | 'value' | 'source'> &
  Partial<Pick<Figure, 'before' | 'statedPct' | 'reservation' | 'sourceUrl'>>

const by = () => ({ actorId: undefined, actorName: 'Fælles', today: dayOf(new Date()), now: new Date() })

/** Who decides, and what supervision costs; what is there already stays. */
export async function loadSupervision(sql: Sql): Promise<void> {
  await sql`insert into supervision_authority ${sql(await read<AuthorityInFile[]>('authorities.json'))} on conflict (key) do nothing`
  await loadTariffs(sql)
  await loadFigures(sql)
}

type Of = Pick<Tariff, 'authorityKey' | 'year'> & { category?: Category; key?: string }
const idOf = ({ authorityKey, year, category, key }: Of) => [authorityKey, year, category ?? key].join(' ')

async function loadTariffs(sql: Sql): Promise<void> {
  const there = new Set((await tariffs(sql)).map(idOf))
  const missing = (await read<TariffInFile[]>('tariffs.json')).filter((one) => !there.has(idOf(one)))
  const rows = missing.flatMap(({ kroner, changePct, reservation, sourceUrl, ...rest }) => {
    const told = { ...rest, reservation, sourceUrl, reason: undefined }
    const amounts = Object.entries(kroner ?? {}).map(([size, amount]) => ({
      ...told,
      size: size as Size,
      amountOre: amount * 100,
      changePct: undefined,
    }))
    return changePct === undefined ? amounts : [...amounts, { ...told, size: undefined, amountOre: undefined, changePct }]
  })
  if (rows.length > 0) await addTariffs(sql, rows, by())
}

async function loadFigures(sql: Sql): Promise<void> {
  const there = new Set((await figuresTold(sql)).map(idOf))
  for (const { before, statedPct, reservation, sourceUrl, ...rest } of await read<FigureInFile[]>('figures.json')) {
    if (there.has(idOf(rest))) continue
    await addFigure(sql, { ...rest, before, statedPct, reservation, sourceUrl, reason: undefined }, by())
  }
}

type PopulationInFile = { source: string; sourceUrl: string; residents: Record<string, number> }
const EXAMPLE_YEAR = 2026

/** Invented numbers of children, so that the sharing of a cost can be seen. */
export const examplePopulation = {
  label: 'børnetal til fælles finansiering af tilsyn',
  count: countExamplePopulations,
  async load(sql: Sql): Promise<void> {
    const { residents, ...told } = await read<PopulationInFile>('example-population.json')
    const rows = Object.entries(residents).map(([code, count]) => ({ code: Number(code), residents: count }))
    await addPopulations(sql, { ...told, authorityKey: 'oest', year: EXAMPLE_YEAR }, rows, { ...by(), example: true })
  },
  async remove(sql: Sql): Promise<void> {
    await sql`select set_config('faelles.removing_examples', 'yes', true)`
    await sql`delete from supervision_population where example`
  },
}
