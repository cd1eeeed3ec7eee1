import { writeXlsx } from 'hucre'
import { expect } from 'vitest'
import { checkOffers, finishOffers } from '../../src/capabilities/intake/jobs.ts'
import type { Visitor, World } from '../world.ts'

export const intakeId = (address: string): string => address.match(/\/tilbud\/indlaes\/([0-9a-f-]{36})/)?.[1] ?? ''

type Cell = string | number | null
type Merge = { startRow: number; endRow: number; startCol: number; endCol: number }

/** A workbook as somebody else made it. */
export const bookOf = (rows: Cell[][], merges: Merge[] = []): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Ark1', rows, merges }] })

/** What people do who bring offers in, and the program's own jobs for it. */
export function offersIn(w: World) {
  const kitchen = () => ({ database: w.database, clock: () => w.now })

  const read = async (path: string) => {
    await checkOffers(kitchen(), intakeId(path))
    return path
  }

  /** Sends a file and lets the job read it. @returns the address of what came of it */
  async function send(
    who: Visitor,
    bytes: Uint8Array | string,
    more: Record<string, string> = {},
    name = 'tilbud.xlsx',
  ): Promise<string> {
    const { status, location } = await who.post('/tilbud/indlaes', {
      file: new File([bytes as Uint8Array<ArrayBuffer>], name),
      ...more,
    })
    expect(status).toBe(303)
    return read(`/tilbud/indlaes/${intakeId(location)}`)
  }

  /** Says what columns are, by their letters' places; the rest as it was proposed. */
  async function map(
    who: Visitor,
    path: string,
    columns: Record<string, string> = {},
    fixed: Record<string, string> = {},
  ): Promise<string> {
    const { text } = await who.get(`${path}/kolonner`)
    const proposed = [...text.matchAll(/<select[^>]*name="(kolonne-\d+)".*?<\/select>/gs)].map(([all, name = '']) => [
      name,
      /<option value="([^"]*)" selected/.exec(all)?.[1] ?? '',
    ])
    const usual = { asOf: '2026-03-01', source: 'Faxe Kommunes liste', per: 'full_day', year: '2026', row: '1' }
    const answer = await who.post(`${path}/kolonner`, { ...Object.fromEntries(proposed), ...columns, ...usual, ...fixed })
    expect(answer.status, answer.text.match(/error-summary.*?<\/ul>/s)?.[0]).toBe(303)
    return read(path)
  }

  return {
    kitchen,
    send,
    read,
    map,
    /** Sends, says that the proposals are right, and confirms. */
    async bring(who: Visitor, bytes: Uint8Array | string): Promise<string> {
      const path = await send(who, bytes)
      if ((await who.get(path)).text.includes('Hvad er kolonnerne?')) await map(who, path)
      expect((await who.post(path)).status).toBe(303)
      await finishOffers(kitchen(), intakeId(path))
      return path
    },
    shown: async (who: Visitor, path: string): Promise<string> => (await who.get(path)).text.replace(/\s+/g, ' '),
  }
}
