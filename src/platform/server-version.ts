import postgres from 'postgres'
import { StartError } from './config.ts'

const OLDEST = 15

/**
 * A PostgreSQL that somebody gives us is new enough for the migrations: asked before they begin, so that none of them is half done.
 * @throws StartError naming the version that is there
 */
export async function mustBeRecent(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} })
  try {
    const [row] = await sql<{ server_version: string }[]>`show server_version`.simple()
    const version = row?.server_version ?? ''
    if (Number.parseInt(version, 10) >= OLDEST) return
    throw new StartError(
      `Databasen i DATABASE_URL er PostgreSQL ${version}, men Fælles kræver PostgreSQL ${OLDEST} eller nyere. Opgradér den, eller ret adressen.`,
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
}
