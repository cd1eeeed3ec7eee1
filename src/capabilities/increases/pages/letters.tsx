import type { Child } from 'hono/jsx'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  ButtonRow,
  Card,
  Checkbox,
  DayField,
  Details,
  Empty,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  type Page,
  SubmitRow,
  Table,
  Tag,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { dayOf, dayText } from '../../../platform/values/day.ts'
import type { LoadedLetters } from '../actions/letters.ts'
import { type Dispatch, type Hearing, mergeFields, openHearing, unmerged } from '../letter.ts'
import { LETTERS, toLetters } from '../paths.ts'

export const LetterPage = ({ letter, older, sent }: LoadedLetters, ask: Ask): Page => ({
  title: 'Brev til leverandører',
  lead: 'Det fælles brev om indberetning af takststigninger. Mens det er i høring, kan det ikke sendes.',
  crumbs: toLetters,
  marks: sent.some(({ example }) => example) ? ['eksempeldata'] : [],
  body: letter ? (
    <>
      {ask.may('letters.write') && <Deeds hearing={openHearing(letter)} />}
      {openHearing(letter) && <InHearing hearing={openHearing(letter)} />}
      <Card title={unmerged(letter.subject)} level={2}>
        <p class="quiet">
          Udgave {letter.version}, skrevet {dayText(dayOf(letter.recordedAt))} af {letter.actorName}. {letter.reason}
        </p>
        {unmerged(letter.body)
          .split('\n\n')
          .map((part) => (
            <p>{part}</p>
          ))}
        <p class="source">Kilde: {letter.source}</p>
        <p>
          Hent som <a href={`${LETTERS}/alle/brev.pdf`}>PDF</a> eller <a href={`${LETTERS}/alle/brev.docx`}>Word</a>.
        </p>
      </Card>
      <h2>Høringer</h2>
      <Hearings hearings={letter.hearings} />
      <h2>Sendt til</h2>
      <Sent sent={sent} version={letter.version} />
      {older.length > 0 && (
        <Details summary="Tidligere udgaver">
          {older.map(({ version, recordedAt, reason, body }) => (
            <>
              <h3>
                Udgave {version}, {dayText(dayOf(recordedAt))}
              </h3>
              <p class="quiet">{reason}</p>
              <p>{unmerged(body)}</p>
            </>
          ))}
        </Details>
      )}
    </>
  ) : (
    <>
      <Empty title="Brevet er ikke skrevet endnu">Når sekretariatet har skrevet det, står det her.</Empty>
      {ask.may('letters.write') && <LinkButton href={`${LETTERS}/ny`}>Skriv brevet</LinkButton>}
    </>
  ),
})

const Deeds = ({ hearing }: { hearing: Hearing | undefined }) => (
  <ButtonRow>
    {!hearing && (
      <LinkButton href={`${LETTERS}/send`} look="primary">
        Send brevet
      </LinkButton>
    )}
    <LinkButton href={`${LETTERS}/ny`}>Skriv en ny udgave</LinkButton>
    {hearing ? (
      <LinkButton href={`${LETTERS}/hoering/afslut`}>Afslut høringen</LinkButton>
    ) : (
      <LinkButton href={`${LETTERS}/hoering`}>Åbn en høring</LinkButton>
    )}
  </ButtonRow>
)

const InHearing = ({ hearing }: { hearing: Hearing | undefined }) =>
  hearing ? (
    <Alert kind="warning" title="Brevet er i høring">
      {hearing.bodies} kan svare til og med {dayText(hearing.deadline)}. Brevet kan ikke sendes, før høringen er afsluttet.
    </Alert>
  ) : null

const Hearings = ({ hearings }: { hearings: Hearing[] }) =>
  hearings.length === 0 ? (
    <p>Udgaven har ikke været i høring.</p>
  ) : (
    <ul>
      {hearings.map(({ bodies, opensOn, deadline, closedOn, conclusion }) => (
        <li>
          {bodies}, {dayText(opensOn)} til {dayText(deadline)}.{' '}
          {closedOn ? `Afsluttet ${dayText(closedOn)}: ${conclusion}` : 'Åben.'}
        </li>
      ))}
    </ul>
  )

const Sent = ({ sent, version: current }: { sent: Dispatch[]; version: number }) =>
  sent.length === 0 ? (
    <p>Brevet er ikke sendt til nogen endnu.</p>
  ) : (
    <Table<Dispatch>
      caption="Udsendelser"
      captionHidden
      rows={sent}
      columns={[
        {
          head: 'Driftsherre',
          rowHead: true,
          cell: ({ operatorName, example }) => (
            <>
              {operatorName} {example && <Tag kind="warning">eksempeldata</Tag>}
            </>
          ),
        },
        { head: 'Udgave', cell: ({ version }) => version },
        { head: 'Dag', cell: ({ sentAt }) => dayText(dayOf(sentAt)) },
        { head: 'Til', cell: ({ recipient }) => recipient ?? 'Ingen postkasse; sendes på anden vis' },
        { head: 'Brevet', cell: (one) => (one.version === current ? <Copy of={one} /> : 'Tidligere udgave') },
      ]}
    />
  )

