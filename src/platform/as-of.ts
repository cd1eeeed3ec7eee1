import { z } from 'zod'
import { type Day, dayText, isDay } from './values/day.ts'

/** The address parameter `?pr=YYYY-MM-DD`: read the page as it was known at the end of that day. */
export const asOfQuery = z.object({ pr: z.string().optional() })

type Asked = { query: { pr?: string | undefined }; today: Day }

/** The day to read by: the asked one when it is a day that has been, otherwise today. */
export const readingDay = ({ query: { pr }, today }: Asked): Day => (pr && isDay(pr) && pr < today ? pr : today)

/** What is told on top of a page that was asked for as of a day; undefined when it is simply today's. */
export function asOfSentence(ask: Asked): string | undefined {
  const { pr } = ask.query
  if (!pr || pr === ask.today) return undefined
  if (!isDay(pr)) return `»${pr.slice(0, 20)}« er ikke en dato, så siden vises, som den er i dag.`
  if (pr > ask.today) return `${dayText(pr)} er ikke kommet endnu, så siden vises, som den er i dag.`
  return `Siden vises, som den var kendt ved udgangen af ${dayText(pr)}. Det, der først blev kendt senere, er ikke med.`
}

/** The address of a link that keeps the reader on the same day. */
export function keepDay(href: string, { query: { pr } }: Pick<Asked, 'query'>): string {
  if (!pr || !isDay(pr)) return href
  const [path = '', hash] = href.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}pr=${pr}${hash ? `#${hash}` : ''}`
}
