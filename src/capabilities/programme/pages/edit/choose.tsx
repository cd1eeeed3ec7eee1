import type { Ask } from '../../../../platform/action.ts'
import { LinkButton, Table } from '../../../../platform/ui/index.ts'
import type { Page } from '../../../../platform/ui/page.ts'
import { dayShort } from '../../../../platform/values/day.ts'
import {
  additions,
  canStandUnder,
  linkable,
  linkableKinds,
  type PlanField,
  planFields,
  planKinds,
  valueText,
} from '../../../plan/index.ts'
import type { Editable } from '../../reading.ts'
import { editPage } from './parts.tsx'

/** What the secretariat can change about an item. */
export function ChoosePage(at: Editable, ask: Ask): Page {
  const { item } = at
  const all = Object.keys(planFields) as PlanField[]
  const said = all.filter((field) => item.said(field))
  return editPage(at, ask, {
    title: `Ret: ${item.title}`,
    lead: `Vælg, hvad du vil rette. Det gamle bliver stående i historikken, så ingen skal være bange for at rette.`,
    step: planKinds[item.kind],
    body: (
      <>
        <Deeds at={at} />
        <Said at={at} fields={said} />
        <h2>Tilføj en oplysning, der ikke står endnu</h2>
        <ul class="plan-ways">
          {all
            .filter((field) => !item.said(field))
            .map((field) => (
              <li>
                <a href={`/plan/ret/${item.key}/felt/${field}`}>{planFields[field].label}</a>
              </li>
            ))}
        </ul>
      </>
    ),
  })
}

const Deeds = ({ at: { item } }: { at: Editable }) => {
  const news = Object.entries(additions).filter(([word]) => canStandUnder(word as keyof typeof additions, item.kind))
  const linked = linkableKinds.some((kind) => linkable[kind].from.some((from) => from === item.kind))
  const doable = ['phase', 'milestone', 'initiative', 'activity'].includes(item.kind) && !item.said('done')
  return (
    <div class="button-row">
      {item.said('planned') && !item.said('done') && <LinkButton href={`/plan/ret/${item.key}/udsaet`}>Udsæt</LinkButton>}
      {doable && (
        <LinkButton href={`/plan/ret/${item.key}/gennemfoert`} icon="check">
          Meld gennemført
        </LinkButton>
      )}
      {news.map(([word, { text }]) => (
        <LinkButton href={`/plan/ret/${item.key}/ny/${word}`} icon="plus">
          Føj {text} til
        </LinkButton>
      ))}
      {linked && (
        <LinkButton href={`/plan/ret/${item.key}/kobling`} icon="link">
          Koblinger
        </LinkButton>
      )}
      {item.kind === 'initiative' && <LinkButton href={`/plan/ret/${item.key}/ressourcer`}>Større ressourcer</LinkButton>}
      {['initiative', 'phase', 'milestone'].includes(item.kind) && (
        <LinkButton href={`/plan/ret/${item.key}/ud`} look="tertiary">
          Tag ud af planen
        </LinkButton>
      )}
    </div>
  )
}

const Said = ({ at: { item, reading }, fields }: { at: Editable; fields: PlanField[] }) =>
  Table({
    caption: 'Det står der nu',
    rows: fields,
    columns: [
      { head: 'Oplysning', rowHead: true, cell: (field) => planFields[field].label },
      {
        head: 'Står nu',
        cell: (field) => {
          const values = 'many' in planFields[field] ? item.all(field) : item.all(field).slice(-1)
          return values.map(({ value }) => <div>{valueText(field, value, reading.names)}</div>)
        },
      },
      { head: 'Fra', cell: (field) => dayShort(item.said(field)?.from ?? reading.day) },
      {
        head: 'Ret',
        cell: (field) => (
          <a href={`/plan/ret/${item.key}/felt/${field}`}>
            Ret<span class="sr-only"> {planFields[field].label}</span>
          </a>
        ),
      },
    ],
  })
