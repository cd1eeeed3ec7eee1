import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, Button, ButtonRow, ErrorSummary, Form, Hidden, LinkButton, SubmitRow, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { dayText, instantText } from '../../../platform/values/day.ts'
import type { LoadedLink } from '../actions/link.ts'
import { seenOf } from '../answer.ts'
import { freeText, isOpen, type Line, nameOf } from '../line.ts'
import { expiredText, type Link, stateOf, UNKNOWN, usedText } from '../link.ts'
import type { PastStatement } from '../store/statements.ts'
import { LineFields, LineTables } from './lines.tsx'
import { examplesIn } from './own.tsx'

type At = Pick<Ask, 'url' | 'today'>

const base = (url: URL) => url.pathname.replace(/\/ret$/, '')

/** Where the weekly mail leads. Only the button uses the link up. */
export const LinkPage = (loaded: LoadedLink, ask: At, { key, errors }: FormState): Page => {
  const { link, lines, limits } = loaded
  const { today, url } = ask
  if (!link || stateOf(link, today) !== 'open') return shut(loaded, ask, errors)
  const own = lines.filter((line) => isOpen(line, today))
  const told = own.some(({ statement }) => statement)
  return {
    title: 'Passer jeres ledige pladser stadig?',
    robots: 'noindex',
    lead: `${link.operatorName}. I skal ikke logge ind. Linket virker én gang, til og med ${dayText(link.worksUntil)}.`,
    marks: examplesIn(own),
    body: (
      <>
        <Form action={base(url)} errors={errors}>
          <Hidden name="_key" value={key} />
          <Hidden name="seen" value={seenOf(own)} />
          <div class="button-row vacancies-answer">
            {told && <Button icon="check">Stadig korrekt</Button>}
            <LinkButton href={`${base(url)}/ret`} look={told ? 'secondary' : 'primary'}>
              {told ? 'Ret' : 'Meld ledige pladser'}
            </LinkButton>
          </div>
        </Form>
        {own.length === 0 && <p>Der er ingen åbne pladser hos {link.operatorName} at svare for.</p>}
        <LineTables lines={own} today={today} limits={limits} />
        <Forwarded link={link} />
      </>
    ),
  }
}

const Forwarded = ({ link }: { link: Link }) => (
  <p class="quiet">
    Linket blev sendt til postkassen hos {link.operatorName} {instantText(link.sentAt)}. Er det sendt videre til dig, svarer du på
    deres vegne.
  </p>
)

export const LinkStatePage = (loaded: LoadedLink, ask: At, form: FormState): Page => {
  const { link, lines, limits } = loaded
  const { today, url } = ask
  if (!link || stateOf(link, today) !== 'open') return shut(loaded, ask, form.errors)
  const own = lines.filter((line) => isOpen(line, today))
  return {
    title: 'Ret ledige pladser',
    robots: 'noindex',
    lead: `${link.operatorName}. Det, du lader stå, bliver bekræftet i dag. Lad feltet være tomt, hvis du ikke ved det.`,
    marks: examplesIn(own),
    body: (
      <Form action={`${base(url)}/ret`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <LineFields lines={own} today={today} limits={limits} form={form} />
        <SubmitRow text="Gem og bekræft" secondary={{ text: 'Tilbage', href: base(url) }} />
      </Form>
    ),
  }
}

/** Unknown, used or too old: said plainly, with the way on. */
function shut({ link, said, lines }: LoadedLink, { today }: At, errors: Record<string, string>): Page {
  const used = link !== undefined && stateOf(link, today) === 'used'
  return {
    title: used ? 'Linket er brugt' : link ? 'Linket er udløbet' : 'Linket virker ikke',
    robots: 'noindex',
    marks: link?.example ? ['eksempeldata'] : [],
    lead: link ? (used ? usedText(link) : expiredText(link)) : UNKNOWN,
    body: (
      <>
        <ErrorSummary errors={errors} />
        {used && (
          <>
            <Answered said={said} lines={lines} />
            <p>
              Var det ikke jer, der svarede? Så er linket måske sendt videre. Log ind, og ret tallene, eller skriv til
              Rammeaftalesekretariatet.
            </p>
          </>
        )}
        <ButtonRow>
          <LinkButton href="/ledige/mine" look="primary">
            Log ind, og svar
          </LinkButton>
          <LinkButton href="/ledige">Se ledige pladser</LinkButton>
        </ButtonRow>
      </>
    ),
  }
}

const Answered = ({ said, lines }: { said: readonly PastStatement[]; lines: readonly Line[] }) => (
  <Table<PastStatement>
    caption="Det blev svaret"
    compact
    rows={said}
    columns={[
      {
        head: 'Pladser',
        rowHead: true,
        cell: ({ lineId }) =>
          lines
            .filter(({ id }) => id === lineId)
            .map(nameOf)
            .join(),
      },
      { head: 'Svar', cell: (one) => freeText(one, one.day) },
      { head: 'Hvordan', cell: ({ kind }) => (kind === 'confirmed' ? 'Bekræftet uændret' : 'Meldt nyt') },
    ]}
  />
)

type Receipt = { link: Link; said: PastStatement[]; lines: Line[] }

export const ReceiptPage = ({ link, said, lines }: Receipt): Page => ({
  title: 'Tak. Svaret er gemt',
  robots: 'noindex',
  lead: `${link.operatorName}, ${link.usedAt ? instantText(link.usedAt) : ''}. Sagsbehandlerne kan se det nu.`,
  marks: link.example ? ['eksempeldata'] : [],
  body: (
    <>
      <Answered said={said} lines={lines} />
      <Alert kind="info">Linket er brugt. Næste mail kommer af sig selv. Ændrer noget sig før, så log ind og ret det.</Alert>
      <ButtonRow>
        <LinkButton href="/ledige" look="primary">
          Se ledige pladser
        </LinkButton>
      </ButtonRow>
    </>
  ),
})
