import { beginSession } from '../../src/capabilities/people/index.ts'
import { connect } from '../../src/platform/db.ts'
import { SESSION_COOKIE } from '../../src/platform/house.ts'
import { type Process, startProcess } from './process.ts'

export type App = Process & { url: string }

export const startApp = (databaseUrl: string, logFolder: string): Promise<App> =>
  startProcess<{ url: string }>(new URL('./app-process.js', import.meta.url), { databaseUrl }, { logFolder })

/** The cookie of a demo person who has just signed in. */
export async function signedIn(databaseUrl: string, subject: string): Promise<string> {
  const { sql, close } = connect(databaseUrl, { connections: 1 })
  const [person] = await sql<{ id: number }[]>`select id from person where subject = ${subject}`
  if (!person) throw new Error(`no ${subject}`)
  const token = await beginSession(sql, person.id, new Date(Date.now() + 3_600_000))
  await close()
  return `${SESSION_COOKIE}=${token}`
}
