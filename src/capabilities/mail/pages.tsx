import type { Child } from 'hono/jsx'
import type { Ask, FormState, Site } from '../../platform/action.ts'
import {
  Alert,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Hidden,
  Pager,
  Radios,
  SubmitRow,
  SummaryList,
  Tabs,
  Tag,
} from '../../platform/ui/index.ts'
import type { Page } from '../../platform/ui/page.ts'
import { instantText } from '../../platform/values/day.ts'
import {
  type Decision,
  decisions,
  type MailState,
  type Message,
  mailStateKeys,
  mailStates,
  openDecisions,
  sizeText,
} from './message.ts'
import type { Outbox } from './store.ts'

type Asked = Pick<Ask, 'may' | 'site'> & { query: { tilstand?: MailState | undefined; side: number } }

const title = 'Udbakke'
const address = '/kontor/udbakke'

export const OutboxPage = (
  box: Outbox & { pageSize: number; holdDays: number },
  { query: { tilstand, side }, site, may }: Asked,
): Page => ({
  title,
  lead: 'Hver mail, Fælles sender eller vil sende, ligger her: til hvem, om hvad, og hvor langt den er.',
  marks: box.messages.some(({ example }) => example) ? ['eksempeldata'] : [],
  body: (
    <>
      <WhyWaiting site={site} holdDays={box.holdDays} />
      {box.counts.uncertain > 0 && tilstand !== 'uncertain' && (
        <Alert kind="warning" title={box.counts.uncertain === 1 ? '1 mail er uvis' : `${box.counts.uncertain} mails er uvisse`}>
          Forbindelsen til mailserveren blev brudt, efter at mailen var afleveret. Måske er den nået frem, måske ikke.{' '}
          <a href={`${address}?tilstand=uncertain`}>Afgør, hvad der skal ske</a>
        </Alert>
      )}
      <Tabs
        label="Mails efter tilstand"
        items={[tab(undefined, tilstand, box), ...mailStateKeys.map((state) => tab(state, tilstand, box))]}
      />
      {box.messages.length > 0 ? (
        <ol class="mails">
          {box.messages.map((message) => (
            <Line message={message} site={site} opens={may('outbox.readFiles')} />
          ))}
        </ol>
      ) : (
        <Empty title="Ingen mails her">
          <p>{tilstand ? 'Der er ingen mails i denne tilstand.' : 'Fælles har ikke haft noget at sende endnu.'}</p>
        </Empty>
      )}
      <Pager page={side} pages={Math.ceil(box.total / box.pageSize)} href={(page) => href(tilstand, page)} />
    </>
  ),
})

const href = (state: MailState | undefined, page: number) => {
  const query = new URLSearchParams({ ...(state ? { tilstand: state } : {}), ...(page > 1 ? { side: String(page) } : {}) })
  return query.size > 0 ? `${address}?${query}` : address
}

const tab = (state: MailState | undefined, chosen: MailState | undefined, { counts }: Outbox) => {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    text: state ? `${mailStates[state]} (${counts[state]})` : `Alle (${all})`,
    href: href(state, 1),
    current: state === chosen,
  }
}

const WhyWaiting = ({ site, holdDays }: { site: Site; holdDays: number }) =>
  site.mail ? null : (
    <Alert kind="info" title="Der sendes ingen mails herfra">
      Der er ikke valgt en mailserver, så mailene bliver liggende her og kan læses. Den, der driver Fælles, vælger en med
      SMTP_URL. Mails, der til den tid har ventet mere end {holdDays} dage, bliver ikke sendt af sig selv.
    </Alert>
  )

const kinds: Record<MailState, 'warning' | 'info' | 'success' | 'error' | undefined> = {
  uncertain: 'warning',
  waiting: 'info',
  sending: 'info',
  sent: 'success',
  dropped: 'error',
}

const StateTag = ({ message: { state, example } }: { message: Message }) =>
  example ? <Tag kind="warning">eksempeldata, sendes ikke</Tag> : <Tag kind={kinds[state]}>{mailStates[state]}</Tag>

