import type { Child } from 'hono/jsx'
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
import { Alert, LinkButton, type Page, State, SummaryList, Table } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayShort } from '../../../platform/values/day.ts'
import { stateText } from '../../progress/index.ts'
import { type Counts, changes, type Draft, MOST_SHOWN, type Result, way } from '../draft.ts'
import type { FactPreview, Preview } from '../preview.ts'
import type { StatusChange } from '../store/status.ts'
import { UploadForm } from './upload.tsx'

type Loaded = Preview & { draft: Draft }
type Shown = Pick<Page, 'title' | 'lead' | 'body'>

export function DraftPage(loaded: Loaded, _: Ask<unknown, unknown>, form: FormState): Page {
  return {
    crumbs: [{ text: 'Forside', href: '/' }, { text: 'Regneark', href: '/regneark' }, { text: loaded.draft.fileName }],
    robots: 'noindex',
    ...shown(loaded, form),
  }
}

function shown(loaded: Loaded, form: FormState): Shown {
  const { draft } = loaded
  if (draft.state === 'waiting' || draft.state === 'writing') return moving(way, draft)
  if (draft.state === 'refused') return refused(draft, form)
  if (!draft.result) return moving(way, draft)
  if (draft.state === 'done') return done(draft, draft.result)
  if (draft.result.wrong > 0) return faulty(draft.result, form)
  return changes(draft.result) > 0 ? ready(loaded, draft.result, form) : nothing(draft.result, form)
}

const refused = (draft: Draft, form: FormState): Shown => ({
  title: 'Regnearket kunne ikke læses',
  body: (
    <>
      <Refused {...draft} />
      <UploadForm form={form} label="Send en anden fil" text="Læs regnearket" />
    </>
  ),
})

const faulty = ({ errors, wrong, skipped }: Result, form: FormState): Shown => ({
  title: wrongText(wrong),
  lead: 'Intet er gemt. Ret cellerne i regnearket, gem det, og send det igen.',
  body: (
    <>
      <Wrong errors={errors} wrong={wrong} />
      <Skipped skipped={skipped} />
      <UploadForm form={form} label="Det rettede regneark" text="Læs regnearket igen" />
    </>
  ),
})

const nothing = (result: Result, form: FormState): Shown => ({
  title: 'Der er intet nyt i regnearket',
  lead: 'Alt i det står allerede på siden, så der er intet at gemme.',
  body: (
    <>
      <Sums result={result} />
      <Skipped skipped={result.skipped} />
      <UploadForm form={form} label="Send en anden fil" text="Læs regnearket" />
    </>
  ),
})

const done = (_: Draft, result: Result): Shown => ({
  title: 'Regnearket er gemt',
  lead: `${rowsText(changes(result))} er gemt og kan ses på siden. Sender du det samme regneark igen, ændrer det intet.`,
  body: (
    <>
      <Sums result={result} />
      <div class="button-row">
        <LinkButton href="/plan/status" look="primary">
          Se status
        </LinkButton>
        <LinkButton href="/regneark">Send et regneark til</LinkButton>
      </div>
    </>
  ),
})

function ready({ draft, statuses, facts }: Loaded, result: Result, form: FormState): Shown {
  const count = changes(result)
  return {
    title: newsTitle(rowsText(count), count),
    lead: 'Se dem igennem. Intet er gemt, før du siger ja.',
    body: (
      <>
        <CheckedAgain way={way} draft={draft} />
        <Sums result={result} />
        <Skipped skipped={result.skipped} />
        <ConfirmForm way={way} draft={draft} form={form} text={`Gem ${rowsText(count)}`} />
        {statuses.length > 0 && <Statuses statuses={statuses} of={changesIn(result.status)} />}
        {facts.length > 0 && <Facts facts={facts} of={changesIn(result.plan)} />}
      </>
    ),
  }
}

const changesIn = (counts: Counts | undefined): number => (counts ? counts.new + counts.changed : 0)
const captioned = (what: string, of: number): string =>
  of > MOST_SHOWN ? `${what}: de første ${MOST_SHOWN} af ${numberText(of)}` : `${what}: ${rowsText(of)}`

const Statuses = ({ statuses, of }: { statuses: StatusChange[]; of: number }) => (
  <Table<StatusChange>
    caption={captioned('Status', of)}
    columns={[
      { head: 'Part', cell: ({ party }) => party, rowHead: true },
      { head: 'Område', cell: ({ area }) => area },
      { head: 'Før', cell: ({ before }) => stated(before) },
      { head: 'Ny', cell: ({ state }) => stated(state) },
      { head: 'Dag', cell: ({ day }) => unbroken(dayShort(day)) },
      { head: 'Bemærkning', cell: ({ note }) => note ?? '' },
      rowNumber,
    ]}
    rows={statuses}
  />
)

/** Where it stands in the workbook. */
const rowNumber = { head: 'Række', cell: ({ number }: { number: number }) => number, numeric: true }

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0')

const stated = (state: StatusChange['before']): Child =>
  state ? <State state={state}>{stateText(state)}</State> : <span class="form-hint">Ikke meldt den dag</span>

const Facts = ({ facts, of }: { facts: FactPreview[]; of: number }) => (
  <Table<FactPreview>
    caption={captioned('Plan', of)}
    columns={[
      { head: 'Nøgle', cell: ({ key }) => key, rowHead: true },
      { head: 'Felt', cell: ({ field }) => field },
      { head: 'Før', cell: ({ before }) => before ?? '' },
      { head: 'Ny', cell: ({ value }) => value },
      { head: 'Kendt fra', cell: ({ day }) => unbroken(dayShort(day)) },
      { head: 'Kilde', cell: ({ source }) => source },
      rowNumber,
    ]}
    rows={facts}
  />
)

const Sums = ({ result }: { result: Result }) => (
  <SummaryList
    items={[
      ...(result.status ? [{ term: 'Status', value: countsText(result.status) }] : []),
      ...(result.plan ? [{ term: 'Plan', value: countsText(result.plan) }] : []),
    ]}
  />
)

const countsText = (counts: Counts): string =>
  [
    changesText(counts),
    ...(counts.overtaken > 0 ? [`${numberText(counts.overtaken)} er nyere på siden og bliver ikke rørt`] : []),
  ].join(', ')

const Skipped = ({ skipped }: Pick<Result, 'skipped'>) =>
  skipped.length > 0 ? (
    <Alert kind="info">
      <p>
        {skipped.length === 1 ? 'Dette ark er ikke læst' : 'Disse ark er ikke læst'}, fordi Fælles ikke kender navnet:{' '}
        {skipped.map((name) => `»${name}«`).join(', ')}.
      </p>
    </Alert>
  ) : null
