import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { dayText } from '../../platform/values/day.ts'
import { post } from '../mail/index.ts'
import { parameterOn } from '../rules/index.ts'
import { deadlineText, isToBeReminded, sheetStates } from './round.ts'
import { noteReminder, rounds, type Standing, standings } from './store/rounds.ts'

type Running = { day: Day; at: Date; baseUrl: string }

/** The mail about a sheet that has not been handed in. */
export const letterOf = ({ operatorName, year, state, deadline, operatorId }: Standing, { day, baseUrl }: Running) => ({
  subject: `Takster for ${year}: ${deadline !== undefined && day > deadline ? 'fristen er overskredet' : `frist ${dayText(deadline ?? day)}`}`,
  body: [
    'Hej',
    `Takstskemaet for ${year} fra ${operatorName} er ikke indsendt endnu. Det står som »${sheetStates[state]}«. ${deadlineText(deadline, day)}`,
    `Hent skabelonen, send jeres eget regneark, eller skriv taksterne her:\n${baseUrl}/takster/skema/${year}/${operatorId}`,
    'Log ind for at indsende. Kan I ikke nå det, så skriv til Rammeaftalesekretariatet.',
    'Fælles\nRammeaftale Sjælland',
  ].join('\n\n'),
})

/** Writes to everybody whose sheet is due soon or late and who has not heard from us within a week; gives how many. */
export async function remindOfSheets(sql: Sql, running: Running): Promise<number> {
  const daysBefore = await parameterOn(sql, 'tariffs.reminderDays', running.day)
  let sent = 0
  for (const { year } of await rounds(sql))
    for (const standing of await standings(sql, year)) {
      const { mailbox, operatorId } = standing
      if (mailbox === undefined || !isToBeReminded(standing, running.day, daysBefore)) continue
      const outboxId = await post(sql, {
        ...letterOf(standing, running),
        recipient: mailbox,
        topic: 'tariffs',
        at: running.at,
        example: standing.example,
      })
      await noteReminder(sql, { year, operatorId, day: running.day, outboxId, recordedAt: running.at })
      sent += 1
    }
  return sent
}
