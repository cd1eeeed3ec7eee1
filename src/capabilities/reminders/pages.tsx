import type { Ask, FormState } from '../../platform/action.ts'
import {
  Alert,
  ButtonRow,
  Empty,
  ErrorSummary,
  Form,
  Hidden,
  LinkButton,
  SubmitRow,
  Table,
  Tag,
} from '../../platform/ui/index.ts'
import type { Page } from '../../platform/ui/page.ts'
import { instantText } from '../../platform/values/day.ts'
import { countsOf, type Reminder } from './reminder.ts'
import type { Sent, Stop } from './store.ts'

type Link = { personId: number | undefined; stopped: boolean }

/** Where the mail leads: a mail scanner opens the address too, so nothing happens before the button is pressed. */
export const StopPage = ({ personId, stopped }: Link, { url }: Pick<Ask, 'url'>, { key, errors }: FormState): Page => {
  if (personId === undefined) {
    return {
      title: 'Linket virker ikke længere',
      robots: 'noindex',
      lead: 'Det er ikke kendt, eller det er mere end et år gammelt. Log ind, så kan du selv stoppe påmindelser.',
      body: (
        <>
          <ErrorSummary errors={errors} />
          <ButtonRow>
            <LinkButton href="/paamindelser">Log ind, og stop dem</LinkButton>
          </ButtonRow>
        </>
      ),
    }
  }
  if (stopped) return StoppedPage()
  return {
    title: 'Stop påmindelser',
    robots: 'noindex',
    lead: 'Så får du ikke flere mails om, hvad der mangler i den fælles plan. Det gælder kun dig.',
    body: (
      <Form action={url.pathname} errors={errors}>
        <Hidden name="_key" value={key} />
        <SubmitRow text="Stop påmindelser til mig" secondary={{ text: 'Behold dem', href: '/' }} />
      </Form>
    ),
  }
}

export const StoppedPage = (): Page => ({
  title: 'Du får ikke flere påmindelser',
  robots: 'noindex',
  lead: 'Fortryder du, kan du slå dem til igen, når du er logget ind.',
  body: (
    <ButtonRow>
      <LinkButton href="/paamindelser">Slå påmindelser til igen</LinkButton>
      <LinkButton href="/" look="tertiary">
        Til forsiden
      </LinkButton>
    </ButtonRow>
  ),
})

export const MinePage = ({ stopped }: { stopped: boolean }, _: Ask, { key, errors }: FormState): Page => ({
  title: 'Påmindelser til mig',
  crumbs: [{ text: 'Mine data', href: '/mig' }, { text: 'Påmindelser' }],
  lead: stopped
    ? 'Du har stoppet påmindelser, så du får ingen mails om, hvad der mangler.'
    : 'Mangler der noget for en part, du indberetter eller godkender for, får du en mail mandag morgen.',
  body: (
    <Form action="/paamindelser" errors={errors}>
      <Hidden name="_key" value={key} />
      <Hidden name="choice" value={stopped ? 'start' : 'stop'} />
      <SubmitRow
        text={stopped ? 'Slå påmindelser til igen' : 'Stop påmindelser til mig'}
        secondary={{ text: 'Tilbage', href: '/mig' }}
      />
    </Form>
  ),
})

const ways = { mail: 'Linket i en mail', page: 'Selv, logget ind' } as const

const lackText = (lacks: Record<string, number>): string =>
  Object.entries(lacks)
    .map(([party, count]) => `${party}: ${count === 1 ? '1 indsatsområde' : `${count} indsatsområder`}`)
    .join(', ')

type Overview = { sent: Sent[]; stops: Stop[]; unreachable: string[] }

