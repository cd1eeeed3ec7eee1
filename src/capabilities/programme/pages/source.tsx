import type { Child } from 'hono/jsx'
import { Details } from '../../../platform/ui/index.ts'
import type { Note } from '../../plan/index.ts'
import { linesText, placesOf, type SourceBook } from '../../plan/index.ts'
import type { Reading } from '../reading.ts'

/** Where something is said: document, lines and day. */
export const Sources = ({ refs, reading }: { refs: readonly string[]; reading: Reading }) => (
  <p class="source">
    {refs.length > 0 && 'Kilde: '}
    {placesOf(refs, reading.sources).map(({ source, title, day, lines }, at) => (
      <>
        {at > 0 && ' · '}
        {source ? <a href={reading.keep(`/plan/kilder#kilde-${source.key}`)}>{title}</a> : <q>{title}</q>}
        {day && ` (${day})`}
        {lines.length > 0 && `, ${linesText(lines)}`}
      </>
    ))}
  </p>
)

const Saying = ({ note, book }: { note: Note; book: SourceBook }) => (
  <ul class="plan-says">
    {note.says.map(({ source, line, text }) => (
      <li>
        <q>{text}</q>
        {placesOf([line === undefined ? source : `${source}:${line}`], book).map(({ title, day, lines }) => (
          <span class="source">
            <a href={`/plan/kilder#kilde-${source}`}>{title}</a>
            {day && ` (${day})`}
            {lines.length > 0 && `, ${linesText(lines)}`}
          </span>
        ))}
      </li>
    ))}
  </ul>
)

const heads = { contradiction: 'Kilderne er uenige', gap: 'Det fremgår ikke' } as const

/** What each document says, and what we show and why. */
export const NoteBody = ({ note, reading, foot }: { note: Note; reading: Reading; foot?: Child }) => (
  <>
    {note.says.length > 0 && <Saying note={note} book={reading.sources} />}
    <p>
      <strong>Det viser vi: </strong>
      {note.resolution}
    </p>
    {foot}
  </>
)

/** Notes that stand open beside what they are about. */
export const Notes = ({ notes, reading }: { notes: readonly Note[]; reading: Reading }) =>
  notes.length === 0 ? null : (
    <section class="plan-notes" aria-labelledby="noter">
      <h2 id="noter">Her er kilderne uenige eller tavse</h2>
      {notes.map((note) => (
        <div class={`plan-note plan-note-${note.kind}`}>
          <p class="plan-note-kind">{heads[note.kind]}</p>
          <h3>
            {note.title} <span class="plan-key">{note.key}</span>
          </h3>
          <NoteBody note={note} reading={reading} />
        </div>
      ))}
    </section>
  )

type Folded = { notes: readonly Note[]; reading: Reading }

/** Notes folded to one line each, or to one line together where there are many, so that the rest can be seen. */
export const FoldedNotes = ({ notes, reading }: Folded) => (
  <div class="plan-folded">
    {notes.length > MANY ? (
      <Details summary={countText(notes)}>
        {notes.map((note) => (
          <div class="plan-folded-note">
            <p>
              <strong>
                {heads[note.kind]}: {note.title}
              </strong>
            </p>
            <Folding note={note} reading={reading} />
          </div>
        ))}
      </Details>
    ) : (
      notes.map((note) => (
        <Details summary={`${heads[note.kind]}: ${note.title}`}>
          <Folding note={note} reading={reading} />
        </Details>
      ))
    )}
  </div>
)

const MANY = 3

const Folding = ({ note, reading }: { note: Note; reading: Reading }) => (
  <>
    <NoteBody note={note} reading={reading} />
    <p class="quiet">
      <a href={reading.keep(`/plan/noter#${note.key}`)}>{note.key} på listen over alle noter</a>
    </p>
  </>
)

const and = new Intl.ListFormat('da')

function countText(notes: readonly Note[]): string {
  const uneven = notes.filter(({ kind }) => kind === 'contradiction')
  const silent = notes.length - uneven.length
  const parts = [
    uneven.length > 0 && `er uenige ${uneven.length === 1 ? '1 sted' : `${uneven.length} steder`}`,
    silent > 0 && `er tavse ${silent === 1 ? '1 sted' : `${silent} steder`}`,
  ].filter((part) => typeof part === 'string')
  return `Kilderne ${and.format(parts)}`
}
