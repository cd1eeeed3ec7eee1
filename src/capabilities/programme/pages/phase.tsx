import type { Ask } from '../../../platform/action.ts'
import { Tag } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Item } from '../../plan/index.ts'
import { valueText } from '../../plan/index.ts'
import type { Moment } from '../decision.ts'
import { type Reading, silence } from '../reading.ts'
import { Fact, OtherFacts, OtherNames } from './facts.tsx'
import { Links } from './frame.tsx'
import { Sources } from './source.tsx'

type Of = { item: Item; reading: Reading }

/** What was planned, when it moved and why, and what came of it: the old days stay. */
export const Times = ({ item, reading }: Of) => {
  const planned = item.all('planned')
  const actual = item.said('actual')
  return (
    <dl class="plan-times">
      <div>
        <dt>Planlagt</dt>
        <dd>
          {planned.length === 0 && <span class="quiet">{silence(reading, item, 'planned')}</span>}
          <Moves item={item} reading={reading} />
        </dd>
      </div>
      {actual && (
        <div>
          <dt>Faktisk</dt>
          <dd>
            <Fact field="actual" item={item} reading={reading} />
          </dd>
        </div>
      )}
      {item.said('postponed') && (
        <div>
          <dt>Udsat</dt>
          <dd>
            <Fact field="postponed" item={item} reading={reading} />
          </dd>
        </div>
      )}
    </dl>
  )
}

const Moves = ({ item, reading }: Of) => {
  const planned = item.all('planned')
  return (
    <>
      {planned.map((said, at) => (
        <div class="plan-move">
          {at < planned.length - 1 ? (
            <>
              <span class="sr-only">Før: </span>
              <s>{valueText('planned', said.value, reading.names)}</s> <span class="quiet">(plan fra {dayText(said.from)})</span>
            </>
          ) : (
            <strong>{valueText('planned', said.value, reading.names)}</strong>
          )}
          {said.note && <span class="plan-remark">{said.note}</span>}
          <Sources refs={said.sources} reading={reading} />
        </div>
      ))}
    </>
  )
}

const phaseWords = { done: 'Gennemført', unsaid: 'Ikke meldt gennemført', now: 'Nu, efter planen', ahead: 'Kommer' } as const
const phaseKinds = { done: 'success', unsaid: 'warning', now: 'info', ahead: undefined } as const

/** Done, still to come, or past without any source saying that it was done. */
export const PhaseTag = ({ moment: { item, phase } }: { moment: Moment }) => {
  if (phase !== 'done' && !item.said('planned')) return <Tag>Ingen dato</Tag>
  return <Tag kind={phaseKinds[phase]}>{phaseWords[phase]}</Tag>
}

const Deeds = ({ item, ask }: { item: Item; ask: Ask }) =>
  ask.may('plan.edit') ? (
    <p class="plan-deeds d-print-none">
      <a href={`/plan/ret/${item.key}`}>
        Ret<span class="sr-only"> {item.title}</span>
      </a>
      {item.said('planned') && !item.said('done') && (
        <a href={`/plan/ret/${item.key}/udsaet`}>
          Udsæt<span class="sr-only"> {item.title}</span>
        </a>
      )}
      {!item.said('done') && (
        <a href={`/plan/ret/${item.key}/gennemfoert`}>
          Meld gennemført<span class="sr-only"> {item.title}</span>
        </a>
      )}
      <a href={`/plan/ret/${item.key}/kobling`}>
        Koblinger<span class="sr-only"> for {item.title}</span>
      </a>
    </p>
  ) : null

type RowProps = { moment: Moment; reading: Reading; ask: Ask }

/** A phase or a milestone on the page of its initiative. */
export const PhaseRow = ({ moment, reading, ask }: RowProps) => {
  const { item } = moment
  const waitsFor = item.to('depends')
  const ledTo = item.to('result')
  return (
    <li class="plan-phase" id={item.key}>
      <h4>
        {item.title} <PhaseTag moment={moment} />
      </h4>
      <OtherNames item={item} />
      <p>{item.text('summary')}</p>
      <Times item={item} reading={reading} />
      {item.said('deliverable') && (
        <p>
          <strong>Leverance: </strong>
          {item.text('deliverable')}
        </p>
      )}
      {waitsFor.length > 0 && (
        <div class="plan-waits">
          <strong>Kan først begynde efter</strong>
          <Links items={waitsFor} reading={reading} />
        </div>
      )}
      {ledTo.length > 0 && (
        <div class="plan-waits">
          <strong>Fører til</strong>
          <Links items={ledTo} reading={reading} />
        </div>
      )}
      <details class="details">
        <summary class="details-summary">Oplysninger og kilder</summary>
        <div class="details-text">
          <OtherFacts item={item} reading={reading} but={['planned', 'actual', 'postponed']} />
          <p class="quiet">
            <a href={reading.keep(`/plan/historik/${item.key}`)}>Se historikken</a>
          </p>
        </div>
      </details>
      <Deeds item={item} ask={ask} />
    </li>
  )
}