export const SentPage = ({ sent, stops, unreachable }: Overview, { may }: Pick<Ask, 'may'>): Page => ({
  title: 'Påmindelser',
  lead: 'Hver mandag morgen får de, der indberetter eller godkender, en mail om det, der mangler. Her står, hvem der har fået en hvornår.',
  marks: sent.some(({ example }) => example) ? ['eksempeldata'] : [],
  body: (
    <>
      {may('reminders.send') && (
        <ButtonRow>
          <LinkButton href="/kontor/paamindelser/send" look="primary">
            Send påmindelser nu
          </LinkButton>
        </ButtonRow>
      )}
      {unreachable.length > 0 && (
        <Alert kind="warning" title="Ingen at skrive til">
          Disse parter mangler noget, men har ingen indberetter eller godkender, der får mails: {and.format(unreachable)}.
        </Alert>
      )}
      {sent.length > 0 ? <SentTable sent={sent} /> : <Empty title="Ingen har fået en påmindelse endnu" />}
      <h2>Har stoppet påmindelser</h2>
      {stops.length > 0 ? <StopTable stops={stops} /> : <p>Ingen.</p>}
    </>
  ),
})

const and = new Intl.ListFormat('da')

const SentTable = ({ sent }: { sent: Sent[] }) => (
  <Table<Sent>
    caption="Påmindelser, de nyeste først"
    rows={sent}
    columns={[
      {
        head: 'Til',
        rowHead: true,
        cell: ({ name, example }) => (
          <>
            {name} {example && <Tag kind="warning">eksempeldata</Tag>}
          </>
        ),
      },
      { head: 'Skrevet', cell: ({ at }) => instantText(at) },
      { head: 'Manglede', cell: ({ lacks }) => lackText(lacks) },
      {
        head: 'Mail',
        cell: ({ outboxId, name }) =>
          outboxId === undefined ? (
            'Slettet'
          ) : (
            <a href={`/kontor/udbakke/${outboxId}`}>
              Se mailen<span class="sr-only"> til {name}</span>
            </a>
          ),
      },
    ]}
  />
)

const StopTable = ({ stops }: { stops: Stop[] }) => (
  <Table<Stop>
    caption="Har stoppet påmindelser"
    captionHidden
    rows={stops}
    columns={[
      { head: 'Hvem', rowHead: true, cell: ({ name }) => name },
      { head: 'Siden', cell: ({ at }) => instantText(at) },
      { head: 'Hvordan', cell: ({ via }) => ways[via] },
    ]}
  />
)

export const SendPage = (
  { due, everyDays }: { due: Reminder[]; everyDays: number },
  _: Ask,
  { key, errors }: FormState,
): Page => ({
  title: 'Send påmindelser nu',
  crumbs: [{ text: 'Påmindelser', href: '/kontor/paamindelser' }, { text: 'Send nu' }],
  lead: `Ingen får mere end én på ${everyDays} dage, og ingen, der har sagt nej.`,
  marks: due.some(({ reader }) => reader.demo) ? ['eksempeldata'] : [],
  body:
    due.length === 0 ? (
      <>
        <ErrorSummary errors={errors} />
        <Empty title="Der er ingen at minde om noget" action={{ text: 'Tilbage', href: '/kontor/paamindelser' }}>
          Enten mangler der ikke noget, eller også har de, der kan gøre noget, lige fået en mail eller sagt nej til dem.
        </Empty>
      </>
    ) : (
      <>
        <Table<Reminder>
          caption={due.length === 1 ? '1 får en mail' : `${due.length} får en mail`}
          compact
          rows={due}
          columns={[
            { head: 'Til', rowHead: true, cell: ({ reader }) => reader.name },
            { head: 'Mangler', cell: (reminder) => lackText(countsOf(reminder)) },
          ]}
        />
        <Form action="/kontor/paamindelser/send" errors={errors}>
          <Hidden name="_key" value={key} />
          <SubmitRow
            text={due.length === 1 ? 'Læg 1 mail i udbakken' : `Læg ${due.length} mails i udbakken`}
            secondary={{ text: 'Fortryd', href: '/kontor/paamindelser' }}
          />
        </Form>
      </>
    ),
})
