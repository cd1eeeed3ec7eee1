import type { Ask } from '../../../platform/action.ts'
import { asOfSentence } from '../../../platform/as-of.ts'
import { ButtonRow, Empty, LinkButton, type Page, Table, Tag } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { LoadedList } from '../actions/listing.ts'
import { isOld, type Specialised, type Standing, standingOn } from '../listing.ts'
import { CASES, Contradiction, Flags, LIST, RegisterLink, toList, whenText } from './parts.tsx'

type Row = { one: Specialised; standing: Standing }
type Dated = Ask<unknown, { pr?: string | undefined }>

/** The list as it is, and below it what has been on it. */
export const ListPage = (loaded: LoadedList, ask: Dated): Page => {
  const { all, day, months, note, cases } = loaded
  const rows = all.map((one) => ({ one, standing: standingOn(one, day) }))
  const on = rows.filter(({ standing }) => standing.on)
  const off = rows.filter(({ standing }) => standing.left)
  const kept = day === ask.today ? '' : `?pr=${day}`
  return {
    title: 'De mest specialiserede tilbud',
    lead: 'De tilbud, samarbejdet i særlig grad skal sikre. Får et af dem problemer med driften, kan der indkaldes en task force.',
    crumbs: toList.map(({ text, href }) => (href === LIST ? { text } : { text, href })),
    asOf: asOfSentence(ask),
    wide: true,
    marks:
      all.some(({ events }) => events.some(({ example }) => example)) || cases.some(({ of }) => of.example)
        ? ['eksempeldata']
        : [],
    body: (
      <>
        <p>
          <strong>{on.length} tilbud</strong> står på listen{on.length > 0 && ` (${newestText(on)})`}. Der skal løbende vurderes,
          hvilke tilbud der hører til; en vurdering ændrer ikke listen, det gør en beslutning.
        </p>
        {on.length === 0 ? (
          <Empty title="Ingen tilbud på listen" action={{ text: 'Se alle tilbud', href: '/tilbud' }} />
        ) : (
          <Table<Row>
            caption="De mest specialiserede tilbud"
            captionHidden
            rows={on}
            columns={[
              {
                head: 'Tilbud',
                rowHead: true,
                cell: ({ one, standing }) => (
                  <>
                    <a href={`${LIST}/${one.key}`}>{one.name}</a>
                    <Flags
                      standing={standing}
                      old={false}
                      open={cases.find(({ of, progress }) => of.specialisedId === one.id && progress.open)}
                    />
                  </>
                ),
              },
              { head: 'Speciale', cell: ({ standing }) => standing.listed?.speciality ?? '' },
              { head: 'I registret', cell: ({ one }) => RegisterLink(one) },
              { head: 'På listen siden', cell: ({ standing }) => (standing.listed ? whenText(standing.listed) : '') },
              {
                head: 'Sidst vurderet',
                cell: ({ standing }) => (
                  <span>
                    {standing.assessed ? (
                      <>
                        {dayText(standing.assessed.day)} <span class="quiet">{standing.assessed.assessedBy}</span>
                      </>
                    ) : (
                      <span class="quiet">ikke siden listen</span>
                    )}{' '}
                    {isOld(standing, day, months) && <Tag>for længe siden</Tag>}
                  </span>
                ),
              },
            ]}
          />
        )}
        <ButtonRow>
          {ask.may('specialised.edit') && (
            <LinkButton href={`${LIST}/ny`} look="primary">
              Sæt et tilbud på listen
            </LinkButton>
          )}
          <LinkButton href="/tilbud?specialiseret=ja">Find dem i registret</LinkButton>
          <LinkButton href={CASES}>Task force-sager</LinkButton>
          <LinkButton href={`${LIST}.xlsx${kept}`} icon="download" look="tertiary">
            Excel
          </LinkButton>
          <LinkButton href={`${LIST}.csv${kept}`} look="tertiary">
            CSV
          </LinkButton>
        </ButtonRow>
        {off.length > 0 && (
          <>
            <h2>Har stået på listen</h2>
            <ul>
              {off.map(({ one, standing }) => (
                <li>
                  <a href={`${LIST}/${one.key}`}>{one.name}</a>, til {standing.left && dayText(standing.left.day)}
                </li>
              ))}
            </ul>
          </>
        )}
        {note && <Contradiction note={note} />}
      </>
    ),
  }
}

const newestText = (on: readonly Row[]): string => {
  const newest = on.map(({ standing }) => standing.listed).sort((a, b) => ((a?.day ?? '') < (b?.day ?? '') ? 1 : -1))[0]
  return newest ? `senest ændret ${whenText(newest)}` : ''
}
