import type { Ask } from '../../../platform/action.ts'
import { Empty } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Item, Note } from '../../plan/index.ts'
import { newestAgreement } from '../decision.ts'
import { NOT_YET, notesAmong, notesOf, type Reading, silence } from '../reading.ts'
import type { Standing } from '../standing.ts'
import { AreaRow } from './area-row.tsx'
import { OtherNames } from './facts.tsx'
import { Links, planPage, Section } from './frame.tsx'
import { FoldedNotes, Sources } from './source.tsx'

export type Overview = { reading: Reading; standings: ReadonlyMap<number, Standing> }

/** The whole plan at a glance: what it is for, the principles, the action areas and who carries them out. */
export function PlanPage({ reading, standings }: Overview, ask: Ask): Page {
  const { plan } = reading
  const principles = plan.of('principle')
  return planPage(reading, ask, {
    title: 'Planen',
    lead: leadOf(reading),
    crumbs: [],
    marks: [...standings.values()].some(({ example }) => example) ? ['eksempeldata'] : [],
    body: (
      <>
        {principles.length === 0 && <NothingYet reading={reading} />}
        <Ways reading={reading} />
        <Purposes reading={reading} />
        <Principles principles={principles} reading={reading} standings={standings} />
        <Focus reading={reading} />
        <Behind reading={reading} />
      </>
    ),
  })
}

