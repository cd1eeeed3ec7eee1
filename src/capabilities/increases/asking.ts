import type { Sql } from '../../platform/db.ts'
import { addDays, type Day } from '../../platform/values/day.ts'
import { post } from '../mail/index.ts'
import { parameterOn } from '../rules/index.ts'
import { type Case, isLate } from './case.ts'
import { addStep, allCases } from './store/cases.ts'
import { makeLink } from './store/links.ts'
import { askLetter } from './words.ts'

type By = { actorId: number | undefined; actorName: string; now: Date; today: Day; baseUrl: string }
type Kind = { kind: 'asked' | 'reminded'; deadline: Day; text: string }

/** Mails the operator a link to explain by, and writes the step. Without a mailbox only the step: somebody writes or calls. */
async function write(sql: Sql, of: Case, { kind, deadline, text }: Kind, { now, today, baseUrl, ...by }: By): Promise<void> {
  const outboxId = of.mailbox === undefined ? undefined : await mail(sql, of, deadline, { now, baseUrl })
  await addStep(sql, {
    ...by,
    caseId: of.id,
    kind,
    day: today,
    text,
    ...(kind === 'asked' ? { deadline } : {}),
    outboxId,
    example: of.example,
    recordedAt: now,
  })
}

async function mail(sql: Sql, of: Case, deadline: Day, { now, baseUrl }: Pick<By, 'now' | 'baseUrl'>): Promise<number> {
  const linkDays = await parameterOn(sql, 'increase.linkDays', deadline)
  const token = await makeLink(sql, { caseId: of.id, worksUntil: addDays(deadline, linkDays), sentAt: now, example: of.example })
  const letter = askLetter(of, { url: `${baseUrl}/takster/forklaring/${token}`, deadline })
  return post(sql, { recipient: of.mailbox ?? '', ...letter, topic: 'increases', example: of.example, at: now })
}

/** Asks the operator to explain, within the days the rule gives. */
export async function askOperator(sql: Sql, of: Case, text: string, by: By): Promise<Day> {
  const deadline = addDays(by.today, await parameterOn(sql, 'increase.answerDays', by.today))
  await write(sql, of, { kind: 'asked', deadline, text }, by)
  return deadline
}

/** Reminds every operator whose deadline has passed and who has not just been reminded; gives how many. */
export async function remindAll(sql: Sql, by: By): Promise<number> {
  const everyDays = await parameterOn(sql, 'increase.remindEveryDays', by.today)
  const due = (await allCases(sql)).filter(
    (one) => one.mailbox !== undefined && isLate(one, by.today) && isDue(one, by.today, everyDays),
  )
  for (const one of due)
    await write(sql, one, { kind: 'reminded', deadline: addDays(by.today, everyDays), text: 'Rykker sendt af Fælles.' }, by)
  return due.length
}

/** Has nobody been reminded since it was asked, or not for so many days? */
function isDue({ steps }: Case, today: Day, everyDays: number): boolean {
  const last = steps.findLast(({ kind }) => kind === 'reminded' || kind === 'asked')
  return last?.kind !== 'reminded' || addDays(last.day, everyDays) <= today
}
