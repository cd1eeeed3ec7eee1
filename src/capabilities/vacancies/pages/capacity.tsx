import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Button,
  ButtonRow,
  DayField,
  Empty,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  Select,
  SubmitRow,
  Table,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { Offer } from '../../offers/index.ts'
import type { LoadedCapacity } from '../actions/capacity.ts'
import { quarterKey } from '../occupancy.ts'
import type { Capacity, CapacityChange } from '../store/capacity.ts'
import { CapacityPicture } from './capacity-picture.tsx'
import { ChangeText } from './changes.tsx'
import { Occupancy } from './occupancy.tsx'

const crumbs = [{ text: 'Ledige pladser', href: '/ledige' }, { text: 'Kapacitet' }]

const queryOf = ({ groupId, municipalityCode, quarter }: LoadedCapacity) =>
  new URLSearchParams({
    ...(groupId !== undefined && { maalgruppe: String(groupId) }),
    ...(municipalityCode !== undefined && { kommune: String(municipalityCode) }),
    kvartal: quarterKey(quarter),
  })

export const CapacityPage = (loaded: LoadedCapacity, { today }: Ask): Page => {
  const { total, places, groups, reported, changes } = loaded
  const example = [...places, ...reported.returns, ...changes].some((row) => row.example)
  return {
    title: 'Pladser og kapacitet',
    lead: 'Hvor mange pladser der er, hvor mange der er ledige, og hvor fyldte tilbuddene er. Ved hvert tal står, hvor mange der har oplyst det.',
    crumbs,
    marks: example ? ['eksempeldata'] : [],
    wide: true,
    body: (
      <>
        <Chooser loaded={loaded} />
        {total ? <Sum total={total} /> : null}
        <ButtonRow>
          <LinkButton href={`/tilbud/kapacitet.xlsx?${queryOf(loaded)}`} icon="download">
            Hent som regneark
          </LinkButton>
          <LinkButton href={`/tilbud/kapacitet.csv?${queryOf(loaded)}`} look="tertiary">
            Hent som CSV
          </LinkButton>
        </ButtonRow>
        {places.length === 0 ? (
          <Empty title="Ingen pladser her" action={{ text: 'Se alle', href: '/tilbud/kapacitet' }} />
        ) : (
          <>
            <h2>Pr. kommune</h2>
            <CapacityPicture rows={places} />
            <CapacityTable title="Pr. kommune" head="Kommune" rows={places} name={({ municipality }) => municipality} />
            <h2>Pr. målgruppe</h2>
            <p>En plads til flere målgrupper står ved hver af dem, så tallene kan ikke lægges sammen.</p>
            <CapacityTable title="Pr. målgruppe" head="Målgruppe" rows={groups} name={({ group }) => group} />
          </>
        )}
        <Occupancy loaded={loaded} today={today} />
        <Changes changes={changes} />
      </>
    ),
  }
}

const Chooser = ({ loaded: { choices, groupId, municipalityCode } }: { loaded: LoadedCapacity }) => (
  <Form action="/tilbud/kapacitet" method="get" label="Vælg målgruppe og kommune">
    <div class="vacancies-chooser">
      <Select
        name="maalgruppe"
        label="Målgruppe"
        value={groupId?.toString()}
        empty="Alle"
        options={choices.groups.map(({ id, label }) => ({ value: String(id), text: label }))}
      />
      <Select
        name="kommune"
        label="Kommune"
        value={municipalityCode?.toString()}
        empty="Alle"
        options={choices.municipalities.map(({ id, label }) => ({ value: String(id), text: label }))}
      />
      <Button look="secondary">Vis</Button>
    </div>
  </Form>
)

const Sum = ({ total }: { total: Capacity }) => (
  <p class="vacancies-told">
    <strong>{numberText(total.approved)} godkendte pladser</strong> oplyst på {total.approvedTold} af {total.lines} pladslinjer.{' '}
    <strong>{numberText(total.free)} ledige</strong> meldt på {total.freeTold} af {total.lines}, heraf{' '}
    {numberText(total.freeFresh)} friske.
  </p>
)

/** A sum with how many lines it is known of; known of none it is not 0. */
const told = (sum: number, known: number, lines: number) =>
  known === 0 ? (
    <span class="quiet">ikke oplyst</span>
  ) : (
    <span>
      {numberText(sum)} <span class="quiet">({known === lines ? `alle ${lines}` : `${known} af ${lines}`})</span>
    </span>
  )

type Shown = { title: string; head: string; rows: readonly Capacity[]; name: (row: Capacity) => string | undefined }

const CapacityTable = ({ title, head, rows, name }: Shown) => (
  <Table<Capacity>
    caption={title}
    captionHidden
    compact
    rows={rows}
    columns={[
      { head, rowHead: true, cell: (row) => name(row) ?? 'Ikke oplyst' },
      { head: 'Pladslinjer', numeric: true, cell: ({ lines }) => lines },
      {
        head: 'Godkendte pladser',
        numeric: true,
        cell: ({ approved, approvedTold, lines }) => told(approved, approvedTold, lines),
      },
      { head: 'I brug', numeric: true, cell: ({ inUse, inUseTold, lines }) => told(inUse, inUseTold, lines) },
      { head: 'Ledige', numeric: true, cell: ({ free, freeTold, lines }) => told(free, freeTold, lines) },
      { head: 'Heraf friske', numeric: true, cell: ({ freeFresh, freeTold }) => (freeTold === 0 ? '' : numberText(freeFresh)) },
    ]}
  />
)

const Changes = ({ changes }: { changes: readonly CapacityChange[] }) => (
  <section id="aendringer">
    <h2>Ændringer, der er meldt ud</h2>
    {changes.length === 0 && <p>Ingen.</p>}
    {changes.map((change) => (
      <article class="vacancies-change">
        <h3>
          <a href={`/tilbud/${change.offerId}`}>{change.offerName}</a>
        </h3>
        <ChangeText change={change} />
      </article>
    ))}
  </section>
)

export const AnnouncePage = (offer: Offer, { today }: Ask, form: FormState): Page => ({
  title: `Meld en ændring ud: ${offer.name}`,
  lead: 'Skriv det, der er besluttet, og hvor det står. Tal, ingen har sagt endnu, lader du være tomme.',
  crumbs: [...crumbs.slice(0, 1), { text: 'Kapacitet', href: '/tilbud/kapacitet' }, { text: 'Ny ændring' }],
  body: (
    <Form action={`/ledige/tilbud/${offer.id}/kapacitet`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <TextArea {...fieldIn(form, 'what')} label="Hvad ændres?" maxlength={1000} required />
      <TextField {...fieldIn(form, 'before')} label="Pladser før" width="xs" inputmode="numeric" />
      <TextField {...fieldIn(form, 'after')} label="Pladser efter" width="xs" inputmode="numeric" />
      <DayField {...fieldIn(form, 'effectiveOn')} label="Gælder fra" />
      <TextField {...fieldIn(form, 'decidedBy')} label="Besluttet af" />
      <DayField {...fieldIn(form, 'announcedOn', today)} label="Meldt ud" max={today} required />
      <TextField {...fieldIn(form, 'source')} label="Hvor står det?" required />
      <SubmitRow text="Meld ud" secondary={{ text: 'Fortryd', href: `/ledige/tilbud/${offer.id}` }} />
    </Form>
  ),
})