const Line = ({ message, site, opens }: { message: Message; site: Site; opens: boolean }) => (
  <li class="mail">
    <p class="mail-head">
      <StateTag message={message} />
      <a class="mail-subject" href={`${address}/${message.id}`}>
        {message.subject}
      </a>
    </p>
    <p class="quiet">
      Til {message.recipient} · skrevet {instantText(message.createdAt)}
      {message.attachments.length > 0 && ` · ${message.attachments.length} bilag`}
    </p>
    {message.answer && message.state !== 'sent' && <p class="mail-answer">{message.answer}</p>}
    <Details summary={<>Læs mailen{<span class="sr-only"> til {message.recipient}</span>}</>}>
      <Body message={message} site={site} />
      <Files message={message} opens={opens} />
    </Details>
  </li>
)

/** Addresses of our own can be followed from here, since this page is where mail is read while no server is chosen. */
const Body = ({ message: { body }, site }: { message: Message; site: Site }) => (
  <div class="mail-body">
    {body
      .split(/(https?:\/\/\S+)/)
      .map((part): Child => (part.startsWith(`${site.baseUrl}/`) ? <a href={part.slice(site.baseUrl.length)}>{part}</a> : part))}
  </div>
)

/** What goes with it, as it is sent. Somebody's whole tariff sheet may be among it, so not all who see the mail may open it. */
const Files = ({ message: { id, attachments }, opens }: { message: Message; opens: boolean }) =>
  attachments.length === 0 ? null : (
    <>
      <p class="mail-files">{attachments.length === 1 ? 'Bilag' : `${attachments.length} bilag`}</p>
      <ul>
        {attachments.map(({ position, name, size }) => (
          <li>
            {opens ? <a href={`${address}/${id}/bilag/${position}`}>{name}</a> : name} ({sizeText(size)})
          </li>
        ))}
      </ul>
    </>
  )

const hints: Record<Decision, string> = {
  again: 'Den får samme kendetegn som før, så de fleste mailprogrammer kun viser den én gang.',
  sent: 'Vælg dette, når du ved, at den er nået frem.',
  drop: 'Den bliver liggende i udbakken, men sendes ikke.',
}

export const MessagePage = (message: Message, { site, may }: Pick<Ask, 'site' | 'may'>, { key, errors }: FormState): Page => {
  const open = openDecisions(message)
  return {
    title: message.subject,
    crumbs: [{ text: title, href: address }, { text: message.subject }],
    marks: message.example ? ['eksempeldata'] : [],
    body: (
      <>
        {open.length === 0 && <ErrorSummary errors={errors} />}
        <SummaryList items={factsOf(message)} />
        <h2>Mailen</h2>
        <Body message={message} site={site} />
        <Files message={message} opens={may('outbox.readFiles')} />
        {open.length > 0 && (
          <>
            <h2>Hvad skal der ske?</h2>
            <Form action={`${address}/${message.id}`} errors={errors}>
              <Hidden name="_key" value={key} />
              <Radios
                name="decision"
                label="Vælg"
                error={errors['decision']}
                options={open.map((decision) => ({ value: decision, text: decisions[decision], hint: hints[decision] }))}
              />
              <SubmitRow text="Gem valget" secondary={{ text: 'Tilbage til udbakken', href: address }} />
            </Form>
          </>
        )}
      </>
    ),
  }
}

const factsOf = (message: Message) => [
  { term: 'Tilstand', value: <StateTag message={message} /> },
  { term: 'Til', value: message.recipient },
  { term: 'Skrevet', value: instantText(message.createdAt) },
  ...(message.example
    ? [{ term: 'Hvorfor', value: 'Modtageren er en eksempelperson, eller mailen handler om en opfundet sag.' }]
    : []),
  ...(message.tries > 0 && message.triedAt
    ? [{ term: 'Forsøg', value: `${message.tries}, senest ${instantText(message.triedAt)}` }]
    : []),
  ...(message.answer ? [{ term: 'Seneste svar', value: message.answer }] : []),
  ...(message.settledAt ? [{ term: 'Afsluttet', value: `${instantText(message.settledAt)} af ${message.settledBy}` }] : []),
]
