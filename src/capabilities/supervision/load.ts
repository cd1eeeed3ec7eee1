import { readFile } from 'node:fs/promises'
import type { Sql } from '../../platform/db.ts'

const folder = new URL('../../../data/supervision/', import.meta.url)
const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(new URL(file, folder), 'utf8')) as T

type AuthorityInFile = { key: string; name: string; kind: string; sites: string[]; position: number; source: string }

/** Who decides; what is there already stays. */
export async function loadSupervision(sql: Sql): Promise<void> {
  await sql`insert into supervision_authority ${sql(await read<AuthorityInFile[]>('authorities.json'))} on conflict (key) do nothing`
}
