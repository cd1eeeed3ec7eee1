import { asOfSentence, keepDay } from '../../../platform/as-of.ts'
import { Alert, LinkButton, Progress } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Party } from '../../parties/index.ts'
import type { Line } from '../line.ts'
import { awayText, leavingText } from '../member.ts'
import type { PartyStatus } from '../reading.ts'
import { LineCard } from './line-card.tsx'
import { Missing } from './missing-panel.tsx'

/** What the reader may do at this party today; nothing when the page is read as of an earlier day. */
export type Rights = { report: boolean; forOthers: boolean; approve: boolean; policy: boolean }

export type PartyAsked = { query: { pr?: string | undefined }; today: Day; requestId: string }

export type PartyRead = { status: PartyStatus; day: Day; rights: Rights; approveFirst: boolean }

export const PartyPage = (read: PartyRead, ask: PartyAsked): Page => {
  const { status, day, rights } = read
  const { party, lines } = status
  const reported = lines.filter(({ report }) => report).length
  const away = awayText(party, day, status)
  const leaving = leavingText(party, day, status.successor)
  return {
    title: party.longName,
    crumbs: [
      { text: 'Planen', href: keepDay('/plan', ask) },
      { text: 'Parter', href: keepDay('/plan/parter', ask) },
      { text: party.name },
    ],
    asOf: asOfSentence(ask),
    marks: lines.some(({ report, before }) => report?.example || before?.example) ? ['eksempeldata'] : undefined,
    body: (
      <>
        {away && <Other text={away} party={isGone(read) ? status.successor : status.predecessor} ask={ask} />}
        {leaving && <Other text={leaving} party={status.successor} ask={ask} />}
        {!(away && reported === 0) && (
          <>
            <Progress value={reported} of={lines.length} text={`indsatsområder har ${party.name} meldt status for`} />
            {status.inside && !away && <Missing read={read} />}
            {groupsOf(lines).map(({ title, slug, lines: under }) => (
              <>
                <h2>
                  <a href={keepDay(`/plan/principper/${slug}`, ask)}>{title}</a>
                </h2>
                {under.map((line) => (
                  <LineCard line={line} read={read} ask={ask} />
                ))}
              </>
            ))}
            {rights.policy && !away && <Policy read={read} />}
          </>
        )}
      </>
    ),
  }
}

/** Lines under the principle they belong to. */
const groupsOf = (lines: readonly Line[]): { title: string; slug: string; lines: Line[] }[] =>
  [...new Map(lines.map(({ area }) => [area.principle.slug, area.principle])).values()].map(({ slug, title }) => ({
    slug,
    title,
    lines: lines.filter(({ area }) => area.principle.slug === slug),
  }))

const isGone = ({ status: { party }, day }: PartyRead): boolean => party.validUntil !== undefined && party.validUntil <= day

/** Who comes after or was before, and the way there. */
const Other = ({ text, party, ask }: { text: string; party: Party | undefined; ask: PartyAsked }) => (
  <Alert kind="info">
    <p>
      {text} {party && <a href={keepDay(`/plan/parter/${party.slug}`, ask)}>Se {party.name}</a>}
    </p>
  </Alert>
)

const Policy = ({ read: { status, approveFirst } }: { read: PartyRead }) => (
  <>
    <h2>Hvornår meldinger vises</h2>
    <p>
      {approveFirst
        ? 'Meldinger fra jer vises først for andre, når en godkender hos jer har godkendt dem.'
        : 'Meldinger fra jer vises med det samme, mærket »ikke godkendt«, indtil en godkender hos jer har godkendt dem.'}
    </p>
    <LinkButton href={`/plan/parter/${status.party.slug}/visning`}>Skift hvornår meldinger vises</LinkButton>
  </>
)
