import { maySomewhere } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import {
  Alert,
  Button,
  choicesOf,
  Details,
  Empty,
  Form,
  Hidden,
  LinkButton,
  type Page,
  Pager,
  Select,
  Tabs,
  TextField,
} from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { addressOf, isCut, isFiltered, PAGE, sorts } from '../../offers/index.ts'
import type { Search } from '../reading.ts'
import { Chosen, Filters } from './filters.ts'
import { FoundList, hitsText } from './found-list.ts'
import { TileMap } from './tile-map.tsx'

const kilometres = [10, 20, 30, 40, 50, 75, 100]

export function FindPage(search: Search, ask: Ask): Page {
  const { finding, facets, rows } = search
  return {
    title: 'Tilbud',
    lead: 'Find et tilbud i Rammeaftale Sjælland. Hver oplysning siger, hvor den kommer fra, og hvor gammel den er.',
    crumbs: [{ text: 'Tilbud' }],
    wide: true,
    marks: rows.some(({ example }) => example) ? ['eksempeldata'] : [],
    ...(isFiltered(finding) || finding.text ? { robots: 'noindex' as const } : {}),
    body: (
      <>
        <SearchForm search={search} />
        <div class="offers-find">
          <div class="offers-side">{Filters(search)}</div>
          <section class="offers-main" aria-label="Resultater">
            <div class="offers-head">
              <h2>{hitsText(facets.hits)}</h2>
              <Tabs
                label="Vis som"
                items={[
                  { text: 'Liste', href: addressOf({ ...finding, view: 'list', page: 1 }), current: finding.view === 'list' },
                  { text: 'Kort', href: addressOf({ ...finding, view: 'map', page: 1 }), current: finding.view === 'map' },
                ]}
              />
            </div>
            {Chosen(search)}
            <Notes search={search} />
            {facets.hits === 0 ? (
              <Nothing search={search} />
            ) : finding.view === 'map' ? (
              <TileMap {...search} />
            ) : (
              <List search={search} />
            )}
            <Files search={search} ask={ask} />
          </section>
        </div>
      </>
    ),
  }
}

