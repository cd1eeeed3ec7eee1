import type { Day } from '../../platform/values/day.ts'
import type { Link } from './facts.ts'
import { type LinkKind, type Period, type PlanField, type PlanKind, planFields } from './plan.ts'
import { sourcesThen } from './source.ts'

/** One value as it holds on the plan's day, with where it comes from. */
export type Said = { value: unknown; from: Day; sources: string[]; note: string | undefined }

/** A thing in the plan as it was known on a day: its newest facts by field. Danish: element i planen. */
export class Item {
  readonly id: number
  readonly kind: PlanKind
  readonly key: string
  readonly slug: string
  parent: Item | undefined
  readonly children: Item[] = []
  readonly links: { kind: LinkKind; to: Item; sources: string[] }[] = []
  readonly backLinks: { kind: LinkKind; from: Item; sources: string[] }[] = []
  readonly #facts = new Map<string, Said[]>()

  constructor(row: ItemRow, later: ReadonlySet<string>) {
    this.id = row.id
    this.kind = row.kind
    this.key = row.key
    this.slug = row.slug
    for (const [field, value, from, sources, note] of row.facts) {
      const said = { value, from, sources: sourcesThen(sources, later), note: note ?? undefined }
      const before = this.#facts.get(field)
      if (before) before.push(said)
      else this.#facts.set(field, [said])
    }
  }

  /** The value that holds, with its source. */
  said(field: PlanField): Said | undefined {
    return this.#facts.get(field)?.[0]
  }

  /** Every value that holds of a field that can have several, oldest first; or the history of one that cannot, newest last. */
  all(field: PlanField): Said[] {
    return [...(this.#facts.get(field) ?? [])].reverse()
  }

  text(field: PlanField): string | undefined {
    const value = this.said(field)?.value
    return typeof value === 'string' ? value : undefined
  }

  texts(field: PlanField): string[] {
    return this.all(field).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
  }

  number(field: PlanField): number | undefined {
    const value = this.said(field)?.value
    return typeof value === 'number' ? value : undefined
  }

  flag(field: PlanField): boolean | undefined {
    const value = this.said(field)?.value
    return typeof value === 'boolean' ? value : undefined
  }

  period(field: 'period' | 'planned' | 'actual'): Period | undefined {
    return this.said(field)?.value as Period | undefined
  }

  get title(): string {
    return this.text('title') ?? this.key
  }

  /** The fields something is said of. */
  get fields(): PlanField[] {
    return [...this.#facts.keys()].filter((field): field is PlanField => Object.hasOwn(planFields, field))
  }

  /** Where a reader finds it: its own page, or its place on the page it is shown on. */
  get href(): string {
    return hrefs[this.kind](this)
  }

  to(kind: LinkKind): Item[] {
    return this.links.filter((link) => link.kind === kind).map(({ to }) => to)
  }

  from(kind: LinkKind): Item[] {
    return this.backLinks.filter((link) => link.kind === kind).map(({ from }) => from)
  }

  parts(kind: PlanKind): Item[] {
    return this.children.filter((child) => child.kind === kind)
  }
}

const here = ({ parent, key }: Item): string => (parent ? `${parent.href.split('#')[0]}#${key}` : `/plan/historik/${key}`)

const background = ({ key }: Item): string => `/plan/baggrund#${key}`

/** Parts of an initiative or a focus area stand on its page; everything else that is told stands on the background page. */
const hrefs: Record<PlanKind, (item: Item) => string> = {
  agreement: background,
  strategy: background,
  activity: background,
  purpose: ({ key }) => `/plan#${key}`,
  principle: ({ slug }) => `/plan/principper/${slug}`,
  area: ({ key }) => `/plan/indsatsomraader/${key}`,
  initiative: ({ key }) => `/plan/initiativer/${key}`,
  focus: ({ slug }) => `/plan/fokusomraader/${slug}`,
  phase: here,
  subarea: here,
  idea: here,
  passage: (item) => (item.parent?.kind === 'focus' ? here(item) : background(item)),
  milestone: (item) => (item.parent?.kind === 'initiative' ? here(item) : `/plan/beslutninger#${item.key}`),
}

export type ItemRow = {
  id: number
  kind: PlanKind
  key: string
  slug: string
  parentId: number | undefined
  position: number
  facts: [field: string, value: unknown, from: Day, sources: string[], note: string | null][]
}

/** The whole plan on a day. */
export class Plan {
  readonly day: Day
  readonly items: readonly Item[]
  readonly #byKey: ReadonlyMap<string, Item>

  constructor(day: Day, items: Item[]) {
    this.day = day
    this.items = items
    this.#byKey = new Map(items.map((item) => [item.key, item]))
  }

  of(kind: PlanKind): Item[] {
    return this.items.filter((item) => item.kind === kind)
  }

  withKey(key: string): Item | undefined {
    return this.#byKey.get(key)
  }

  withSlug(kind: PlanKind, slug: string): Item | undefined {
    return this.items.find((item) => item.kind === kind && item.slug === slug)
  }

  /** Action areas in the order of their principles: the rows of the matrix. */
  get areas(): Item[] {
    const principles = this.of('principle')
    const rank = (area: Item) => (area.parent ? principles.indexOf(area.parent) : principles.length)
    return this.of('area').sort((a, b) => rank(a) - rank(b))
  }
}

/** `later` are the documents that were not there yet: where the same was said again after the day is left out. */
export function buildPlan(day: Day, rows: ItemRow[], links: Link[], later: ReadonlySet<string> = new Set()): Plan {
  const items = new Map(rows.map((row) => [row.id, new Item(row, later)]))
  for (const { id, parentId } of rows) {
    const item = items.get(id)
    const parent = parentId === undefined ? undefined : items.get(parentId)
    if (!item || !parent) continue
    item.parent = parent
    parent.children.push(item)
  }
  for (const { kind, fromId, toId, sources } of links) {
    const from = items.get(fromId)
    const to = items.get(toId)
    if (!from || !to) continue
    from.links.push({ kind, to, sources })
    to.backLinks.push({ kind, from, sources })
  }
  return new Plan(day, [...items.values()])
}
