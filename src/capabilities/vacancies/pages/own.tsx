import { maySomewhere } from '../../../access.ts'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Button,
  ButtonRow,
  Card,
  CardGrid,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Hidden,
  LinkButton,
  SubmitRow,
  Table,
} from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Loaded } from '../actions/confirm.ts'
import { seenOf } from '../answer.ts'
import type { Limits } from '../freshness.ts'
import { freeText, isOpen, type Line, roleTexts, shortNameOf } from '../line.ts'
import type { Standing } from '../store/standings.ts'
import type { PastStatement } from '../store/statements.ts'
import { OldestFreshness } from './freshness.tsx'
import { LineFields, LineTables } from './lines.tsx'

const board = { text: 'Ledige pladser', href: '/ledige' }

export const examplesIn = (lines: readonly Line[]): string[] =>
  lines.some(({ statement }) => statement?.example) ? ['eksempeldata'] : []

type Buttons = { action: string; href: string; lines: readonly Line[]; keyOfForm: string; errors?: Record<string, string> }

/** The one click, and the way to another number. Without anything told there is nothing to stand by. */
const StillCorrect = ({ action, href, lines, keyOfForm, errors }: Buttons) =>
  lines.some(({ statement }) => statement) ? (
    <Form action={action} errors={errors}>
      <Hidden name="_key" value={keyOfForm} />
      <Hidden name="seen" value={seenOf(lines)} />
      <div class="button-row vacancies-answer">
        <Button icon="check">Stadig korrekt</Button>
        <LinkButton href={href}>Ret</LinkButton>
      </div>
    </Form>
  ) : (
    <>
      <ErrorSummary errors={errors ?? {}} />
      <ButtonRow>
        <LinkButton href={href} look="primary">
          Meld ledige pladser
        </LinkButton>
      </ButtonRow>
    </>
  )

const openOf = (lines: readonly Line[], today: string) => lines.filter((line) => isOpen(line, today))

export const ConfirmPage = ({ whole, lines, limits }: Loaded, { today, url }: Ask, { key, errors }: FormState): Page => {
  const own = openOf(lines, today)
  return {
    title: `Ledige pladser hos ${whole.name}`,
    lead: 'Passer tallene, så tryk på »Stadig korrekt«. Så kan sagsbehandlerne regne med dem.',
    crumbs: [board, { text: whole.name }],
    marks: examplesIn(own),
    body:
      own.length === 0 ? (
        <>
          <ErrorSummary errors={errors} />
          <Empty title="Her er ingen pladser at melde" action={{ text: 'Se alle ledige pladser', href: '/ledige' }}>
            Tilbuddet er lukket, eller det har ingen pladslinjer endnu.
          </Empty>
        </>
      ) : (
        <>
          <StillCorrect action={url.pathname} href={`${whole.href}/ret`} lines={own} keyOfForm={key} errors={errors} />
          <LineTables lines={own} today={today} limits={limits} />
          {'operatorId' in whole.scope && (
            <p>
              <a href={`${whole.href}/belaegning`}>Indberet belægning for kvartalet</a>
            </p>
          )}
        </>
      ),
  }
}

