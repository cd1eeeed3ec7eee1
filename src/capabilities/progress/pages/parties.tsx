import type { At, Permission } from '../../../access.ts'
import { asOfSentence, keepDay } from '../../../platform/as-of.ts'
import { ButtonRow, LinkButton, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, dayOf, dayShort } from '../../../platform/values/day.ts'
import type { Party } from '../../parties/index.ts'
import type { Status } from '../reading.ts'
import { lastSaid, type Report, stateText } from '../status.ts'

type Asked = { query: { pr?: string | undefined }; today: Day; may(permission: Permission, at?: At): boolean }

export const PartiesPage = (status: Status, ask: Asked): Page => {
  const reported = status.members.filter(({ id }) => status.reports.some(({ partyId }) => partyId === id)).length
  return {
    title: 'Parterne',
    crumbs: [{ text: 'Planen', href: keepDay('/plan', ask) }, { text: 'Parter' }],
    lead: `${status.members.length} parter er med i Rammeaftale Sjælland. ${reported} af ${status.members.length} har meldt status.`,
    asOf: asOfSentence(ask),
    marks: status.reports.some(({ example }) => example) ? ['eksempeldata'] : undefined,
    body: (
      <>
        <Own members={status.members} ask={ask} />
        <List status={status} ask={ask} />
        <p>
          <a href={keepDay('/plan/status', ask)}>Se alle parters status i ét billede</a>
        </p>
      </>
    ),
  }
}

/** Those who come to report find their own party first. */
const Own = ({ members, ask }: { members: readonly Party[]; ask: Asked }) => {
  const own = members.filter(({ id }) => ask.may('status.report', { partyId: id }))
  const all = ask.may('status.reportForOthers')
  return own.length === 0 && !all ? null : (
    <ButtonRow>
      {own.map(({ slug, name }) => (
        <LinkButton look="primary" href={`/plan/parter/${slug}`}>
          Meld status for {name}
        </LinkButton>
      ))}
      {all && <LinkButton href="/plan/mangler">Se alt, der mangler</LinkButton>}
    </ButtonRow>
  )
}

const List = ({ status, ask }: { status: Status; ask: Asked }) => {
  const of = ({ id }: Party): Report[] => status.reports.filter(({ partyId }) => partyId === id)
  return (
    <Table
      caption="Parter og hvor meget de har meldt"
      captionHidden
      rows={status.members}
      columns={[
        {
          head: 'Part',
          rowHead: true,
          cell: ({ slug, name }) => <a href={keepDay(`/plan/parter/${slug}`, ask)}>{name}</a>,
        },
        { head: 'Har meldt', cell: (party) => `${of(party).length} af ${status.areas.length}` },
        { head: 'Sådan står det', cell: (party) => <Strip status={status} reports={of(party)} /> },
        { head: 'Senest meldt eller bekræftet', cell: (party) => newest(of(party)) },
      ]}
    />
  )
}

const newest = (reports: Report[]): string => {
  const last = reports.map(lastSaid).sort((a, b) => b.getTime() - a.getTime())[0]
  return last ? dayShort(dayOf(last)) : 'Aldrig'
}

/** One small square for each area, in the order of the plan: the party's row of the matrix, laid on its side. */
const Strip = ({ status: { areas }, reports }: { status: Status; reports: Report[] }) => (
  <span class="st-strip">
    {areas.map(({ id, key }) => {
      const state = reports.find(({ areaId }) => areaId === id)?.state
      return (
        <span class={`st-square state-${state ?? 'none'}`} title={`${key}: ${stateText(state)}`}>
          <span class="sr-only">
            {key} {stateText(state)},{' '}
          </span>
        </span>
      )
    })}
  </span>
)
