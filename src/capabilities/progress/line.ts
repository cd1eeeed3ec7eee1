import type { Day } from '../../platform/values/day.ts'
import type { Area } from './matrix.ts'
import { hasAged, type Report } from './status.ts'

/** One area on a party's page. Danish: linje. */
export type Line = {
  area: Area
  report: Report | undefined
  /** Not said to be right for longer than the rule allows. */
  aged: boolean
  /** What the predecessor said last, while the party itself has said nothing. */
  before: Report | undefined
  /** Newer than `report`, and not shown to others until an approver of the party says yes. */
  waiting: Report | undefined
}

type Said = {
  areas: readonly Area[]
  reports: readonly Report[]
  before?: readonly Report[]
  waiting?: readonly Report[]
  day: Day
  staleDays: number
}

/** A party's areas in the order of the plan, each with what was said of it. */
export function linesOf({ areas, reports, before = [], waiting = [], day, staleDays }: Said): Line[] {
  const of = (list: readonly Report[], area: Area) => list.find(({ areaId }) => areaId === area.id)
  return areas.map((area) => {
    const report = of(reports, area)
    return {
      area,
      report,
      aged: report !== undefined && hasAged(report, day, staleDays),
      before: report ? undefined : of(before, area),
      waiting: of(waiting, area),
    }
  })
}

/** What stands open for one area: nothing said, said long ago, or not yet approved by the party's own approver. Danish: mangel. */
export type Lack = { kind: 'never' | 'stale' | 'waiting' | 'unapproved'; area: Area }

export const lackTexts: Record<Lack['kind'], string> = {
  never: 'Ikke meldt endnu',
  stale: 'Bør bekræftes eller rettes',
  waiting: 'Venter på godkendelse og vises ikke endnu',
  unapproved: 'Vises som ikke godkendt',
}

/** What a party still has to do. A report that waits is no silence, and what waits is not asked to be confirmed. Danish: det mangler I. */
export function lacksOf(lines: readonly Line[]): Lack[] {
  return lines.flatMap(({ area, report, aged, waiting }): Lack[] => {
    if (waiting) return [{ kind: 'waiting', area }]
    if (!report) return [{ kind: 'never', area }]
    return [
      ...(aged ? [{ kind: 'stale' as const, area }] : []),
      ...(report.approvedAt ? [] : [{ kind: 'unapproved' as const, area }]),
    ]
  })
}

/** The report an approver can stand by now: the newest of the area, when nobody has approved it. */
export const approvable = ({ report, waiting }: Pick<Line, 'report' | 'waiting'>): Report | undefined =>
  waiting ?? (report?.approvedAt ? undefined : report)
