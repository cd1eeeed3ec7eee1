import { html } from 'hono/html'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
  askingColumns,
  Columns,
  ConfirmForm,
  changesText,
  type DraftLine,
  moving,
  newsTitle,
  OwnDrafts,
  Refused,
  rowsText,
  UploadForm,
  Wrong,
  wrongText,
} from '../../../platform/incoming.ts'
import { Alert, Details, LinkButton, type Page, SummaryList, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { priceUnits } from '../../offers/index.ts'
import { changes, type Draft, MOST_NOTES, MOST_SHOWN, type Result, way } from '../draft.ts'
import { fields } from '../fields.ts'
import { placesText, shareText } from '../figures.ts'
import { costsTotal } from '../line.ts'
import type { Standing } from '../store/rounds.ts'
import type { StagedLine } from '../store/staged.ts'
import { sheetCrumbs } from './line-form.tsx'

const sheetOf = ({ year, operatorId }: { year: number; operatorId: number }) => `/takster/skema/${year}/${operatorId}`

type Upload = { standing: Standing; mine: readonly DraftLine[] }

export const UploadPage = ({ standing, mine }: Upload, _: Ask, form: FormState): Page => ({
  title: `Send et regneark med takster for ${standing.year}`,
  lead: 'Jeres eget regneark kan bruges, som det er. Første gang siger I, hvad kolonnerne er. Det huskes til næste gang.',
  crumbs: sheetCrumbs(standing, 'Regneark'),
  body: (
    <>
      <UploadForm
        form={form}
        action={`${sheetOf(standing)}/regneark`}
        label="Regneark"
        hint="Intet er gemt, før I har set det igennem."
        text="Læs regnearket"
      />
      <OwnDrafts way={way} drafts={mine} />
      <h2>Har I ikke et?</h2>
      <p>
        <a href={`${sheetOf(standing)}/skabelon.xlsx`}>Hent skabelonen</a>. Den er udfyldt med jeres afdelinger og fortæller, hvad
        hver kolonne er til.
      </p>
      <p class="quiet">
        Overskrifter i en eller to rækker, flettede celler, beløb i t.kr., punktum eller komma, mellemsummer og flere ark kan
        læses. Formler læses efter den værdi, de viser.
      </p>
    </>
  ),
})

type Loaded = { draft: Draft; rows: readonly ShownLine[] }
type Shown = Pick<Page, 'title' | 'lead' | 'body' | 'wide'>

export function DraftPage({ draft, rows }: Loaded, _: Ask<unknown, unknown>, form: FormState): Page {
  const { year, operatorId, operatorName } = draft.scope
  return {
    crumbs: [
      { text: 'Takster', href: '/takster' },
      { text: `${operatorName} ${year}`, href: sheetOf({ year, operatorId }) },
      { text: draft.fileName },
    ],
    robots: 'noindex',
    ...shown(draft, rows, form),
  }
}

function shown(draft: Draft, rows: readonly ShownLine[], form: FormState): Shown {
  const { state, result, survey } = draft
  if (state === 'asking' && survey) return askingColumns({ way, draft, plan: survey, fields, form })
  if (state === 'refused')
    return {
      title: 'Regnearket kunne ikke læses',
      body: (
        <>
          <Refused {...draft} />
          <Again draft={draft} form={form} />
        </>
      ),
    }
  if (state === 'waiting' || state === 'writing' || !result) return moving(way, draft)
  if (state === 'done')
    return {
      title: 'Regnearket er gemt i skemaet',
      lead: `${rowsText(changes(result))} er gemt. Sender du det samme regneark igen, ændrer det intet.`,
      body: (
        <LinkButton href={sheetOf(draft.scope)} look="primary">
          Se skemaet
        </LinkButton>
      ),
    }
  if (result.wrong > 0)
    return {
      title: wrongText(result.wrong),
      lead: 'Intet er gemt. Ret cellerne i regnearket, gem det, og send det igen.',
      body: (
        <>
          <Wrong errors={result.errors} wrong={result.wrong} />
          <Read draft={draft} result={result} form={form} />
          <Again draft={draft} form={form} />
        </>
      ),
    }
  return changes(result) > 0 ? ready(draft, result, rows, form) : nothing(draft, result, form)
}

const Again = ({ draft, form }: { draft: Draft; form: FormState }) => (
  <UploadForm
    form={form}
    action={`${sheetOf(draft.scope)}/regneark`}
    label="Send filen igen, eller en anden"
    hint=""
    text="Læs regnearket"
  />
)

/** What was read and what was passed by, and a way to read the columns otherwise. */
const Read = ({ draft, result, form }: { draft: Draft; result: Result; form: FormState }) => (
  <>
    <SummaryList
      items={[
        {
          term: 'Takster',
          value: changesText(result),
        },
        ...(result.untouched > 0
          ? [{ term: 'Ikke i filen', value: `${rowsText(result.untouched)} i skemaet bliver, som de er` }]
          : []),
        ...(result.passed > 0
          ? [{ term: 'Sprunget over', value: `${rowsText(result.passed)}: mellemsummer og overskrifter` }]
          : []),
        { term: 'Ark', value: result.sheets.filter(Boolean).join(', ') || 'filen' },
        ...(result.skipped.length > 0 ? [{ term: 'Ark, der ikke er læst', value: result.skipped.join(', ') }] : []),
        ...(result.unread.length > 0 ? [{ term: 'Kolonner, der ikke er læst', value: result.unread.join(', ') }] : []),
      ]}
    />
    {result.notes.length > 0 && (
      <Alert kind="warning" title="Se på det her">
        <ul>
          {result.notes.slice(0, MOST_NOTES).map((note) => (
            <li>{note}</li>
          ))}
        </ul>
        {result.notes.length > MOST_NOTES && <p>Og {numberText(result.notes.length - MOST_NOTES)} mere.</p>}
      </Alert>
    )}
    {draft.survey && (
      <Details summary="Er kolonnerne læst forkert?">
        <Columns way={way} draft={draft} plan={draft.survey} fields={fields} form={form} />
      </Details>
    )}
  </>
)

const nothing = (draft: Draft, result: Result, form: FormState): Shown => ({
  title: 'Der er intet nyt i regnearket',
  lead: 'Alt i det står allerede i skemaet, så der er intet at gemme.',
  body: (
    <>
      <Read draft={draft} result={result} form={form} />
      <LinkButton href={sheetOf(draft.scope)}>Se skemaet</LinkButton>
    </>
  ),
})

const tariffsText = (count: number): string => `${numberText(count)} ${count === 1 ? 'takst' : 'takster'}`

/** A row of the file as it would be saved, and what its costs come to. */
export type ShownLine = StagedLine & { reckonedOre: number | undefined }

function ready(draft: Draft, result: Result, rows: readonly ShownLine[], form: FormState): Shown {
  const count = changes(result)
  return {
    title: newsTitle(tariffsText(count), count),
    lead: 'Se dem igennem. Intet er gemt, før du siger ja.',
    wide: true,
    body: (
      <>
        {draft.checkedAgain && (
          <Alert kind="warning" title="Nogen har ændret skemaet imens">
            Derfor er intet gemt, og listen herunder er lavet igen.
          </Alert>
        )}
        <ConfirmForm way={way} draft={draft} form={form} text={`Gem ${tariffsText(count)} i skemaet`} />
        <Read draft={draft} result={result} form={form} />
        <Table<ShownLine>
          caption={count > MOST_SHOWN ? `De første ${MOST_SHOWN} af ${numberText(count)}` : 'Det, der bliver gemt'}
          columns={[
            { head: 'Takst', rowHead: true, cell: ({ name }) => name },
            {
              head: '',
              cell: ({ change }) => <Tag kind={change === 'new' ? 'success' : 'info'}>{change === 'new' ? 'Ny' : 'Ændret'}</Tag>,
            },
            { head: 'Pladser', numeric: true, cell: ({ line }) => placesText(line.places) },
            { head: 'Belægning', numeric: true, cell: ({ line }) => shareText(line.occupancy) },
            { head: 'Omkostninger', numeric: true, cell: ({ line }) => orNone(costsTotal(line.costs)) },
            { head: 'Beregnet takst', numeric: true, cell: ({ reckonedOre }) => orNone(reckonedOre) },
            { head: 'Takst i filen', numeric: true, cell: ({ line }) => orNone(line.amountOre) },
            { head: 'Pr.', cell: ({ line }) => priceUnits[line.per] },
            { head: 'Række', numeric: true, cell: ({ number }) => number },
          ]}
          rows={rows}
          wide
          stacks
        />
      </>
    ),
  }
}

const NONE = html`<span class="quiet nothing">–</span>`
const orNone = (ore: number | undefined) => (ore === undefined ? NONE : kronerText(ore))
