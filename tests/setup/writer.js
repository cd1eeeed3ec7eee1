import postgres from 'postgres'
import { startEmbedded } from '../../dist/platform/embedded.js'

/** Writes until it is killed, and says each number only after PostgreSQL has said yes to it. */

const { url } = await startEmbedded({ folder: process.argv[2] })
const sql = postgres(url, { max: 4, onnotice: () => {} })
await sql`create table if not exists report (number int primary key generated always as identity, note text not null)`

async function write() {
  for (;;) {
    const [{ number }] = await sql`insert into report (note) values ('I daglig brug') returning number`
    process.stdout.write(`${number}\n`)
  }
}

await Promise.all([write(), write(), write(), write()])
