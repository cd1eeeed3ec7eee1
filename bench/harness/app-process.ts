import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../src/app.ts'
import { openHouse } from '../../src/open.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Sql } from '../../src/platform/db.ts'
import { serverOf } from '../../src/platform/listen.ts'
import { answering } from './process.ts'

/** A statement as the program sent it. */
export type Statement = { text: string; parameters: unknown[] }
/** What one request asked the database, in the steps it took: what was sent at once, then what had to wait for the answers. */
export type Recorded = { steps: Statement[][]; bytes: number }

/** The program itself, on a given database, with the example reports of the trial edition. */
answering(async ({ databaseUrl }: { databaseUrl: string }) => {
  const config = { ...readConfig({}, []), databaseUrl, demoSignIn: true, empty: false }
  const { house } = await openHouse(config)
  const app = createApp(house)
  const server = serverOf(app, house).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const answer = async ({ path, cookie }: { path: string; cookie: string }): Promise<Recorded> => {
    const request = () => app.request(`http://localhost${path}`, { headers: { cookie } })
    await (await request()).arrayBuffer()
    return recorded(house.database.sql, async () => (await (await request()).arrayBuffer()).byteLength)
  }
  return { ready: { url: `http://127.0.0.1:${port}` }, answer }
})

async function recorded(sql: Sql, work: () => Promise<number>): Promise<Recorded> {
  const { options } = sql as Sql & { options: { debug: unknown } }
  const steps: Statement[][] = []
  let open: Statement[] | undefined
  options.debug = (_connection: number, text: string, parameters: unknown[]) => {
    if (!open) {
      open = []
      steps.push(open)
      setImmediate(() => {
        open = undefined
      })
    }
    open.push({ text, parameters: [...parameters] })
  }
  const bytes = await work()
  options.debug = false
  return { steps, bytes }
}
