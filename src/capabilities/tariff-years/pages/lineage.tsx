import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  type Column,
  choicesOf,
  DayField,
  Form,
  Hidden,
  type Page,
  Radios,
  Select,
  SubmitRow,
  Table,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import { dayShort } from '../../../platform/values/day.ts'
import { amountText, placesText } from '../figures.ts'
import { lineageKinds } from '../lineage-rule.ts'
import type { TariffLineage } from '../store/lineage.ts'
import type { TariffOfOperator } from '../store/list.ts'
import type { ListedTariff } from '../tariff.ts'
import { fieldOf } from './note-form.tsx'

type Looked = {
  version: ListedTariff
  name: string
  told: TariffLineage[]
  names: ReadonlyMap<number, string>
  others: readonly TariffOfOperator[]
}

const crumbsTo = (version: ListedTariff, ...more: { text: string; href?: string }[]) => [
  { text: 'Takster', href: '/takster' },
  { text: `Takst ${version.id}`, href: `/takster/${version.id}` },
  ...more,
]

const MOST_CHOICES = 1000

/** What a published tariff was and became, told by the secretariat when the sheet did not tell it. */
export function LineagePage(looked: Looked, _: Ask, form: FormState): Page {
  const { version, name, told, others } = looked
  const of = fieldOf(form)
  const listed = others.length > 0 && others.length <= MOST_CHOICES
  return {
    title: 'Fortæl takstens slægtskab',
    lead: `${name}, ${amountText(version)}${version.year ? ` i ${version.year}` : ''}.`,
    crumbs: crumbsTo(version, { text: 'Slægtskab' }),
    marks: version.example ? ['eksempeldata'] : [],
    body: (
      <>
        <Alert kind="info">
          Når en takst skifter navn, deles eller lægges sammen, sammenlignes den med det, den kom af, vægtet efter pladser. Også
          stigninger findes sådan.
        </Alert>
        <Form action={`/takster/${version.id}/slaegtskab`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <Radios
            {...of('way', 'Hvad vil du fortælle?')}
            value={form.values['way'] ?? 'was'}
            options={[
              { value: 'was', text: 'Hvad taksten var før' },
              { value: 'became', text: 'Hvad taksten blev til' },
            ]}
          />
          {listed && (
            <Select
              {...of('other', 'Den anden takst')}
              empty="Vælg"
              options={others.map(({ tariffId, name, year }) => ({
                value: String(tariffId),
                text: year === undefined ? name : `${name} (${year})`,
              }))}
            />
          )}
          <TextField
            {...of('number', listed ? 'Eller den anden takst efter nummer' : 'Den anden takst, nummer')}
            hint="Nummeret står sidst i takstens adresse. Brug det, når taksten er en anden driftsherres."
            inputmode="numeric"
            width="s"
          />
          <Radios {...of('kind', 'Hvad skete der?')} options={choicesOf(lineageKinds)} required />
          <TextField
            {...of('places', 'Hvor mange pladser gik fra den ene til den anden?')}
            hint="Tomt: alle, som ikke er gået andre steder hen. Skal udfyldes, når en takst blev delt."
            inputmode="decimal"
            width="s"
          />
          <DayField {...of('day', 'Hvilken dag?')} value={form.values['day'] ?? version.validFrom} required />
          <TextArea {...of('reason', 'Hvor vides det fra?')} hint="Kan ses af alle" maxlength={500} rows={3} required />
          <SubmitRow text="Gem slægtskabet" secondary={{ text: 'Tilbage', href: `/takster/${version.id}` }} />
        </Form>
        {told.length > 0 && <Table caption="Det, der er fortalt" columns={toldColumns(looked)} rows={told} />}
      </>
    ),
  }
}

const nameIn = ({ names }: Looked, tariffId: number) => names.get(tariffId) ?? 'en anden takst'

const toldColumns = (looked: Looked): Column<TariffLineage>[] => [
  { head: 'Dag', rowHead: true, cell: ({ day }) => dayShort(day) },
  { head: 'Takst før', cell: ({ fromTariffId }) => nameIn(looked, fromTariffId) },
  { head: 'Hvad skete der', cell: ({ kind }) => lineageKinds[kind] },
  { head: 'Takst efter', cell: ({ toTariffId }) => nameIn(looked, toTariffId) },
  { head: 'Pladser', numeric: true, cell: ({ places }) => (places === undefined ? 'alle' : placesText(places)) },
  { head: 'Fortalt af', cell: ({ actorName, reason }) => `${actorName}: ${reason}` },
  {
    head: 'Status',
    cell: ({ id, undoneOn, undoneBy, undoneReason }) =>
      undoneOn === undefined ? (
        <a href={`/takster/${looked.version.id}/slaegtskab/${id}/fortryd`}>
          Fortryd<span class="sr-only"> slægtskabet</span>
        </a>
      ) : (
        `Fortrudt ${dayShort(undoneOn)} af ${undoneBy}: ${undoneReason}`
      ),
  },
]

type UndoLooked = Looked & { lineage: TariffLineage }

export function UndoLineagePage(looked: UndoLooked, _: Ask, form: FormState): Page {
  const { version, lineage } = looked
  const from = nameIn(looked, lineage.fromTariffId)
  const to = nameIn(looked, lineage.toTariffId)
  return {
    title: 'Fortryd et slægtskab',
    lead: `At »${from}« blev til »${to}« ${dayShort(lineage.day)}.`,
    crumbs: crumbsTo(version, { text: 'Slægtskab', href: `/takster/${version.id}/slaegtskab` }, { text: 'Fortryd' }),
    body: (
      <Form action={`/takster/${version.id}/slaegtskab/${lineage.id}/fortryd`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <p>Det bliver stående som fortrudt. Sammenligningen med året før regnes igen uden det.</p>
        <TextArea {...fieldOf(form)('reason', 'Hvorfor passer det ikke?')} maxlength={500} rows={3} required />
        <SubmitRow
          text="Fortryd slægtskabet"
          danger
          secondary={{ text: 'Behold det', href: `/takster/${version.id}/slaegtskab` }}
        />
      </Form>
    ),
  }
}