/** The letter with the operator's own name, for those it must be sent to in another way. */
const Copy = ({ of: { operatorId, operatorName } }: { of: Dispatch }) => (
  <>
    <a href={`${LETTERS}/${operatorId}/brev.pdf`} aria-label={`Brevet til ${operatorName} som PDF`}>
      PDF
    </a>{' '}
    <a href={`${LETTERS}/${operatorId}/brev.docx`} aria-label={`Brevet til ${operatorName} som Word`}>
      Word
    </a>
  </>
)

const framed = (title: string, lead: string, action: string, form: FormState, fields: Child, button: string): Page => ({
  title,
  lead,
  crumbs: [...toLetters, { text: title }],
  body: (
    <Form action={action} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      {fields}
      <SubmitRow text={button} secondary={{ text: 'Tilbage', href: LETTERS }} />
    </Form>
  ),
})

const fieldsText = Object.entries(mergeFields)
  .map(([name, what]) => `{${name}} er ${what}`)
  .join(', ')

export const NewLetterPage = ({ letter }: LoadedLetters, _ask: Ask, form: FormState): Page => {
  const field = (name: string, usual?: string) => ({ ...fieldIn(form, name, usual), required: true })
  return framed(
    letter ? 'Skriv en ny udgave' : 'Skriv brevet',
    'Den gamle udgave bliver stående. En ny udgave kan sendes i høring, før den sendes ud.',
    `${LETTERS}/ny`,
    form,
    <>
      <TextField {...field('subject', letter?.subject)} label="Emne" maxlength={160} />
      <TextArea {...field('body', letter?.body)} label="Brev" rows={16} maxlength={8000} hint={`Kan flettes: ${fieldsText}.`} />
      <TextField {...field('reason')} label="Hvorfor ændres det?" maxlength={500} />
      <TextField {...field('source')} label="Kilde" maxlength={300} hint="Hvor beslutningen står, fx et referat." />
    </>,
    'Gem udgaven',
  )
}

export const HearingPage = (_loaded: LoadedLetters, { today }: Ask, form: FormState): Page =>
  framed(
    'Åbn en høring',
    'Mens høringen er åben, kan brevet ikke sendes.',
    `${LETTERS}/hoering`,
    form,
    <>
      <TextField
        {...fieldIn(form, 'bodies')}
        label="Hvem høres?"
        hint="Fx »Økonomigruppen og standardkontraktnetværket«."
        maxlength={300}
        required
      />
      <DayField {...fieldIn(form, 'opensOn', today)} label="Begynder" required />
      <DayField {...fieldIn(form, 'deadline')} label="Frist" required />
    </>,
    'Åbn høringen',
  )

export const HearingEndPage = ({ letter }: LoadedLetters, _ask: Ask, form: FormState): Page =>
  framed(
    'Afslut høringen',
    letter && openHearing(letter) ? `Høringen hos ${openHearing(letter)?.bodies}.` : 'Brevet er ikke i høring.',
    `${LETTERS}/hoering/afslut`,
    form,
    <TextArea {...fieldIn(form, 'conclusion')} label="Hvad endte høringen med?" rows={6} maxlength={2000} required />,
    'Afslut høringen',
  )

/** What to know of an operator before it is chosen. */
function noteOf(id: number, mailbox: string | undefined, { letter, sent }: Pick<LoadedLetters, 'letter' | 'sent'>): string {
  const had = sent.find((one) => one.operatorId === id && one.version === letter?.version)
  const notes = [
    ...(mailbox ? [] : ['ingen postkasse']),
    ...(had ? [`fik udgave ${had.version} ${dayText(dayOf(had.sentAt))}`] : []),
  ]
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}

export const DispatchPage = ({ letter, operators, sent }: LoadedLetters, _ask: Ask, form: FormState): Page =>
  framed(
    'Send brevet',
    letter ? `Udgave ${letter.version}: ${unmerged(letter.subject)}` : 'Der er ikke skrevet noget brev endnu.',
    `${LETTERS}/send`,
    form,
    <>
      {letter && letter.hearings.length === 0 && (
        <Alert kind="warning">
          Udgaven har ikke været i høring. Skal den det, så <a href={`${LETTERS}/hoering`}>åbn en høring</a> først.
        </Alert>
      )}
      <p>
        Hver får brevet med sit eget navn i mailen og som PDF. Dem uden postkasse skrives på listen, og I sender selv brevet til
        dem.
      </p>
      <Checkbox
        name="all"
        label={`Alle ${operators.length} driftsherrer`}
        checked={form.values['all'] !== undefined}
        error={form.errors['all']}
      />
      <fieldset class="increases-choose">
        <legend>Eller vælg</legend>
        {operators.map(({ id, name, mailbox }) => (
          <Checkbox
            name={`operator-${id}`}
            label={`${name}${noteOf(id, mailbox, { letter, sent })}`}
            checked={form.values[`operator-${id}`] !== undefined}
          />
        ))}
      </fieldset>
    </>,
    'Send brevet',
  )