export const StatePage = ({ whole, lines, limits }: Loaded, { today }: Ask, form: FormState): Page => {
  const own = openOf(lines, today)
  return {
    title: `Ret ledige pladser hos ${whole.name}`,
    lead: 'Skriv, hvor mange pladser der er ledige. Det, du lader stå, bliver bekræftet i dag. Lad feltet være tomt, hvis du ikke ved det.',
    crumbs: [board, { text: whole.name, href: whole.href }, { text: 'Ret' }],
    marks: examplesIn(own),
    body:
      own.length === 0 ? (
        <>
          <ErrorSummary errors={form.errors} />
          <Empty title="Her er ingen pladser at melde" action={{ text: 'Tilbage', href: whole.href }}>
            Tilbuddet er lukket, eller det har ingen pladslinjer endnu.
          </Empty>
        </>
      ) : (
        <Form action={`${whole.href}/ret`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <LineFields lines={own} today={today} limits={limits} form={form} />
          <SubmitRow text="Gem og bekræft" secondary={{ text: 'Fortryd', href: whole.href }} />
        </Form>
      ),
  }
}

/** What anybody sees of an offer's vacancies; those who may answer have the buttons on top. */
export const OfferPage = ({ whole, lines, limits, past }: Loaded & { past: PastStatement[] }, ask: Ask): Page => {
  const { today, may } = ask
  const own = openOf(lines, today)
  const answers = may('vacancies.confirm', { partyId: whole.partyId }) && own.length > 0
  return {
    title: `Ledige pladser: ${whole.name}`,
    crumbs: [board, { text: whole.name }],
    marks: examplesIn(lines),
    body: (
      <>
        {answers && (
          <StillCorrect
            action={`${whole.href}/bekraeft`}
            href={`${whole.href}/ret`}
            lines={own}
            keyOfForm={crypto.randomUUID()}
          />
        )}
        {lines.length === 0 ? (
          <Empty title="Tilbuddet har ingen pladslinjer endnu" />
        ) : (
          <LineTables lines={lines} today={today} limits={limits} />
        )}
        {past.length > 0 && <Past past={past} lines={lines} />}
        {'offerId' in whole.scope && (
          <p>
            <a href={`/tilbud/${whole.scope.offerId}`}>Alt om {whole.name}</a>
          </p>
        )}
        {may('capacity.announce', { partyId: whole.partyId }) && (
          <p>
            <a href={`${whole.href}/kapacitet`}>Meld en ændring i antallet af pladser ud</a>
          </p>
        )}
      </>
    ),
  }
}

const Past = ({ past, lines }: { past: readonly PastStatement[]; lines: readonly Line[] }) => (
  <Details summary="Hvad der er meldt før">
    <Table<PastStatement>
      caption="Meldinger, de nyeste først"
      captionHidden
      compact
      rows={past}
      columns={[
        { head: 'Dag', rowHead: true, cell: ({ day }) => dayText(day) },
        {
          head: 'Pladser',
          cell: ({ lineId }) =>
            lines
              .filter(({ id }) => id === lineId)
              .map(shortNameOf)
              .join(),
        },
        { head: 'Hvad', cell: (one) => `${one.kind === 'confirmed' ? 'Bekræftet' : 'Meldt'}: ${freeText(one, one.day)}` },
        { head: 'Af', cell: ({ role, example }) => `${roleTexts[role]}${example ? ' (eksempeldata)' : ''}` },
      ]}
    />
  </Details>
)

type Mine = { standings: Standing[]; limits: Limits }

export const MinePage = ({ standings, limits }: Mine, { actor, today }: Ask): Page => ({
  title: 'Jeres ledige pladser',
  lead: 'Vælg, hvem I svarer for. Så er der én knap at trykke på, når tallene passer.',
  crumbs: [board, { text: 'Jeres egne' }],
  marks: standings.some(({ example }) => example) ? ['eksempeldata'] : [],
  body:
    standings.length === 0 ? (
      <Empty
        title="I har ingen tilbud her"
        action={
          maySomewhere(actor, 'vacancies.chase')
            ? { text: 'Se alle driftsherrer', href: '/kontor/ledige' }
            : { text: 'Se ledige pladser', href: '/ledige' }
        }
      >
        Kun den, der driver et tilbud, melder dets ledige pladser.
      </Empty>
    ) : (
      <>
        <CardGrid columns={2}>
          {standings.map(({ id, name, told, lines, oldest }) => (
            <Card title={name} href={`/ledige/driftsherre/${id}`} level={2}>
              <p>
                {told} af {lines} pladslinjer er meldt.
              </p>
              <OldestFreshness oldest={oldest} today={today} limits={limits} />
            </Card>
          ))}
        </CardGrid>
        <ul>
          {standings.map(({ id, name }) => (
            <li>
              <a href={`/tilbud/drivere/${id}`}>Ret tilbud, pladser og priser hos {name}</a>
            </li>
          ))}
        </ul>
      </>
    ),
})
