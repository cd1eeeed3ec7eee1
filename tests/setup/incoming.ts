import { expect } from 'vitest'
import { checkDraft } from '../../src/capabilities/exchange/jobs.ts'
import { addReport, latestOn } from '../../src/capabilities/progress/index.ts'
import type { Visitor, World } from '../world.ts'
import { edited, finder } from './workbook.ts'

export const fileOf = (bytes: Uint8Array | string, name = 'regneark.xlsx') => new File([bytes as Uint8Array<ArrayBuffer>], name)

export const idOf = (address: string): string => address.match(/\/regneark\/([0-9a-f-]{36})/)?.[1] ?? ''

type Find = (starts: readonly string[], title: string) => string

/** What people do who bring a workbook in, and the program's own jobs for it. */
export function incoming(w: World) {
  const kitchen = (hoursLater = 0) => ({ database: w.database, clock: () => new Date(w.now.getTime() + hoursLater * 3_600_000) })

  /** Sends a file and lets the job read it. @returns the address of what came of it */
  async function send(who: Visitor, bytes: Uint8Array | string, name?: string): Promise<string> {
    const { status, location } = await who.post('/regneark', { file: fileOf(bytes, name) })
    expect(status).toBe(303)
    await checkDraft(kitchen(), idOf(location))
    return `/regneark/${idOf(location)}`
  }

  async function myWorkbook(who: Visitor): Promise<{ bytes: Uint8Array; status: Find }> {
    const { bytes } = await who.get('/regneark/mit.xlsx')
    return { bytes, status: await finder(bytes, 'Status') }
  }

  return {
    kitchen,
    send,
    myWorkbook,
    /** Fetches the own workbook, writes in its sheet »Status«, and sends it. */
    async sendEdited(who: Visitor, edit: (status: Find) => Record<string, string>): Promise<string> {
      const { bytes, status } = await myWorkbook(who)
      return send(who, await edited(bytes, { Status: edit(status) }))
    },
    shown: async (who: Visitor, path: string): Promise<string> => (await who.get(path)).text,
    reportsOf: async (party: string) => latestOn(w.sql, '2026-03-02', { partyId: await w.party(party) }),
    report: async (party: string, area: string, more: Partial<Parameters<typeof addReport>[1]> = {}) =>
      addReport(w.sql, {
        partyId: await w.party(party),
        areaId: await w.item(area),
        state: 'planned',
        publicNote: 'Vi begynder til sommer',
        day: '2026-02-01',
        recordedAt: new Date('2026-02-01T10:00:00Z'),
        publishedAt: new Date('2026-02-01T10:00:00Z'),
        actorRole: 'contributor',
        ...more,
      }),
  }
}
