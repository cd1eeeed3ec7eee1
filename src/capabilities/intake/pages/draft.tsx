import type { Ask, FormState } from '../../../platform/action.ts'
import {
  CheckedAgain,
  ConfirmForm,
  changesText,
  moving,
  newsTitle,
  Refused,
  rowsText,
  Wrong,
  wrongText,
} from '../../../platform/incoming.ts'
import { Alert, LinkButton, type Page, SummaryList } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { changes, type Draft, MOST_SHOWN, type Result, way } from '../draft.ts'
import type { Preview } from '../store/rows.ts'
import { MapPage } from './map.tsx'
import { Rows } from './rows.tsx'
import { crumbs } from './send.tsx'

type Loaded = { draft: Draft; rows: Preview[] }
type Shown = Pick<Page, 'title' | 'lead' | 'body'>

/** What came of a file so far, and what the person is to do next. */
export function DraftPage(loaded: Loaded, ask: Ask<unknown, unknown>, form: FormState): Page {
  const { draft } = loaded
  if (draft.state === 'asking' && draft.survey) return MapPage({ draft, plan: draft.survey }, ask, form)
  return {
    crumbs: crumbs({ text: 'Læs ind', href: '/tilbud/indlaes' }, { text: draft.fileName }),
    robots: 'noindex',
    wide: draft.state === 'ready',
    ...shown(loaded, form),
  }
}

function shown(loaded: Loaded, form: FormState): Shown {
  const { draft } = loaded
  const { result } = draft
  if (draft.state === 'refused') return refused(draft)
  if (draft.state === 'waiting' || draft.state === 'writing' || !result) return moving(way, draft)
  if (draft.state === 'done') return done(result)
  if (result.wrong > 0) return faulty(draft, result)
  if (result.asking > 0) return asking(draft, result)
  return changes(result) > 0 ? ready(loaded, result, form) : nothing(draft, result)
}

const SendAnother = ({ text = 'Send en anden fil' }: { text?: string }) => (
  <LinkButton href="/tilbud/indlaes" look="primary">
    {text}
  </LinkButton>
)

const ChangeColumns = ({ draft }: { draft: Draft }) => (
  <LinkButton href={`/tilbud/indlaes/${draft.id}/kolonner`}>Ret, hvad kolonnerne er</LinkButton>
)

const refused = (draft: Draft): Shown => ({
  title: 'Filen kunne ikke læses',
  body: (
    <>
      <Refused {...draft} />
      <div class="button-row">
        <SendAnother />
      </div>
    </>
  ),
})

const faulty = (draft: Draft, result: Result): Shown => ({
  title: wrongText(result.wrong),
  lead: 'Intet er gemt. Ret cellerne i filen, gem den, og send den igen.',
  body: (
    <>
      <Wrong
        errors={result.errors.map((error) => ({ ...error, ref: `Celle ${error.ref}`.replace('Celle række', 'Række') }))}
        wrong={result.wrong}
      />
      <HowRead result={result} />
      <div class="button-row">
        <SendAnother text="Send den rettede fil" />
        <ChangeColumns draft={draft} />
      </div>
    </>
  ),
})

const asking = (draft: Draft, result: Result): Shown => ({
  title: `${rowsText(result.asking)} kendes kun på navnet`,
  lead: 'Fælles gætter ikke: sig, om det er de tilbud, der allerede findes. Intet er gemt endnu.',
  body: (
    <>
      <Sums result={result} />
      <div class="button-row">
        <LinkButton href={`/tilbud/indlaes/${draft.id}/valg`} look="primary">
          Svar på, hvilke tilbud det er
        </LinkButton>
        <ChangeColumns draft={draft} />
      </div>
      <HowRead result={result} />
    </>
  ),
})

const nothing = (draft: Draft, result: Result): Shown => ({
  title: 'Der er intet nyt i filen',
  lead: 'Alt i den står allerede på siden, så der er intet at gemme.',
  body: (
    <>
      <Sums result={result} />
      <HowRead result={result} />
      <div class="button-row">
        <SendAnother />
        <ChangeColumns draft={draft} />
      </div>
    </>
  ),
})

const done = (result: Result): Shown => ({
  title: 'Filen er gemt',
  lead: `${rowsText(changes(result))} er gemt. Hver ændring står i tilbuddets historie. Sender du den samme fil igen, ændrer den intet.`,
  body: (
    <>
      <Sums result={result} />
      <div class="button-row">
        <LinkButton href="/tilbud" look="primary">
          Se tilbuddene
        </LinkButton>
        <LinkButton href="/tilbud/indlaes">Send en fil til</LinkButton>
      </div>
    </>
  ),
})

function ready({ draft, rows }: Loaded, result: Result, form: FormState): Shown {
  const count = changes(result)
  return {
    title: newsTitle(rowsText(count), count),
    lead: 'Se dem igennem. Intet er gemt, før du siger ja.',
    body: (
      <>
        <CheckedAgain way={way} draft={draft} />
        <Sums result={result} />
        <HowRead result={result} />
        <ConfirmForm way={way} draft={draft} form={form} text={`Gem ${rowsText(count)}`}>
          <ChangeColumns draft={draft} />
        </ConfirmForm>
        <Rows rows={rows} of={count + result.overtaken} most={MOST_SHOWN} />
      </>
    ),
  }
}

const Sums = ({ result }: { result: Result }) => (
  <SummaryList
    items={[
      {
        term: 'Rækker',
        value: changesText(result),
      },
      ...(result.overtaken > 0
        ? [{ term: 'Bliver ikke rørt', value: `${rowsText(result.overtaken)}: siden ved noget nyere end filen` }]
        : []),
    ]}
  />
)

/** What of the file was not read, so that nothing is lost silently. */
const HowRead = ({ result: { unread, ours, skipped } }: { result: Result }) =>
  unread.length + ours.length + skipped.length === 0 ? null : (
    <Alert kind="info" title="Ikke alt i filen er læst">
      <ul>
        {unread.length > 0 && (
          <li>
            {numberText(unread.length)} {unread.length === 1 ? 'kolonne' : 'kolonner'}, du har valgt fra: {quotedList(unread)}.
          </li>
        )}
        {ours.length > 0 && <li>Regner Fælles selv ud: {quotedList(ours)}.</li>}
        {skipped.length > 0 && (
          <li>
            {skipped.length === 1 ? 'Arket' : 'Arkene'} {quotedList(skipped)}.
          </li>
        )}
      </ul>
    </Alert>
  )

const LISTED = 30

const quotedList = (names: readonly string[]): string =>
  `${names
    .slice(0, LISTED)
    .map((name) => `»${name}«`)
    .join(', ')}${names.length > LISTED ? ` og ${names.length - LISTED} til` : ''}`
