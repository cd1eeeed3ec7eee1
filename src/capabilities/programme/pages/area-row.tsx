import type { Item, Note, PlanField } from '../../plan/index.ts'
import { type Reading, silence } from '../reading.ts'
import type { Standing } from '../standing.ts'
import { Key, Links } from './frame.tsx'
import { FoldedNotes, Sources } from './source.tsx'
import { Strip } from './standing.tsx'

type Props = { area: Item; standing: Standing | undefined; notes: readonly Note[]; reading: Reading; level?: 3 | 4 }

const and = new Intl.ListFormat('da')

/** 'Program 2025, nr. 3 og 8'. */
export function programmeText(area: Item): string | undefined {
  const year = area.number('programmeYear')
  const numbers = area.all('programmeNumber').flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  if (year === undefined) return undefined
  return numbers.length > 0 ? `${year}, nr. ${and.format(numbers.sort((a, b) => a - b).map(String))}` : `${year}`
}

const yes = { true: 'Ja', false: 'Nej' } as const

/** When it should begin, which programme it belongs to, and whether it was shown as running: three facts, never one. */
export function threeFacts(area: Item, reading: Reading): { term: string; text: string; field: PlanField; known: boolean }[] {
  const shown = area.flag('shownActive2025')
  const facts = [
    ['Planlagt start', area.text('startTerm'), 'startTerm'],
    ['Program', programmeText(area), 'programmeYear'],
    ['Vist i gang nov. 2025', shown === undefined ? undefined : yes[`${shown}`], 'shownActive2025'],
  ] as const
  return facts.map(([term, text, field]) => ({
    term,
    field,
    text: text ?? silence(reading, area, field),
    known: text !== undefined,
  }))
}

export const AreaRow = ({ area, standing, notes, reading, level = 4 }: Props) => {
  const Heading = `h${level}` as 'h4'
  const initiatives = [...new Set([...area.parts('initiative'), ...area.from('carries')])]
  return (
    <article class="plan-area" id={area.key}>
      <div>
        <Heading>
          <a href={reading.keep(area.href)}>{area.title}</a> <Key item={area} />
        </Heading>
        <Links items={initiatives} reading={reading} />
      </div>
      <dl class="plan-three">
        {threeFacts(area, reading).map(({ term, text, known }) => (
          <div>
            <dt>{term}</dt>
            <dd class={known ? undefined : 'quiet'}>{text}</dd>
          </div>
        ))}
      </dl>
      {standing && <Strip standing={standing} />}
      <details class="details">
        <summary class="details-summary">{foldText(notes.length)}</summary>
        <div class="details-text">
          <p>{area.text('summary')}</p>
          {initiatives.length === 0 && <p class="quiet">Kilderne nævner ingen initiativer, der fører det ud i livet.</p>}
          <p class="plan-small-head">Kilder til de tre oplysninger</p>
          <AreaSources area={area} reading={reading} />
          <FoldedNotes notes={notes} reading={reading} />
        </div>
      </details>
    </article>
  )
}

const foldText = (notes: number): string =>
  notes === 0 ? 'Mere og kilder' : `Mere, kilder og ${notes === 1 ? '1 note' : `${notes} noter`}`

const AreaSources = ({ area, reading }: Pick<Props, 'area' | 'reading'>) => (
  <dl class="plan-refs">
    {threeFacts(area, reading).map(({ term, field, text }) => {
      const said = area.said(field)
      return (
        <div>
          <dt>
            {term}: {text}
          </dt>
          <dd>
            {said?.note && <p class="plan-remark">{said.note}</p>}
            <Sources refs={said?.sources ?? []} reading={reading} />
          </dd>
        </div>
      )
    })}
  </dl>
)
