import { Source, Tag } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Note } from '../../plan/index.ts'
import type { Running } from '../actions/progress.ts'
import { type ListEvent, results, type Standing } from '../listing.ts'

export const LIST = '/tilbud/saerlige/mest-specialiserede'
export const CASES = '/tilbud/saerlige/task-force'
const toOverview = [
  { text: 'Tilbud', href: '/tilbud' },
  { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
]
export const toList = [...toOverview, { text: 'De mest specialiserede', href: LIST }]
export const toCases = [...toOverview, { text: 'Task force', href: CASES }]

/** In the source's own words where the day is uncertain. */
export const whenText = ({ day, dayText: words }: Pick<ListEvent, 'day' | 'dayText'>): string => words ?? dayText(day)

type Shown = { standing: Standing; old: boolean; open: Running | undefined }

/** How an offer stands, in a few words; what is pressing comes first. */
export const Flags = ({ standing, old, open }: Shown) => (
  <span class="special-flags">
    {!standing.on && <Tag>ikke på listen</Tag>}
    {open && (
      <Tag kind={open.progress.late.length > 0 ? 'error' : 'info'}>
        {open.progress.late.length > 0 ? 'task force, frist overskredet' : 'task force i gang'}
      </Tag>
    )}
    {standing.assessed?.followUp && <Tag kind="warning">under opfølgning</Tag>}
    {standing.assessed?.result === 'not_specialised' && (
      <Tag kind="warning">screenet: {results.not_specialised.toLowerCase()}</Tag>
    )}
    {standing.on && old && <Tag>ikke vurderet længe</Tag>}
  </span>
)

/** Where the sources disagree, and what we show and why. */
export const Contradiction = ({ note }: { note: Note }) => (
  <section class="special-note">
    <h2>Kilderne: {note.title}</h2>
    <ul>
      {note.says.map(({ source, line, text }) => (
        <li>
          {text}{' '}
          <a href={`/plan/kilder#kilde-${source}`}>{source === 'K' ? 'Offentlig viden' : `Kilde ${source}, linje ${line}`}</a>
        </li>
      ))}
    </ul>
    <p>
      <strong>Det viser vi:</strong> {note.resolution}
    </p>
  </section>
)

export const EventSource = ({ event }: { event: Pick<ListEvent, 'source' | 'sourceUrl'> }) => (
  <Source title={event.source} {...(event.sourceUrl !== undefined && { href: event.sourceUrl })} />
)

/** The offer's name, leading to its page in the register where it has one. */
export const RegisterLink = ({ offerId, offerName }: { offerId: number | undefined; offerName: string | undefined }) =>
  offerId === undefined ? <span class="quiet">ikke i registret</span> : <a href={`/tilbud/${offerId}`}>{offerName}</a>
