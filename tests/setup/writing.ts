import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { built } from './program.ts'

export type Writing = {
  pid: number
  postmaster(): number
  /** Until so many have been acknowledged. */
  until(count: number): Promise<void>
  /** @returns the numbers that were acknowledged before it died */
  kill(): Promise<number[]>
}

/** A program with the embedded database in the folder, that writes as fast as it can. */
export function startWriting(folder: string): Writing {
  built()
  const child = spawn(process.execPath, ['tests/setup/writer.js', folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  // A number without its line end was cut off by the kill.
  const acknowledged = () => said.split('\n').slice(0, -1).map(Number)
  return {
    pid: child.pid ?? 0,
    postmaster: () => Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10),
    async until(count) {
      while (acknowledged().length < count) {
        if (child.exitCode !== null) throw new Error(`the writer ended: ${errors}`)
        await wait(5)
      }
    },
    async kill() {
      const gone = once(child, 'close')
      child.kill('SIGKILL')
      await gone
      return acknowledged()
    },
  }
}
