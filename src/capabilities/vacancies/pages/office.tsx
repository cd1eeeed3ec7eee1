import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, Empty, Form, Hidden, SubmitRow, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, dayShort, dayText } from '../../../platform/values/day.ts'
import { freshnessOf } from '../../offers/index.ts'
import type { Limits } from '../freshness.ts'
import type { LeftBehind, Standing } from '../store/standings.ts'
import { OldestFreshness } from './freshness.tsx'

type Late = { standings: Standing[]; left: LeftBehind[]; limits: Limits }

/** Late: something is too old, or was never told. */
const isLate = ({ told, lines, oldest }: Standing, today: Day, limits: Limits) =>
  told < lines || freshnessOf(oldest, { day: today, ...limits }) === 'stale'

export const LatePage = ({ standings, left, limits }: Late, { today }: Ask): Page => {
  const late = standings.filter((standing) => isLate(standing, today, limits))
  const prompt = standings.filter((standing) => !late.includes(standing))
  const mute = late.filter(({ recipient }) => recipient === undefined)
  return {
    title: 'Hvem mangler at melde ledige pladser?',
    lead: `${late.length} af ${standings.length} driftsherrer er bagud. Mandag morgen får hver af dem en mail med ét link og én knap.`,
    crumbs: [{ text: 'Kontoret', href: '/kontor' }, { text: 'Ledige pladser' }],
    marks: standings.some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        {mute.length > 0 && (
          <Alert kind="warning" title="Ingen postkasse at skrive til">
            {and.format(mute.map(({ name }) => name))}. Skriv en postkasse på driftsherren, så kommer mailen af sig selv.
          </Alert>
        )}
        {standings.length === 0 ? (
          <Empty title="Ingen driftsherrer har åbne pladser" />
        ) : (
          <>
            {late.length > 0 && <StandingTable title="Bagud" standings={late} limits={limits} today={today} />}
            {prompt.length > 0 && <StandingTable title="Har svaret" standings={prompt} limits={limits} today={today} />}
          </>
        )}
        {left.length > 0 && <Left left={left} />}
      </>
    ),
  }
}

const and = new Intl.ListFormat('da')

type Shown = { title: string; standings: readonly Standing[]; limits: Limits; today: Day }

const StandingTable = ({ title, standings, limits, today }: Shown) => (
  <Table<Standing>
    caption={title}
    rows={standings}
    columns={[
      { head: 'Driftsherre', rowHead: true, cell: ({ id, name }) => <a href={`/ledige/driftsherre/${id}`}>{name}</a> },
      { head: 'Har meldt', cell: ({ told, lines }) => `${told} af ${lines} pladslinjer` },
      {
        head: 'Hvor sikkert',
        cell: ({ oldest }) => <OldestFreshness oldest={oldest} today={today} limits={limits} />,
      },
      { head: 'Sidste mail', cell: mailCell },
      {
        head: 'Mail',
        cell: ({ id, name, recipient, askedOn }) =>
          recipient === undefined ? (
            'Ingen postkasse'
          ) : (
            <a href={`/kontor/ledige/${id}/send`}>
              {askedOn ? 'Send igen' : 'Send'}
              <span class="sr-only"> til {name}</span>
            </a>
          ),
      },
    ]}
  />
)

const mailCell = ({ name, askedOn, lastReceipt }: Standing) => {
  if (!askedOn) return 'Ingen endnu'
  return (
    <span>
      {dayShort(askedOn)},{' '}
      {lastReceipt ? (
        <a href={`/ledige/kvittering/${lastReceipt}`}>
          besvaret<span class="sr-only"> af {name}</span>
        </a>
      ) : (
        'ikke besvaret'
      )}
    </span>
  )
}

const Left = ({ left }: { left: readonly LeftBehind[] }) => (
  <>
    <h2>Lukket med ledige pladser</h2>
    <p>Her stod pladser som ledige, da tilbuddet lukkede eller pladsen ophørte. De vises ikke længere nogen steder.</p>
    <Table<LeftBehind>
      caption="Lukket med ledige pladser"
      captionHidden
      compact
      rows={left}
      columns={[
        {
          head: 'Tilbud',
          rowHead: true,
          cell: ({ offerId, offerName, unitName }) => (
            <a href={`/ledige/tilbud/${offerId}`}>
              {offerName}, {unitName}
            </a>
          ),
        },
        { head: 'Stod ledige', numeric: true, cell: ({ free }) => free },
        { head: 'Meldt', cell: ({ day }) => dayShort(day) },
        { head: 'Lukket', cell: ({ closesOn }) => (closesOn ? dayShort(closesOn) : 'uden dato') },
      ]}
    />
  </>
)

export const SendPage = (standing: Standing, _: Ask, { key, errors }: FormState): Page => {
  const { id, name, recipient, askedOn, lastLinkId, invented } = standing
  return {
    title: `Send mail til ${name}`,
    lead: askedOn ? `Sidste mail blev sendt ${dayText(askedOn)}.` : 'Der er ikke sendt nogen mail endnu.',
    crumbs: [{ text: 'Ledige pladser', href: '/kontor/ledige' }, { text: 'Send mail' }],
    marks: standing.example ? ['eksempeldata'] : [],
    body: (
      <>
        {invented && recipient !== undefined && (
          <Alert kind="info">Postkassen er opfundet, så mailen kan læses i udbakken, men bliver aldrig sendt.</Alert>
        )}
        <Form action={`/kontor/ledige/${id}/send`} errors={errors}>
          <Hidden name="_key" value={key} />
          <Hidden name="last" value={String(lastLinkId ?? 0)} />
          <p>
            {recipient === undefined
              ? `${name} har ingen postkasse i Fælles.`
              : `Mailen går til ${recipient}. Linket i den virker én gang; et ældre link virker også, til det er brugt eller udløbet.`}
          </p>
          <SubmitRow text="Læg mailen i udbakken" secondary={{ text: 'Fortryd', href: '/kontor/ledige' }} />
        </Form>
      </>
    ),
  }
}
