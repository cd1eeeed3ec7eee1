import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Program } from '../../tests/setup/program.ts'
import type { Row } from './row.ts'

/** Sending a workbook to the real program and confirming it, as a browser would, with time and memory taken. */

export const MEMORY_GOAL_MB = 400

export const row = (what: string, seconds: number, goal: number): Row => ({
  what,
  goal: `≤ ${goal} s`,
  result: `${seconds.toFixed(1)} s`,
  met: seconds <= goal,
})

export const memoryRow = (what: string, mb: number): Row => ({
  what,
  goal: `≤ ${MEMORY_GOAL_MB} MB`,
  result: `${mb} MB`,
  met: mb <= MEMORY_GOAL_MB,
})

export const memoryOf = ({ pid }: Program, what: 'VmHWM' | 'VmRSS'): number =>
  Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; came: T }> {
  const began = performance.now()
  const came = await work()
  return { seconds: (performance.now() - began) / 1000, came }
}

/** What a browser would do, with the demo person of the secretariat. */
export async function signedIn({ url }: Program, way = '/regneark') {
  const page = await (await fetch(`${url}/log-ind`)).text()
  const person = /value="(\d+)" aria-label="[^"]*[Ss]ekretariat/.exec(page)?.[1] ?? ''
  const headers = { origin: url }
  const post = (path: string, body: FormData | URLSearchParams, cookie = '') =>
    fetch(url + path, { method: 'POST', body, headers: { ...headers, cookie }, redirect: 'manual' })
  const entered = await post('/log-ind/demo', new URLSearchParams({ person }))
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const settled = async (path: string): Promise<string> => {
    for (;;) {
      const now = (await (await fetch(`${url}${path}/fremdrift`, { headers: { cookie } })).json()) as {
        value: number
        of: number
        href?: string
      }
      if (now.href) break
      await pause(100)
    }
    await (await fetch(url + path, { headers: { cookie } })).text()
    return path
  }
  return {
    async upload(bytes: Uint8Array): Promise<string> {
      const form = new FormData()
      form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'regneark.xlsx'))
      const answer = await post(way, form, cookie)
      const path = answer.headers.get('location')?.split('?')[0] ?? ''
      if (answer.status !== 303) throw new Error(`upload was answered ${answer.status}`)
      return settled(path)
    },
    /** Says yes to what is shown, or answers a question on the way at another address of the file. */
    async confirm(path: string, at = '', fields: Record<string, string> = {}): Promise<string> {
      const answer = await post(path + at, new URLSearchParams(fields), cookie)
      if (answer.status !== 303) throw new Error(`confirming was answered ${answer.status}`)
      return settled(path)
    },
  }
}
