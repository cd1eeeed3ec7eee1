import { html } from 'hono/html'
import { instantText } from '../../../platform/values/day.ts'
import { addressOf, type Facets, type Finding, filtersOn, ownerships, placeKinds, statuses, toggled } from '../../offers/index.ts'
import type { Search } from '../reading.ts'

type Markup = ReturnType<typeof html>

/** A value that can be asked for: how many a click would give, and the address of that click. */
type Value = { text: string; count: number; href: string; on: boolean }

const SHOWN = 8

const link = ({ text, count, href, on }: Value) =>
  html`<li><a href="${href}" rel="nofollow" class="offers-value${on ? ' is-on' : ''}"><span class="sr-only">${on ? 'Fjern ' : 'Vis kun '}</span><span class="offers-box" aria-hidden="true"></span><span class="offers-value-text">${text}</span> <span class="offers-count">${count}</span></a></li>`

const list = (values: readonly Value[]) => html`<ul class="offers-values">${values.map(link)}</ul>`

function facet(title: string, values: readonly Value[]): Markup | '' {
  const worth = values.filter(({ count, on }) => count > 0 || on)
  if (worth.length === 0) return ''
  const first = worth.filter(({ on }, at) => at < SHOWN || on)
  const rest = worth.filter(({ on }, at) => at >= SHOWN && !on)
  const more =
    rest.length > 0 ? html`<details class="offers-more"><summary>${rest.length} flere</summary>${list(rest)}</details>` : ''
  return html`<section class="offers-facet"><h2>${title}</h2>${list(first)}${more}</section>`
}

type Many = 'bases' | 'groups' | 'kinds' | 'municipalities' | 'owners' | 'statuses' | 'agreement'

const valuesOf = <Key extends Many>(
  finding: Finding,
  key: Key,
  counts: ReadonlyMap<Finding[Key][number], number>,
  named: readonly { value: Finding[Key][number]; text: string }[],
): Value[] =>
  named.map(({ value, text }) => ({
    text,
    count: counts.get(value) ?? 0,
    href: addressOf(toggled(finding, key, value)),
    on: (finding[key] as Finding[Key][number][]).includes(value),
  }))

const namesOf = <Key extends string>(record: Record<Key, string>) =>
  (Object.entries(record) as [Key, string][]).map(([value, text]) => ({ value, text }))
const notTold = { value: 'unknown' as const, text: 'Ikke oplyst' }

const byCount = (values: Value[]): Value[] => values.toSorted((a, b) => Number(b.on) - Number(a.on) || b.count - a.count)

const answers = { yes: 'Ja', no: 'Nej' } as const

const flags = (finding: Finding, facets: Facets): Value[] => [
  {
    text: 'Har ledige pladser',
    count: facets.free,
    href: addressOf({ ...finding, free: !finding.free, page: 1 }),
    on: finding.free,
  },
  {
    text: 'Blandt de mest specialiserede',
    count: facets.specialised,
    href: addressOf({ ...finding, specialised: !finding.specialised, page: 1 }),
    on: finding.specialised,
  },
]

/** Every value of every thing that can be asked for, with what a click would give. */
function filterValues({ finding, facets, choices }: Search): { title: string; values: Value[] }[] {
  return [
    { title: 'Særligt', values: flags(finding, facets) },
    {
      title: 'Målgruppe',
      values: byCount(
        valuesOf(
          finding,
          'groups',
          facets.groups,
          choices.groups.map(({ id, label }) => ({ value: id, text: label })),
        ),
      ),
    },
    {
      title: 'Retsgrundlag',
      values: byCount(
        valuesOf(
          finding,
          'bases',
          facets.bases,
          choices.bases.map(({ key, code, title }) => ({ value: key, text: `${code} ${title}` })),
        ),
      ),
    },
    { title: 'Form', values: valuesOf(finding, 'kinds', facets.kinds, [...namesOf(placeKinds), notTold]) },
    {
      title: 'Kommune',
      values: valuesOf(
        finding,
        'municipalities',
        facets.municipalities,
        choices.municipalities.map(({ code, name }) => ({ value: code, text: name })),
      ),
    },
    { title: 'Driftsherre', values: valuesOf(finding, 'owners', facets.owners, [...namesOf(ownerships), notTold]) },
    { title: 'Med i rammeaftalen', values: valuesOf(finding, 'agreement', facets.agreement, [...namesOf(answers), notTold]) },
    { title: 'Status', values: valuesOf(finding, 'statuses', facets.statuses, namesOf(statuses)) },
  ]
}

/** The column of filters; folded away on a narrow screen until it is asked for. */
export function Filters(search: Search): Markup {
  const on = filtersOn(search.finding)
  return html`<details class="offers-toggle"><summary class="button button-secondary">Filtre${on > 0 ? ` (${on})` : ''}</summary></details>
<nav class="offers-filters" aria-label="Filtre">${filterValues(search).map(({ title, values }) => facet(title, values))}</nav>`
}

/** What is asked for now, each with a way to let it go. */
export function Chosen(search: Search): Markup | '' {
  const { finding } = search
  const usual = new Set(['Planlagt', 'I drift'])
  const values = filterValues(search).flatMap(({ title, values }) =>
    values.filter(({ on, text }) => on && !(title === 'Status' && usual.has(text))),
  )
  const single: Value[] = [
    ...(finding.age === undefined ? [] : [gone(`${finding.age} år`, { ...finding, age: undefined })]),
    ...(finding.near === undefined ? [] : [gone(nearText(search), { ...finding, near: undefined })]),
    ...(finding.priceFrom === undefined ? [] : [gone(`Pris fra ${finding.priceFrom} kr.`, { ...finding, priceFrom: undefined })]),
    ...(finding.priceTo === undefined ? [] : [gone(`Pris til ${finding.priceTo} kr.`, { ...finding, priceTo: undefined })]),
    ...(finding.changedSince === undefined
      ? []
      : [gone(`Ændret siden ${instantText(finding.changedSince)}`, { ...finding, changedSince: undefined })]),
  ]
  const all = [...values, ...single]
  if (all.length === 0) return ''
  const reset = addressOf({ ...finding, ...nothing })
  return html`<ul class="offers-chosen" aria-label="Valgte filtre">${all.map(
    ({ text, href }) =>
      html`<li><a href="${href}" rel="nofollow"><span class="sr-only">Fjern </span>${text}<span aria-hidden="true"> ×</span></a></li>`,
  )}<li><a href="${reset}" class="offers-reset">Nulstil</a></li></ul>`
}

const nothing: Partial<Finding> = {
  bases: [],
  groups: [],
  kinds: [],
  municipalities: [],
  owners: [],
  agreement: [],
  statuses: ['planned', 'running'],
  age: undefined,
  near: undefined,
  free: false,
  specialised: false,
  changedSince: undefined,
  priceFrom: undefined,
  priceTo: undefined,
  page: 1,
}

const gone = (text: string, finding: Finding): Value => ({ text, count: 0, href: addressOf({ ...finding, page: 1 }), on: true })

const nearText = ({ finding: { near }, choices }: Search): string =>
  near ? `Højst ${near.km} km fra ${choices.municipalities.find(({ code }) => code === near.code)?.name ?? 'ukendt kommune'}` : ''
