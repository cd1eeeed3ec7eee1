import type { Ask } from '../../../platform/action.ts'
import { LinkButton, type Page, Table } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { ownerships } from '../../offers/index.ts'
import { type Parameter, valueText } from '../../rules/index.ts'
import { figureText, type Note, noteTopics } from '../note.ts'
import { type DeadlineRule, dayMonthText } from '../round.ts'

/** For which years, up to next year, nobody has told of a decision. */
function undecidedText(decided: readonly Note[], thisYear: number): string {
  const years = new Set(decided.flatMap(({ year }) => year ?? []))
  const first = Math.min(thisYear + 1, ...years)
  const missing = Array.from({ length: thisYear + 2 - first }, (_, at) => first + at).filter((year) => !years.has(year))
  return missing.length === 0 ? '' : `Ingen beslutning er oplyst for ${missing.join(', ')}.`
}

export type NotesLooked = { notes: Note[]; shown: Parameter[]; deadlines: DeadlineRule[] }

/** What stands around the tariffs: how much money, when it is settled, what KKR decided, and how much of a calculation is shown. */
export function NotesPage({ notes, shown, deadlines }: NotesLooked, ask: Ask): Page {
  const of = (topic: Note['topic']) => notes.filter((note) => note.topic === topic)
  const edits = ask.may('tariffs.publish')
  return {
    title: 'Regler og nøgletal for takster',
    lead: 'Hvor stort området er, hvornår der afregnes, og hvor meget af en beregning alle kan se.',
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'Regler og nøgletal' }],
    body: (
      <>
        <h2>{noteTopics.key_figure}</h2>
        <Table
          caption="Nøgletal for området"
          captionHidden
          columns={[
            { head: 'Nøgletal', rowHead: true, cell: ({ label }) => label },
            { head: 'Tal', cell: (note) => figureText(note) ?? 'ikke oplyst' },
            { head: 'År', cell: ({ year }) => (year ? String(year) : 'ikke oplyst') },
            { head: 'Bemærkning', cell: ({ text }) => text },
            { head: 'Kilde', cell: ({ source }) => source },
          ]}
          rows={of('key_figure')}
        />
        <h2>{noteTopics.settlement}</h2>
        {of('settlement').map((note) => (
          <>
            <h3>{note.label}</h3>
            <p>{note.text}</p>
            <p class="source">
              {note.days !== undefined && `Frist: ${note.days} dage · `}Kilde: {note.source}
            </p>
          </>
        ))}
        <h2>{noteTopics.instrument}</h2>
        <p>Hvert år kan KKR Sjælland henstille til en procentvis nedsættelse af taksterne. Det er beslutningerne:</p>
        {of('instrument').map((note) => (
          <>
            <h3>{note.label}</h3>
            <p>
              <strong>{note.value === undefined ? 'Ikke anvendt.' : `Taksterne sættes ned med ${figureText(note)}.`}</strong>{' '}
              {note.text}
            </p>
            <p class="source">
              Kilde: {note.source} · {dayText(note.validFrom)}
            </p>
          </>
        ))}
        <p class="quiet">{undecidedText(of('instrument'), Number(ask.today.slice(0, 4)))}</p>
        <h2>Frister for takstskemaer</h2>
        <Table
          caption="Frister for takstskemaer"
          captionHidden
          columns={[
            { head: 'Ejerform', rowHead: true, cell: ({ ownership }) => ownerships[ownership] },
            { head: 'Frist året før', cell: ({ month, day }) => dayMonthText(month, day) },
            { head: 'Bekræftet', cell: ({ confirmed }) => (confirmed ? 'Ja' : 'Nej, forslag') },
            { head: 'Kilde', cell: ({ source }) => source },
          ]}
          rows={deadlines}
        />
        <h2>Hvor meget af en beregning vises?</h2>
        <Table
          caption="Hvor meget af en beregning vises"
          captionHidden
          columns={[
            { head: 'Regel', rowHead: true, cell: ({ label }) => label },
            { head: 'Nu', cell: valueText },
            { head: 'Fra', cell: ({ validFrom }) => dayText(validFrom) },
            { head: 'Bekræftet', cell: ({ confirmed }) => (confirmed ? 'Ja' : 'Nej, forslag') },
            { head: 'Kilde', cell: ({ source, note }) => `${source}${note ? `. ${note}` : ''}` },
          ]}
          rows={shown}
        />
        <p>
          <a href="/takster/synlighed">Hvad alle kan se af en beregning, driftsherre for driftsherre</a>
        </p>
        <p>
          Alle regler, også dem fra før, står under <a href="/om/regler">Regler</a>. Hvad et tilbud betaler for at blive ført
          tilsyn med, står under <a href="/tilsyn/takster">Hvad tilsyn koster</a>.
        </p>
        {edits && (
          <p>
            <LinkButton href="/takster/regler/ny">Skriv et nøgletal, en regel eller en beslutning</LinkButton>
          </p>
        )}
      </>
    ),
  }
}
