import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, Details, Empty, LinkButton, type Page, Table, Tabs, Tag } from '../../../platform/ui/index.ts'
import { instantText } from '../../../platform/values/day.ts'
import { countShownText, sumShownText } from '../../../platform/values/small-count.ts'
import type { LoadedMatrix } from '../actions/look.ts'
import type { Written } from '../store.ts'
import { type Coordinated, coordinatedTexts, type MatrixRow, type Municipality, schoolYearText } from '../usage.ts'

const SCHOOLING = '/tilbud/saerlige/specialundervisning'
const kinds = { yes: 'success', no: undefined, open: 'warning' } as const satisfies Record<Coordinated, string | undefined>

/** First what the rule says of each offer, then who uses what. */
export const MatrixPage = (loaded: LoadedMatrix, ask: Ask): Page => {
  const { matrix, year, now, needed } = loaded
  const told = matrix.sum.told > 0
  return {
    title: 'Specialundervisning på tværs af kommuner',
    lead: `Specialundervisning efter folkeskolelovens § 20, stk. 2 er ikke en del af rammeaftalen. Kommunerne koordinerer alligevel de tilbud, som mindst ${needed} af dem bruger.`,
    crumbs: [
      { text: 'Tilbud', href: '/tilbud' },
      { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
      { text: 'Specialundervisning' },
    ],
    wide: true,
    marks: matrix.example ? ['eksempeldata'] : [],
    body: (
      <>
        <Years loaded={loaded} />
        {year < now && told && (
          <Alert kind="info">{`Ingen har oplyst tal for skoleåret ${schoolYearText(now)}. Her ses ${schoolYearText(year)}.`}</Alert>
        )}
        {told ? (
          <Told loaded={loaded} />
        ) : (
          <Empty title={`Ingen har oplyst elevtal for skoleåret ${schoolYearText(year)}`}>
            Ikke oplyst er ikke nul: vi ved ikke, hvem der bruger tilbuddene.
          </Empty>
        )}
        <Deeds loaded={loaded} edits={ask.may('schooling.edit')} />
        {told && <Origins of={loaded.written} named={ask.actor.id !== undefined} />}
        <p class="source">Kilde til reglen: Rammeaftale 2018-19, linje 1218-1226</p>
      </>
    ),
  }
}

const Years = ({ loaded: { year, years, now } }: { loaded: LoadedMatrix }) => {
  const all = [...new Set([now, ...years])].sort((a, b) => b - a).slice(0, 6)
  return (
    <Tabs
      label="Skoleår"
      items={all.map((one) => ({ text: schoolYearText(one), href: `${SCHOOLING}?aar=${one}`, current: one === year }))}
    />
  )
}

const Told = ({ loaded }: { loaded: LoadedMatrix }) => {
  const { matrix, municipalities, limit, sees } = loaded
  const certain = matrix.rows.filter((row) => row.coordinated === 'yes').length
  const shownLimit = sees ? 1 : limit
  return (
    <>
      <h2>{certain === 1 ? '1 tilbud koordineres' : `${certain} tilbud koordineres`}</h2>
      <Table<MatrixRow>
        caption="Tilbud og hvor mange kommuner, der bruger dem"
        captionHidden
        rows={matrix.rows}
        columns={[
          { head: 'Tilbud', rowHead: true, cell: ({ offer }) => <a href={`/tilbud/${offer.id}`}>{offer.name}</a> },
          { head: 'Koordineres?', cell: (row) => <Tag kind={kinds[row.coordinated]}>{coordinatedTexts[row.coordinated]}</Tag> },
          { head: 'Bruges af', numeric: true, cell: ({ users }) => (users === 1 ? '1 kommune' : `${users} kommuner`) },
          { head: 'Har ikke oplyst', numeric: true, cell: ({ silent }) => `${silent} af ${municipalities.length}` },
          {
            head: 'Elever',
            numeric: true,
            cell: ({ sum }) => (sum.told === 0 ? <span class="quiet">ikke oplyst</span> : sumShownText(sum)),
          },
        ]}
      />
      <h2>Elever fra hver kommune</h2>
      <p>
        {sees
          ? `Du ser de præcise tal. Alle andre ser 1-${limit - 1}, hvor der er færre end ${limit} elever, og det gør filerne også.`
          : `Hvor der er færre end ${limit} elever, står 1-${limit - 1}. Summerne er lagt sammen af det, der vises, så et skjult tal ikke kan regnes ud.`}
      </p>
      <Table<Municipality>
        caption="Elever fra hver kommune på hvert tilbud"
        captionHidden
        compact
        wide
        rows={municipalities}
        columns={[
          { head: 'Kommune', rowHead: true, cell: ({ name }) => name },
          ...matrix.rows.map((row) => ({
            head: row.offer.name,
            numeric: true,
            cell: ({ code }: Municipality) => {
              const count = row.cells.get(code)
              return count === undefined ? <span class="quiet">ikke oplyst</span> : countShownText(count, shownLimit)
            },
          })),
          {
            head: 'I alt',
            numeric: true,
            cell: ({ code }) => {
              const sum = matrix.columns.get(code)
              return sum && sum.told > 0 ? sumShownText(sum) : <span class="quiet">ikke oplyst</span>
            },
          },
        ]}
      />
      <p>
        <strong>I alt {sumShownText(matrix.sum)} elever</strong>, oplyst i {matrix.sum.told} af{' '}
        {matrix.rows.length * municipalities.length} felter.
      </p>
    </>
  )
}

const Deeds = ({ loaded: { year, matrix }, edits }: { loaded: LoadedMatrix; edits: boolean }) => (
  <ButtonRow>
    {edits && (
      <>
        <LinkButton href={`${SCHOOLING}/indlaes?aar=${year}`} look="primary">
          Læs tal ind
        </LinkButton>
        <LinkButton href={`${SCHOOLING}/tal?aar=${year}`}>Skriv ét tal</LinkButton>
      </>
    )}
    {matrix.sum.told > 0 && (
      <>
        <LinkButton href={`${SCHOOLING}.xlsx?aar=${year}`} icon="download" look={edits ? 'tertiary' : 'secondary'}>
          Excel
        </LinkButton>
        <LinkButton href={`${SCHOOLING}.csv?aar=${year}`} look="tertiary">
          CSV
        </LinkButton>
      </>
    )}
  </ButtonRow>
)

const Origins = ({ of, named }: { of: readonly Written[]; named: boolean }) => (
  <Details summary="Hvor tallene kommer fra">
    <ul>
      {of.map(({ recordedAt, actorName, source, cells, example }) => (
        <li>
          {instantText(recordedAt)}: {cells === 1 ? '1 tal' : `${cells} tal`}. Kilde: {source}.
          {named && ` Skrevet af ${actorName}.`} {example && <Tag kind="warning">eksempeldata</Tag>}
        </li>
      ))}
    </ul>
  </Details>
)
