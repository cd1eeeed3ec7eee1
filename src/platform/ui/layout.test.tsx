import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import {
  Alert,
  Card,
  CardGrid,
  Checkbox,
  Details,
  Doors,
  Empty,
  FileField,
  Form,
  type Frame,
  Hero,
  layout,
  type Page,
  Pager,
  Progress,
  Radios,
  Source,
  Split,
  State,
  Stats,
  Steps,
  SubmitRow,
  SummaryList,
  Table,
  Tabs,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from './index.ts'

const nav = [
  {
    text: 'Planen',
    href: '/plan',
    children: [
      { text: 'Overblik', href: '/plan' },
      { text: 'Status', href: '/plan/status' },
    ],
  },
  { text: 'Om', href: '/om' },
]
const footer = [{ heading: 'Om siden', links: [{ text: 'Cookies', href: '/cookies' }] }]
const frame: Frame = {
  nav,
  footer,
  path: '/om',
  siteName: 'Fælles',
  tagline: 'En aftale',
  signIn: { href: '/log-ind', text: 'Log ind' },
}

const document = (page: Partial<Page>, around: Partial<Frame> = {}): string =>
  `<!doctype html>${layout({ title: 'Om', body: 'Tekst', ...page }, { ...frame, ...around })}`

describe('the page around a page', () => {
  test('shows a hostile title, name and message as text', () => {
    const evil = '</title><script>alert(1)</script>'
    const page = document(
      { title: evil, lead: evil, body: evil, asOf: evil, marks: [evil], crumbs: [{ text: evil }] },
      { flash: { kind: 'info', text: evil }, actor: { name: evil, role: evil, party: evil }, edition: evil },
    )
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page).toContain('<script src="/statisk/')
  })

  test('begins with a way past the menu to what the page says', () => {
    const page = document({})
    expect(page).toContain('<body><a class="skipnav" href="#indhold">')
    expect(page).toContain('<main id="indhold" tabindex="-1"')
  })

  test('has one h1, whether it opens with a heading or a hero', () => {
    expect(document({}).match(/<h1/g)).toHaveLength(1)
    expect(document({ hero: <Hero title="Fælles om noget" /> }).match(/<h1/g)).toHaveLength(1)
  })

  test('does not link the last crumb to the page itself', () => {
    const page = document({
      crumbs: [
        { text: 'Planen', href: '/plan' },
        { text: 'Om os', href: '/om' },
      ],
    })
    expect(page).toContain('href="/plan">Planen</a>')
    expect(page).not.toContain('>Om os</a>')
    expect(page.match(/breadcrumbs__list-item" aria-current="page"/g)).toHaveLength(1)
  })

  test('tells where in the menu we are, also below a room', () => {
    expect(document({}, { path: '/plan' })).toContain('<a href="/plan" aria-current="page">Planen</a>')
    const below = document({}, { path: '/plan/status/2025' })
    expect(below).toContain('<a href="/plan" aria-current="true">Planen</a>')
    expect(below).toContain('<a href="/plan/status" aria-current="true">Status</a>')
    expect(document({}, { path: '/planer' })).not.toContain('aria-current')
  })

  test('a page lies in the room whose menu names it, whatever its address begins with', () => {
    const office = { text: 'Kontoret', href: '/kontor', children: [{ text: 'Det mangler', href: '/plan/mangler' }] }
    const page = document({}, { path: '/plan/mangler', nav: [...nav, office] })
    expect(page).toContain('<a href="/kontor" aria-current="true">Kontoret</a>')
    expect(page).toContain('<a href="/plan/mangler" aria-current="page">Det mangler</a>')
    expect(page).toContain('<a href="/plan">Planen</a>')
  })

  test('a page lies under the item that says it does, by another address', () => {
    const office = { text: 'Kontoret', href: '/kontor', children: [{ text: 'Runder', href: '/runder', also: ['/plan/skema'] }] }
    const page = document({}, { path: '/plan/skema/2', nav: [...nav, office] })
    expect(page).toContain('<a href="/runder" aria-current="true">Runder</a>')
    expect(page).toContain('<a href="/plan">Planen</a>')
  })

  test('shows the menu of the page asked for, and not of the one before it', () => {
    document({}, { path: '/plan' })
    expect(document({}, { path: '/om' })).toContain('<a href="/om" aria-current="page">Om</a>')
    expect(document({}, { path: '/om' })).not.toContain('class="subnav"')
  })

  test('says on top that what it shows is not all real, or of another day', () => {
    const page = document({ marks: ['eksempeldata', 'udkast'], asOf: 'Som den 1. marts 2025.' })
    expect(page).toContain('<strong>eksempeldata og udkast</strong>')
    expect(page).toContain('Som den 1. marts 2025. <a href="/om">')
  })

  test('lets a person sign out only by sending a form', () => {
    const page = document({}, { signIn: { href: '/log-ud', text: 'Log ud', post: true } })
    expect(page).toContain('<form class="door" method="post" action="/log-ud">')
    expect(page).not.toContain('href="/log-ud"')
  })

  test('asks no other site for anything, and holds no script or style of its own', () => {
    const page = document({}, { actor: { name: 'Programleder', role: 'Indberetter' }, edition: 'Prøveudgave' })
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(page).not.toMatch(/ style=| on[a-z]+=|<style|<script>/)
  })
})

const everyPart = (
  <>
    <Tabs label="Sider" items={[{ text: 'Et', href: '/1', current: true }]} />
    <SummaryList items={[{ term: 'Ansvarlig', value: 'Sekretariatet', action: { text: 'Ret', href: '/ret' } }]} />
    <Source title="Handleplan" place="linje 99" day="2024-10-04" />
    <Table
      caption="Meldinger"
      rows={['a', 'b']}
      sorting={{ by: 'navn', direction: 'ascending', href: (by, way) => `?sorter=${by}&retning=${way}` }}
      columns={[
        { head: 'Navn', cell: (row) => row, rowHead: true, sort: 'navn' },
        { head: 'Tal', cell: () => 7, numeric: true },
      ]}
    />
    <Table caption="Bredt" wide rows={[]} columns={[{ head: 'Navn', cell: (row: string) => row }]} />
    <Pager page={2} pages={9} href={(n) => `?side=${n}`} />
    <Alert kind="info" title="Godt at vide">
      <p>Tekst</p>
    </Alert>
    <Details summary="Mere">
      <p>Tekst</p>
    </Details>
    <Progress value={7} of={18} text="har meldt" poll="/fremgang" />
    <Empty title="Intet endnu" action={{ text: 'Begynd', href: '/ny' }} />
    <Steps
      label="Trin"
      steps={[
        { text: 'Vælg', state: 'done', href: '/1' },
        { text: 'Se', state: 'current' },
        { text: 'Bekræft', state: 'ahead' },
      ]}
    />
    <Timeline
      items={[
        { title: 'Vedtaget', day: '2024-10-04', body: <p>Tekst</p> },
        { title: 'Klar', when: '2. kvartal 2026', phase: 'ahead' },
      ]}
    />
    <Split>
      <CardGrid>
        <Card title="Kort" href="/kort" eyebrow="K1" foot="Fod">
          <State state="running">I gang</State> <Tag kind="warning">Forsinket</Tag>
        </Card>
      </CardGrid>
      <Stats items={[{ figure: 13, text: 'ting', href: '/ting' }]} />
    </Split>
    <Doors items={[{ title: 'Dør', href: '/doer', text: 'Ind' }]} />
    <Form action="/meld" errors={{ status: 'Vælg en status.' }} files>
      <Radios name="status" label="Status" error="Vælg en status." options={[{ value: 'a', text: 'A', hint: 'Om A' }]} />
      <TextField name="timer" label="Timer" suffix="timer" width="xs" />
      <TextArea name="note" label="Note" maxlength={500} />
      <Checkbox name="ok" label="Ja" hint="Måske" checked />
      <FileField name="fil" label="Fil" accept=".xlsx" />
      <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: '/' }} />
    </Form>
  </>
)

test('every part together is valid HTML', async () => {
  const page = document(
    { body: everyPart, crumbs: [{ text: 'Forside', href: '/' }, { text: 'Om' }] },
    { path: '/plan', edition: 'Prøve' },
  )
  const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page)
  expect(report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${line}: ${message}`))).toEqual([])
})