/** The text on top; what else is written with figures below. Everything chosen by link travels along unseen. */
const SearchForm = ({ search: { finding, choices } }: { search: Search }) => {
  const written = ['q', 'alder', 'fra', 'km', 'pris_fra', 'pris_til', 'sorter', 'side']
  const kept = [...new URL(addressOf(finding), 'http://here').searchParams].filter(([name]) => !written.includes(name))
  const isMore = finding.age !== undefined || finding.near || finding.priceFrom !== undefined || finding.priceTo !== undefined
  return (
    <Form action="/tilbud" method="get" label="Søg efter tilbud">
      {kept.map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <div class="offers-search">
        <TextField name="q" type="search" label="Søg" hint="Navn, sted, målgruppe, paragraf …" value={finding.text} />
        <Button icon="search">Find tilbud</Button>
      </div>
      <Details summary="Alder, afstand, pris og rækkefølge" open={Boolean(isMore)}>
        <div class="offers-fields">
          <TextField name="alder" label="Borgerens alder" inputmode="numeric" width="xs" value={textOf(finding.age)} />
          <Select
            name="fra"
            label="Afstand fra"
            empty="Alle steder"
            value={textOf(finding.near?.code)}
            options={choices.municipalities
              .filter(({ latitude }) => latitude !== undefined)
              .map(({ code, name }) => ({ value: String(code), text: name }))}
          />
          <Select
            name="km"
            label="Højst"
            value={String(finding.near?.km ?? 30)}
            options={kilometres.map((km) => ({ value: String(km), text: `${km} km` }))}
          />
          <TextField name="pris_fra" label="Pris fra (kr.)" inputmode="numeric" width="xs" value={textOf(finding.priceFrom)} />
          <TextField name="pris_til" label="Pris til (kr.)" inputmode="numeric" width="xs" value={textOf(finding.priceTo)} />
          <Select name="sorter" label="Rækkefølge" value={finding.sort} options={choicesOf(sorts)} />
        </div>
        <p class="quiet">
          Afstanden er den lige linje mellem to kommuners midtpunkter og derfor omtrentlig. Prisen er pr. døgn eller dag.
        </p>
        <Button look="secondary">Brug valgene</Button>
      </Details>
    </Form>
  )
}

const textOf = (value: number | undefined) => (value === undefined ? undefined : String(value))

const Notes = ({ search: { finding, facets, spelled, choices } }: { search: Search }) => (
  <>
    {spelled.length > 0 && facets.hits > 0 && (
      <Alert kind="info">
        {spelled.map(({ written, meant }) => `»${written}« findes ikke, så der er søgt efter »${meant}«.`).join(' ')}
      </Alert>
    )}
    {isCut(finding) && (
      <Alert kind="info">Søgeteksten er lang, så der er kun søgt efter de første ti ord. Skriv hellere få, vigtige ord.</Alert>
    )}
    {finding.near &&
      !choices.municipalities.some(({ code, latitude }) => code === finding.near?.code && latitude !== undefined) && (
        <Alert kind="warning">{`Vi kan ikke måle afstand fra kommune ${finding.near.code}. Vælg en kommune på listen.`}</Alert>
      )}
    {finding.age !== undefined && facets.ageUnknown > 0 && (
      <p class="quiet">{`${hitsText(facets.ageUnknown)} har ikke oplyst alder og er ikke med her.`}</p>
    )}
  </>
)

const Nothing = ({ search: { finding } }: { search: Search }) => (
  <Empty
    title="Ingen tilbud passer"
    level={3}
    action={
      isFiltered(finding)
        ? { text: 'Søg uden filtre', href: addressOf({ ...finding, ...unfiltered }) }
        : { text: 'Se alle tilbud', href: '/tilbud' }
    }
  >
    <p>
      {isFiltered(finding)
        ? 'Fjern et filter ad gangen: tallene ved siden af viser, hvad et andet valg ville give.'
        : 'Prøv et andet ord, fx en målgruppe eller en kommune.'}
    </p>
  </Empty>
)

const unfiltered = {
  bases: [],
  groups: [],
  kinds: [],
  municipalities: [],
  owners: [],
  agreement: [],
  age: undefined,
  near: undefined,
  free: false,
  specialised: false,
  priceFrom: undefined,
  priceTo: undefined,
  page: 1,
}

const List = ({ search: { finding, facets, rows, judged } }: { search: Search }) => (
  <form action="/tilbud/sammenlign" method="get">
    {FoundList(rows, judged)}
    <div class="offers-compare">
      <Button look="secondary">Sammenlign de valgte</Button>
      <span class="quiet">Vælg to til fire.</span>
    </div>
    <Pager
      page={finding.page}
      pages={Math.ceil(facets.hits / PAGE)}
      href={(page) => addressOf({ ...finding, page })}
      label="Sider med tilbud"
    />
  </form>
)

const Files = ({ search: { finding, facets }, ask }: { search: Search; ask: Ask }) => (
  <div class="offers-files">
    {facets.hits > 0 && (
      <p>
        Hent {facets.hits === 1 ? 'den' : `de ${numberText(facets.hits)}`} som{' '}
        <a href={addressOf({ ...finding, page: 1 }, '/tilbud/liste.xlsx')}>Excel</a>,{' '}
        <a href={addressOf({ ...finding, page: 1 }, '/tilbud/liste.csv')}>CSV</a> eller{' '}
        <a href={addressOf({ ...finding, page: 1 }, '/tilbud/liste.json')}>JSON</a>.
      </p>
    )}
    <p>
      <a href="/tilbud/drivere">Se alle driftsherrer</a> · <a href="/tilbud/saerlige">Særlige tilbud</a> ·{' '}
      <a href="/begreber">Begreber og retsgrundlag</a>
    </p>
    {ask.may('offers.edit') && <LinkButton href="/tilbud/drivere/ny">Opret en driftsherre</LinkButton>}
    {maySomewhere(ask.actor, 'offers.import') && <LinkButton href="/tilbud/indlaes">Læs tilbud ind fra et regneark</LinkButton>}
  </div>
)
