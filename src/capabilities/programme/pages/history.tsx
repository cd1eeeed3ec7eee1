import type { Ask } from '../../../platform/action.ts'
import { Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, dayOf, dayShort } from '../../../platform/values/day.ts'
import type { Fact } from '../../plan/index.ts'
import { holdsMany, isField, type PlanKind, planFields, planKinds, sourceText, valueText } from '../../plan/index.ts'
import type { Reading } from '../reading.ts'
import { planPage } from './frame.tsx'

type HistoryView = {
  item: { key: string; kind: PlanKind; title: string; href: string | undefined }
  facts: Fact[]
  reading: Reading
}

/** Everything ever said of an item: the day, where, and who wrote it here. */
export function HistoryPage({ item, facts, reading }: HistoryView, ask: Ask): Page {
  return planPage(reading, ask, {
    title: `Historik: ${item.title}`,
    lead: `Alt, hvad der er sagt om ${planKinds[item.kind].toLowerCase()} ${item.key}, det nyeste først. Intet bliver slettet.`,
    crumbs: [...(item.href ? [{ text: item.title, href: reading.keep(item.href) }] : []), { text: 'Historik' }],
    wide: true,
    body: Table({
      caption: 'Oplysninger, nyeste først',
      captionHidden: true,
      rows: facts,
      empty: 'Intet var kendt endnu den dag.',
      columns: [
        { head: 'Fra', rowHead: true, cell: ({ validFrom }) => dayShort(validFrom) },
        { head: 'Hvad', cell: ({ field }) => (isField(field) ? planFields[field].label : field) },
        { head: 'Oplysning', cell: (fact) => <What fact={fact} reading={reading} /> },
        { head: 'Kilde', cell: ({ sources }) => sourceText(sources, reading.sources) },
        { head: 'Skrevet her af', cell: (fact) => <Who fact={fact} named={ask.may('audit.read')} /> },
        { head: 'Gælder', cell: (fact) => <Holds fact={fact} facts={facts} reading={reading} named={ask.may('audit.read')} /> },
      ],
    }),
  })
}

const What = ({ fact: { field, value, note }, reading }: { fact: Fact; reading: Reading }) => (
  <>
    {isField(field) ? valueText(field, value, reading.names) : String(value)}
    {note && <p class="plan-remark">{note}</p>}
  </>
)

/** The name is for those who may read the log; everybody else is told the office. */
const Who = ({ fact: { actorId, actorName, recordedAt }, named }: { fact: Fact; named: boolean }) =>
  actorId === undefined ? (
    <span class="quiet">Indlæst fra kilden</span>
  ) : (
    <>
      {named && actorName ? actorName : 'Sekretariatet'}
      <span class="quiet"> {dayShort(dayOf(recordedAt))}</span>
    </>
  )

type HoldsProps = { fact: Fact; facts: readonly Fact[]; reading: Reading; named: boolean }

const Holds = ({ fact, facts, reading, named }: HoldsProps) => {
  const { validUntil, endedAt, endedSource, endedName } = fact
  if (validUntil !== undefined && validUntil <= reading.day) {
    return (
      <>
        {validUntil === fact.validFrom ? 'Taget tilbage samme dag' : `Til ${dayShort(validUntil)}`}
        {endedAt && (
          <span class="quiet">
            {' '}
            Taget tilbage af {named && endedName ? endedName : 'sekretariatet'}
            {endedSource && ` efter »${endedSource}«`}
          </span>
        )}
      </>
    )
  }
  return overtakenBy(fact, facts, reading.day) ?? 'Ja'
}

/** Where only one value holds, the next newer one has taken its place. */
function overtakenBy(fact: Fact, facts: readonly Fact[], day: Day): string | undefined {
  if (isField(fact.field) && holdsMany(fact.field)) return undefined
  const newer = facts
    .slice(0, facts.indexOf(fact))
    .filter(({ field, validUntil }) => field === fact.field && (validUntil ?? day) >= day)
  const next = newer.at(-1)
  return next && `Til ${dayShort(next.validFrom)}`
}
