import type { Ask } from '../../../platform/action.ts'
import { LinkButton } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Item } from '../../plan/index.ts'
import { newestAgreement } from '../decision.ts'
import { NOT_YET, notesOf, type Reading } from '../reading.ts'
import { Facts, PartCard } from './facts.tsx'
import { Links, planPage, Section } from './frame.tsx'
import { FoldedNotes } from './source.tsx'

/** The agreement, the strategy, the key activities and the texts behind the plan; then the agreements before. */
export function BackgroundPage(reading: Reading, ask: Ask): Page {
  const { plan } = reading
  const newest = newestAgreement(plan)
  const strategies = plan.of('strategy')
  const earlier = plan.of('agreement').filter((agreement) => agreement !== newest)
  const texts = plan.of('passage').filter(({ parent }) => parent?.kind !== 'focus')
  const under = (parent: Item | undefined) => texts.filter((text) => text.parent === parent)
  const groups: [id: string, title: string, items: Item[]][] = [
    ['aftalen', 'Aftalen', [...(newest ? [newest, ...under(newest)] : [])]],
    ['strategien', 'Strategien', strategies],
    ['hovedaktiviteter', 'Hovedaktiviteter', plan.of('activity')],
    ['strategiens-tekster', 'Sådan føres strategien ud i livet', strategies.flatMap(under)],
    ['samarbejdet', 'Om samarbejdet', under(undefined)],
    ['tidligere', 'De tidligere aftaler', earlier.flatMap((agreement) => [agreement, ...under(agreement)])],
  ]
  return planPage(reading, ask, {
    title: 'Baggrunden for planen',
    lead: 'Aftalen, strategien og de tekster, planen bygger på.',
    crumbs: [{ text: 'Baggrund' }],
    body: (
      <>
        {plan.items.length === 0 && <p>{NOT_YET}.</p>}
        {groups
          .filter(([, , items]) => items.length > 0)
          .map(([id, title, items]) => (
            <Section id={id} title={title}>
              {items.map((item) => (
                <Told item={item} reading={reading} ask={ask} />
              ))}
            </Section>
          ))}
      </>
    ),
  })
}

const Told = ({ item, reading, ask }: { item: Item; reading: Reading; ask: Ask }) => (
  <PartCard item={item} reading={reading}>
    <Facts item={item} reading={reading} fields={shown[item.kind] ?? []} />
    <Purposes item={item} reading={reading} />
    <FoldedNotes notes={notesOf(reading, item)} reading={reading} />
    {ask.may('plan.edit') && (
      <p class="plan-deeds d-print-none">
        <a href={`/plan/ret/${item.key}`}>
          Ret<span class="sr-only"> {item.title}</span>
        </a>
      </p>
    )}
    {ask.may('plan.edit') && item.kind === 'agreement' && (
      <LinkButton href={`/plan/ret/${item.key}/ny/initiativ`} icon="plus">
        Nyt initiativ under aftalen
      </LinkButton>
    )}
  </PartCard>
)

/** What matters most of each kind; the rest is folded below it. */
const shown: Partial<Record<Item['kind'], Parameters<typeof Facts>[0]['fields']>> = {
  agreement: ['period', 'party', 'decisionRoute', 'status'],
  strategy: ['period', 'goal', 'resource', 'responsible', 'decisionRoute'],
  activity: ['planned', 'goal', 'level', 'measure', 'status'],
  passage: ['background', 'status', 'decisionRoute', 'measure', 'quote'],
}

const Purposes = ({ item, reading }: { item: Item; reading: Reading }) =>
  item.to('serves').length === 0 ? null : (
    <div class="plan-waits">
      <strong>Tjener formålene</strong>
      <Links items={item.to('serves')} reading={reading} />
    </div>
  )
