import { Tag } from '../../../platform/ui/index.ts'
import { type Day, daysBetween, dayText } from '../../../platform/values/day.ts'
import type { Running } from '../actions/progress.ts'
import { nextDeadline } from '../task-force.ts'
import { CASES } from './parts.tsx'

export const CaseState = ({ progress }: Pick<Running, 'progress'>) =>
  !progress.open ? (
    <Tag kind="success">lukket</Tag>
  ) : progress.late.length > 0 ? (
    <Tag kind="error">åben, frist overskredet</Tag>
  ) : (
    <Tag kind="info">åben</Tag>
  )

const away = (day: Day, today: Day): string => {
  const days = daysBetween(today, day)
  return days === 0 ? 'i dag' : days === 1 ? 'i morgen' : `om ${days} dage`
}

/** A case in short: what it is about, and what is next or overdue. */
export const CaseLine = ({ running: { of, progress }, today, level = 2 }: { running: Running; today: Day; level?: 2 | 3 }) => {
  const Heading = `h${level}` as 'h2'
  const next = nextDeadline(of, progress)
  return (
    <article class="special-case">
      <Heading>
        <a href={`${CASES}/${of.id}`}>
          {of.name}, {dayText(of.raisedOn)}
        </a>
      </Heading>
      <p>
        <CaseState progress={progress} /> {of.example && <Tag kind="warning">eksempeldata</Tag>}
      </p>
      <p>{of.reason}</p>
      {progress.late.length > 0 && (
        <ul class="special-late">
          {progress.late.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {next !== undefined && next >= today && (
        <p>
          Næste frist: {dayText(next)} ({away(next, today)})
        </p>
      )}
      {progress.closed && (
        <p>
          <strong>Lukket {dayText(progress.closed.day)}:</strong> {progress.closed.text}
        </p>
      )}
    </article>
  )
}
