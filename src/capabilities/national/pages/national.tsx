import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, Details, Empty, LinkButton, type Page, SeriesPicture, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { LoadedNational } from '../actions/look.ts'
import {
  type Figure,
  isStale,
  type Line,
  linesOf,
  measures,
  middleOf,
  nameOf,
  type Row,
  replaced,
  rowsOf,
  spanText,
} from '../national.ts'
import { Conclusion } from './conclusion.tsx'
import { Groups } from './groups.tsx'
import { crumbs, NATIONAL, ToldBy } from './parts.tsx'

/** The conclusion of the year, which offers there are, and how full they are. */
export const NationalPage = (loaded: LoadedNational, ask: Ask): Page => {
  const { figures, offers, conclusions } = loaded
  const edits = ask.may('national.edit')
  return {
    title: 'Lands- og landsdelsdækkende tilbud',
    lead: 'Tilbud, der tager imod borgere fra hele landet eller en landsdel. Kommunerne skal koordinere dem mellem regionerne.',
    crumbs: [...crumbs, { text: 'Landsdækkende' }],
    wide: true,
    marks: [...figures, ...offers, ...conclusions].some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        <Conclusion loaded={loaded} edits={edits} />
        <h2 id="belaegning">Belægning</h2>
        <Occupancy loaded={loaded} />
        <ButtonRow>
          {edits && (
            <LinkButton href={`${NATIONAL}/tal`} look="primary">
              Skriv et tal
            </LinkButton>
          )}
          <LinkButton href={`${NATIONAL}.xlsx`} icon="download">
            Excel
          </LinkButton>
          <LinkButton href={`${NATIONAL}.csv`} look="tertiary">
            CSV
          </LinkButton>
        </ButtonRow>
        <h2 id="tilbud">Tilbuddene</h2>
        <Groups loaded={loaded} edits={edits} />
        <Replaced loaded={loaded} named={ask.actor.id !== undefined} />
      </>
    ),
  }
}

const Occupancy = ({ loaded }: { loaded: LoadedNational }) => {
  const lines = linesOf(loaded.figures, 'occupancy')
  const single = lines.filter(({ nationalOfferId }) => nationalOfferId !== undefined)
  if (lines.length === 0) return <Empty title="Ingen har oplyst en belægning" level={3} />
  return (
    <>
      <SeriesPicture
        id="belaegning-billede"
        title="Belægning i procent; den stiplede linje er 100 procent"
        unit=" %"
        mark={100}
        series={lines.map((line) => ({
          name: nameOf(line, loaded),
          example: line.figures.every(({ example }) => example),
          step: line.figures.some(({ quarter }) => quarter !== undefined) ? 0.25 : 1,
          points: line.figures.map((figure) => ({ at: middleOf(figure), label: spanText(figure), value: figure.value ?? 0 })),
        }))}
      />
      {lines
        .filter(({ nationalOfferId }) => nationalOfferId === undefined)
        .map((line) => (
          <OccupancyTable line={line} loaded={loaded} />
        ))}
      {single.length > 0 && (
        <Details summary={`Enkelte tilbud (${single.length})`}>
          {single.map((line) => (
            <OccupancyTable line={line} loaded={loaded} />
          ))}
        </Details>
      )}
    </>
  )
}

/** The newest on top; years nobody has told of are said, not left out. */
const OccupancyTable = ({ line, loaded }: { line: Line; loaded: LoadedNational }) => {
  const name = nameOf(line, loaded)
  const newest = line.figures.at(-1)
  return (
    <>
      <h3>
        {name} {isStale(line, loaded.today, loaded.months) && newest && <Tag kind="warning">gammelt tal: {spanText(newest)}</Tag>}
      </h3>
      <Table<Row>
        caption={`Belægning: ${name}`}
        captionHidden
        compact
        rows={rowsOf(line, loaded.today).toReversed()}
        columns={[
          { head: 'Tid', rowHead: true, cell: (row) => ('figure' in row ? spanText(row.figure) : yearsText(row)) },
          {
            head: 'Belægning',
            numeric: true,
            cell: (row) => ('figure' in row ? `${numberText(row.figure.value ?? 0)} %` : <span class="quiet">ikke oplyst</span>),
          },
          { head: 'Kilde', cell: (row) => ('figure' in row ? <ToldBy of={row.figure} /> : '') },
        ]}
      />
    </>
  )
}

const yearsText = ({ from, to }: { from: number; to: number }): string => (from === to ? String(from) : `${from}-${to}`)

const Replaced = ({ loaded, named }: { loaded: LoadedNational; named: boolean }) => {
  const old = replaced(loaded.figures)
  return old.length === 0 ? null : (
    <Details summary={`Rettede tal (${old.length})`}>
      <Table<Figure>
        caption="Rettede tal"
        captionHidden
        compact
        rows={old}
        columns={[
          {
            head: 'Hvad',
            rowHead: true,
            cell: (figure) => `${nameOf(figure, loaded)}, ${measures[figure.measure].toLowerCase()}`,
          },
          { head: 'Tid', cell: spanText },
          { head: 'Tal', numeric: true, cell: ({ value }) => (value === undefined ? 'trukket tilbage' : numberText(value)) },
          { head: 'Kilde', cell: (figure) => <ToldBy of={figure} /> },
          ...(named ? [{ head: 'Skrevet af', cell: ({ actorName }: Figure) => actorName }] : []),
        ]}
      />
    </Details>
  )
}
