import type { Sql } from '../../platform/db.ts'
import type { Figure, Target } from './cases.ts'

/** Every row, the oldest first. `municipal`: also those of single municipalities, which can be very small counts of children. */
export const allFigures = (sql: Sql, { municipal }: { municipal: boolean }): Promise<Figure[]> => sql<Figure[]>`
  select f.id, f.kind, f.year, f.municipality_code, m.name as municipality, f.cases, f.derived, f.note, f.source, f.source_day, f.source_url,
    f.actor_name, f.example, f.recorded_at
  from boernehus_figure f left join municipality m on m.code = f.municipality_code
  ${municipal ? sql`` : sql`where f.municipality_code is null`} order by f.id`

/** How many municipalities have told of a year. */
export const municipalitiesTold = (sql: Sql): Promise<{ year: number; count: number }[]> => sql<
  { year: number; count: number }[]
>`
  select year, count(distinct municipality_code)::int as count from boernehus_figure where municipality_code is not null
  group by year order by year desc`

/** Every row, the newest year first and its newest row on top. */
export const targets = (sql: Sql): Promise<Target[]> => sql<Target[]>`
  select id, year, text, outcome, note, source, source_day, source_url, actor_name, example, recorded_at
  from boernehus_target order by year desc, id desc`

type Said = { origin?: string; actorId?: number | undefined; example?: boolean; recordedAt: Date }

type NewFigure = Omit<Figure, 'id' | 'municipality' | 'example' | 'recordedAt'> & Said

export const addFigure = (sql: Sql, figure: NewFigure) =>
  sql`insert into boernehus_figure ${sql({ example: false, ...figure })} on conflict (origin) do nothing`

type NewTarget = Omit<Target, 'id' | 'example' | 'recordedAt'> & Said

export const addTarget = (sql: Sql, target: NewTarget) =>
  sql`insert into boernehus_target ${sql({ example: false, ...target })} on conflict (origin) do nothing`
