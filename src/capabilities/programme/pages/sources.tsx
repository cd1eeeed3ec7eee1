import type { Ask } from '../../../platform/action.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Item, Note, Source } from '../../plan/index.ts'
import { placesOf, planKinds } from '../../plan/index.ts'
import type { Reading } from '../reading.ts'
import { Links, planPage, Section } from './frame.tsx'
import { NoteBody } from './source.tsx'

/** The documents everything rests on, newest first, and what each of them carries. */
export function SourcesPage(reading: Reading, ask: Ask): Page {
  const sources = [...reading.sources.values()]
    .filter(({ day }) => day === undefined || day <= reading.day)
    .sort((a, b) => (a.ageRank ?? 9) - (b.ageRank ?? 9))
  const own = ownWords(reading)
  return planPage(reading, ask, {
    title: 'Kilder',
    lead: 'Alt i planen er hentet fra disse dokumenter. Er to af dem uenige, viser vi det nyeste og gemmer det gamle.',
    crumbs: [{ text: 'Kilder' }],
    body: (
      <>
        {sources.length === 0 && <p>Ingen af kilderne fandtes endnu den dag.</p>}
        <ol class="plan-sources">
          {sources.map((source) => (
            <SourceCard source={source} reading={reading} />
          ))}
        </ol>
        {own.length > 0 && (
          <Section id="skrevet-her" title="Skrevet her af sekretariatet">
            <p>Oplysninger, som er kommet til siden. Ved hver af dem står, hvor sekretariatet har dem fra.</p>
            <ul class="plan-says">
              {own.map((words) => (
                <li>
                  <q>{words}</q>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <p>
          <a href={reading.keep('/plan/noter')}>Se alle steder, hvor kilderne er uenige eller tavse</a>
        </p>
      </>
    ),
  })
}

const SourceCard = ({ source, reading }: { source: Source; reading: Reading }) => {
  const { facts, items } = carriedBy(source.key, reading)
  return (
    <li class="plan-source" id={`kilde-${source.key}`}>
      <p class="eyebrow">
        {source.kind}, {source.dayText ?? (source.day && dayText(source.day))}
      </p>
      <h2>{source.title}</h2>
      <p>{source.description}</p>
      {facts > 0 && (
        <details class="details">
          <summary class="details-summary">
            Bærer {facts} {facts === 1 ? 'oplysning' : 'oplysninger'} om {items.length} {items.length === 1 ? 'ting' : 'ting'} i
            planen
          </summary>
          <div class="details-text">
            {[...kindsOf(items)].map(([kind, of]) => (
              <>
                <p class="plan-small-head">{planKinds[kind]}</p>
                <Links items={of} reading={reading} />
              </>
            ))}
          </div>
        </details>
      )}
    </li>
  )
}

/** How many facts, of which items, rest on a document. */
function carriedBy(key: string, { plan, sources }: Reading): { facts: number; items: Item[] } {
  let facts = 0
  const items = plan.items.filter((item) => {
    const count = saidOf(item).filter((refs) => placesOf(refs, sources).some(({ source }) => source?.key === key)).length
    facts += count
    return count > 0
  })
  return { facts, items }
}

const saidOf = (item: Item): string[][] => item.fields.flatMap((field) => item.all(field).map(({ sources }) => sources))

const ownWords = ({ plan, sources }: Reading): string[] => [
  ...new Set(
    plan.items
      .flatMap(saidOf)
      .flat()
      .flatMap((ref) => placesOf([ref], sources))
      .filter(({ source }) => !source)
      .map(({ title }) => title),
  ),
]

function kindsOf(items: readonly Item[]): Map<Item['kind'], Item[]> {
  const kinds = new Map<Item['kind'], Item[]>()
  for (const item of items) kinds.set(item.kind, [...(kinds.get(item.kind) ?? []), item])
  return kinds
}

/** Every place where the documents disagree or are silent, and what we show. */
export function NotesPage(reading: Reading, ask: Ask): Page {
  const parts = [
    ['uenige', 'Kilderne er uenige', reading.notes.filter(({ kind }) => kind === 'contradiction')],
    ['tavse', 'Kilderne er tavse', reading.notes.filter(({ kind }) => kind === 'gap')],
  ] as const
  return planPage(reading, ask, {
    title: 'Hvor kilderne er uenige eller tavse',
    lead: 'Her står, hvad hver kilde siger, hvad vi viser, og hvorfor. Intet er gemt væk.',
    crumbs: [{ text: 'Noter' }],
    body: (
      <>
        {reading.notes.length === 0 && <p>Ingen uenigheder var kendt endnu den dag.</p>}
        {parts
          .filter(([, , notes]) => notes.length > 0)
          .map(([id, title, notes]) => (
            <Section id={id} title={`${title}: ${notes.length}`}>
              <ul class="plan-index">
                {notes.map(({ key, title: about }) => (
                  <li>
                    <a href={`#${key}`}>
                      <span class="plan-key">{key}</span> {about}
                    </a>
                  </li>
                ))}
              </ul>
              {notes.map((note) => (
                <NoteCard note={note} reading={reading} />
              ))}
            </Section>
          ))}
      </>
    ),
  })
}

const NoteCard = ({ note, reading }: { note: Note; reading: Reading }) => {
  const items = note.items.flatMap((key) => reading.plan.withKey(key) ?? [])
  return (
    <article class={`plan-note plan-note-${note.kind}`} id={note.key}>
      <h3>
        {note.title} <span class="plan-key">{note.key}</span>
      </h3>
      <NoteBody
        note={note}
        reading={reading}
        foot={
          items.length + note.bodies.length > 0 && (
            <details class="details">
              <summary class="details-summary">Hvor det har betydning</summary>
              <div class="details-text">
                <Links items={items} reading={reading} />
                {note.bodies.length > 0 && <p>{note.bodies.map((key) => reading.names.get(key) ?? key).join(', ')}</p>}
              </div>
            </details>
          )
        }
      />
    </article>
  )
}
