import type { Ask } from '../../../platform/action.ts'
import { Timeline } from '../../../platform/ui/index.ts'
import { dayOf, dayText, isDay } from '../../../platform/values/day.ts'
import type { TermChange } from '../store.ts'

const texts: Record<TermChange['kind'], string> = {
  added: 'Skrevet ind',
  corrected: 'Rettet',
  approved: 'Godkendt',
  imported: 'Læst ind',
  ended: 'Ophørt',
  returned: 'Taget i brug igen',
}

const labels: Record<string, string> = {
  label: 'Begreb',
  title: 'Titel',
  definition: 'Betydning',
  source: 'Kilde',
  approved_by: 'Godkendt af',
  approved_on: 'Godkendt',
  audience: 'For',
  form: 'Form',
  in_agreement: 'I rammeaftalen',
  agreement_note: 'Om aftalen',
  valid_from: 'Gælder fra',
  valid_until: 'Gælder indtil',
  successor_key: 'Afløst af',
  confirmed: 'Bekræftet',
  note: 'Bemærk',
}

const valueText = (value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return value ? 'ja' : 'nej'
  const text = String(value)
  return isDay(text) ? dayText(text) : text
}

/** How it was before, change by change. Who wrote it is told to those who are signed in. */
export const History = ({ history, ask }: { history: readonly TermChange[]; ask: Ask<object> }) => (
  <>
    <h2>Historie</h2>
    <Timeline
      items={history.map((change) => ({
        day: dayOf(change.recordedAt),
        title: `${texts[change.kind]}${ask.actor.id === undefined ? '' : ` af ${change.actorName}`}`,
        body: <Differences change={change} />,
      }))}
    />
  </>
)

const Differences = ({ change: { before, after, source } }: { change: TermChange }) => {
  const differing = Object.entries(labels).filter(([column]) => before && valueText(before[column]) !== valueText(after[column]))
  return (
    <>
      {differing.length > 0 && (
        <ul>
          {differing.map(([column, label]) => (
            <li>{`${label}: før »${valueText(before?.[column]) ?? 'intet'}«, nu »${valueText(after[column]) ?? 'intet'}«`}</li>
          ))}
        </ul>
      )}
      <p class="source">{`Kilde: ${source}`}</p>
    </>
  )
}