function leadOf({ plan }: Reading): string | undefined {
  const agreement = newestAgreement(plan)
  const counts = [
    [plan.of('purpose').length, 'formål'],
    [plan.of('principle').length, 'principper'],
    [plan.areas.length, 'indsatsområder'],
    [plan.of('initiative').length, 'initiativer'],
  ] as const
  const text = and.format(counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`))
  return text ? `${text}${agreement ? ` i ${agreement.title}` : ''}. Fold ud, hvor du vil vide mere.` : undefined
}

const and = new Intl.ListFormat('da')

const NothingYet = ({ reading }: { reading: Reading }) => (
  <Empty title={NOT_YET} action={{ text: 'Se planen, som den er i dag', href: '/plan' }}>
    <p>
      {reading.plan.items.length > 0
        ? 'De tre principper var ikke kendt endnu den dag. Herunder står det, der var kendt.'
        : 'Planen var ikke kendt endnu den dag.'}
    </p>
  </Empty>
)

const ways = [
  ['/plan/status', 'Status for alle parter'],
  ['/plan/tidslinje', 'Tidslinje'],
  ['/plan/beslutninger', 'Beslutninger'],
  ['/plan/initiativer', 'Alle initiativer'],
] as const

const Ways = ({ reading }: { reading: Reading }) => {
  const years = [...new Set(reading.plan.areas.flatMap((area) => area.number('programmeYear') ?? []))].sort()
  const all = [...ways, ...years.map((year) => [`/plan/aar/${year}`, `Program ${year}`] as const)]
  return (
    <nav aria-label="Andre veje ind i planen" class="d-print-none">
      <ul class="plan-ways">
        {all.map(([href, text]) => (
          <li>
            <a href={reading.keep(href)}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Purposes = ({ reading }: { reading: Reading }) => {
  const purposes = reading.plan.of('purpose')
  const notes = notesAmong(reading, purposes)
  return purposes.length === 0 ? null : (
    <Section id="formaal" title="Det vil vi opnå">
      <ol class="plan-purposes">
        {purposes.map((purpose) => (
          <li id={purpose.key}>
            <h3>{purpose.title}</h3>
            <p>{purpose.text('summary')}</p>
            <details class="details">
              <summary class="details-summary">Kilder og andre navne</summary>
              <div class="details-text">
                <OtherNames item={purpose} />
                <Sources refs={purpose.said('title')?.sources ?? []} reading={reading} />
                {purpose.texts('unknown').map((text) => (
                  <p class="quiet">{text}</p>
                ))}
                <Serving purpose={purpose} reading={reading} />
                <p class="quiet">
                  <a href={reading.keep(`/plan/historik/${purpose.key}`)}>Se historikken</a>
                </p>
              </div>
            </details>
            <FoldedNotes notes={notes.own(purpose)} reading={reading} />
          </li>
        ))}
      </ol>
      <FoldedNotes notes={notes.shared} reading={reading} />
    </Section>
  )
}

const Serving = ({ purpose, reading }: { purpose: Item; reading: Reading }) => {
  const serving = purpose.from('serves')
  return serving.length === 0 ? null : (
    <>
      <p class="plan-small-head">Tjenes af</p>
      <Links items={serving} reading={reading} />
    </>
  )
}

const Principles = ({ principles, reading, standings }: Overview & { principles: readonly Item[] }) => {
  const areas = notesAmong(reading, reading.plan.areas)
  const between = notesAmong(reading, principles)
  return principles.length === 0 ? null : (
    <Section id="principper" title={`${principles.length} principper og ${reading.plan.areas.length} indsatsområder`}>
      <p class="plan-intro">
        For hvert indsatsområde står tre ting, som kilderne siger hver for sig: hvornår det efter planen begynder, hvilket års
        program det hører til, og om det blev vist som i gang i november 2025. Under dem står, hvor mange parter der har meldt.
      </p>
      <FoldedNotes notes={[...between.shared, ...areas.shared]} reading={reading} />
      {principles.map((principle, at) => (
        <section class={`plan-principle plan-door-${at % 3}`} id={principle.key} aria-labelledby={`${principle.key}-titel`}>
          <div class="plan-principle-head">
            <p class="eyebrow">Princip {at + 1}</p>
            <h3 id={`${principle.key}-titel`}>
              <a href={reading.keep(principle.href)}>{principle.title}</a>
            </h3>
            <p>{principle.text('summary') ?? silence(reading, principle, 'summary')}</p>
            <OtherNames item={principle} />
            <FoldedNotes notes={between.own(principle)} reading={reading} />
          </div>
          <div class="plan-areas">
            {principle.parts('area').map((area) => (
              <AreaRow area={area} standing={standings.get(area.id)} notes={areas.own(area)} reading={reading} />
            ))}
          </div>
        </section>
      ))}
    </Section>
  )
}

const Focus = ({ reading }: { reading: Reading }) => {
  const newest = newestAgreement(reading.plan)
  const focus = newest?.parts('focus') ?? []
  const notes = notesAmong(reading, focus)
  return focus.length === 0 ? null : (
    <Section id="fokusomraader" title="Fokusområderne">
      <p>
        Principperne er vejen til fokusområde 1. Fokusområde 2 og 3 har deres egne initiativer.{' '}
        <a href={reading.keep('/plan/fokusomraader')}>Se dem alle, også de tidligere</a>
      </p>
      <FoldedNotes notes={notes.shared} reading={reading} />
      <div class="tiles">
        {focus.map((item, at) => (
          <FocusTile item={item} at={at} notes={notes.own(item)} reading={reading} />
        ))}
      </div>
    </Section>
  )
}

type TileProps = { item: Item; at: number; notes: readonly Note[]; reading: Reading }

const FocusTile = ({ item, at, notes, reading }: TileProps) => {
  const initiatives = item.parts('subarea').flatMap((sub) => sub.parts('initiative'))
  return (
    <div class="tile">
      <p class="eyebrow">Fokusområde {at + 1}</p>
      <h3 class="plan-tile-heading">
        <a href={reading.keep(item.href)}>{item.title}</a>
      </h3>
      <div class="tile-body">
        <p>{item.text('summary')}</p>
        <Links items={initiatives} reading={reading} />
        <FoldedNotes notes={notes} reading={reading} />
      </div>
    </div>
  )
}

/** Agreement, strategy, key activities and the texts behind them, each with what the sources disagree about. */
const Behind = ({ reading }: { reading: Reading }) => {
  const { plan } = reading
  const newest = newestAgreement(plan)
  const [strategy] = plan.of('strategy')
  const standalone = newest?.parts('initiative') ?? []
  const groups: [string, Item[]][] = [
    ['Aftalen', newest ? [newest] : []],
    ['Strategien', strategy ? [strategy] : []],
    ['Hovedaktiviteter', plan.of('activity')],
    ['Initiativer uden for principper og fokusområder', standalone],
    ['Baggrund', plan.of('passage').filter(({ parent }) => !parent || parent === strategy || parent === newest)],
  ]
  return (
    <Section id="bag-planen" title="Bag planen">
      <div class="plan-behind">
        {groups
          .filter(([, items]) => items.length > 0)
          .map(([title, items]) => (
            <div>
              <h3>{title}</h3>
              <Links items={items} reading={reading} />
              <FoldedNotes notes={notesOf(reading, ...items)} reading={reading} />
            </div>
          ))}
        <div>
          <h3>Kilder</h3>
          <ul class="plan-links">
            <li>
              <a href={reading.keep('/plan/kilder')}>Dokumenterne, og hvad de bærer</a>
            </li>
            <li>
              <a href={reading.keep('/plan/noter')}>Alle steder, hvor kilderne er uenige eller tavse</a>
            </li>
          </ul>
        </div>
      </div>
    </Section>
  )
}
