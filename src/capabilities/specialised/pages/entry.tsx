import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, LinkButton, type Page, SummaryList, Tag, Timeline } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Note } from '../../plan/index.ts'
import type { Running } from '../actions/progress.ts'
import { eventKinds, isOld, type ListEvent, results, type Specialised, type Standing, standingOn } from '../listing.ts'
import { CaseLine } from './case-line.tsx'
import { CASES, Contradiction, EventSource, Flags, LIST, RegisterLink, toList, whenText } from './parts.tsx'

type Loaded = { one: Specialised; months: number; note: Note | undefined; cases: Running[] }

const leadOf = ({ on, listed }: Standing): string => {
  if (!listed) return 'Har aldrig stået på listen over de mest specialiserede tilbud.'
  return `${on ? 'Blandt' : 'Har været blandt'} de mest specialiserede tilbud: ${listed.speciality ?? ''}`
}

/** One offer on the list: why it is there, what has been said of it, and its cases. */
export const EntryPage = ({ one, months, note, cases }: Loaded, ask: Ask): Page => {
  const standing = standingOn(one, ask.today)
  const open = cases.find(({ progress }) => progress.open)
  return {
    title: one.name,
    lead: leadOf(standing),
    crumbs: [...toList, { text: one.name }],
    marks: one.events.some(({ example }) => example) || cases.some(({ of }) => of.example) ? ['eksempeldata'] : [],
    body: (
      <>
        <p>
          <Flags standing={standing} old={isOld(standing, ask.today, months)} open={open} />
        </p>
        <SummaryList
          items={[
            { term: 'Speciale', value: standing.listed?.speciality ?? 'Ikke oplyst' },
            { term: 'På listen siden', value: standing.listed ? whenText(standing.listed) : 'Ikke på listen' },
            {
              term: 'Sidst vurderet',
              value: standing.assessed ? dayText(standing.assessed.day) : 'Ikke siden listen blev skrevet',
            },
            { term: 'Tilbuddet i registret', value: <RegisterLink {...one} /> },
          ]}
        />
        {one.note && <p class="quiet">{one.note}</p>}
        {ask.may('specialised.edit') && <Deeds one={one} on={standing.on} open={open} ask={ask} />}
        <h2>Vurderinger og historie</h2>
        {one.events.length === 0 ? (
          <p>Ingen.</p>
        ) : (
          <Timeline items={one.events.toReversed().map((event) => moment(event, ask.actor.id !== undefined))} />
        )}
        <h2>Task force</h2>
        {cases.length === 0 && (
          <p>
            Der har ikke været en sag om {one.name}. <a href={CASES}>Se alle sager</a>
          </p>
        )}
        {cases.map((running) => (
          <CaseLine running={running} today={ask.today} level={3} />
        ))}
        {note && <Contradiction note={note} />}
      </>
    ),
  }
}

type DeedsProps = { one: Specialised; on: boolean; open: Running | undefined; ask: Ask }

const Deeds = ({ one, on, open, ask }: DeedsProps) => (
  <ButtonRow>
    {on && (
      <LinkButton href={`${LIST}/${one.key}/vurder`} look="primary">
        Skriv en vurdering
      </LinkButton>
    )}
    {on && !open && ask.may('taskForce.run') && (
      <LinkButton href={`${CASES}/ny?tilbud=${one.key}`}>Rejs en task force-sag</LinkButton>
    )}
    <LinkButton href={`${LIST}/${one.key}/paa-listen`}>{on ? 'Ret specialet' : 'Sæt på listen igen'}</LinkButton>
    {one.offerId === undefined && <LinkButton href={`${LIST}/${one.key}/register`}>Knyt til registret</LinkButton>}
    {on && (
      <LinkButton href={`${LIST}/${one.key}/af-listen`} look="tertiary">
        Tag af listen
      </LinkButton>
    )}
  </ButtonRow>
)

const titleOf = ({ kind, speciality, result }: ListEvent): string => {
  if (kind === 'listed') return `${eventKinds.listed}: ${speciality ?? ''}`
  return kind === 'assessed' && result ? `${eventKinds.assessed}: ${results[result].toLowerCase()}` : eventKinds[kind]
}

const moment = (event: ListEvent, named: boolean) => ({
  day: event.day,
  when: whenText(event),
  title: titleOf(event),
  body: (
    <div class="special-step">
      {event.example && <Tag kind="warning">eksempeldata</Tag>}
      {event.assessedBy && <p>Vurderet af {event.assessedBy}.</p>}
      {event.targetGroup && <p>Målgruppe: {event.targetGroup}.</p>}
      {event.criteria.length > 0 && (
        <ul>
          {event.criteria.map((criterion) => (
            <li>{criterion}</li>
          ))}
        </ul>
      )}
      {event.note && <p>{event.note}</p>}
      {event.followUp && (
        <p>
          <Tag kind="warning">der følges op</Tag>
        </p>
      )}
      <EventSource event={event} />
      {named && <p class="quiet">Skrevet af {event.actorName}</p>}
    </div>
  ),
})
