import type { Child } from 'hono/jsx'
import { dayText } from '../../../platform/values/day.ts'
import type { Item, Said } from '../../plan/index.ts'
import { holdsMany, type PlanField, planFields, valueText } from '../../plan/index.ts'
import { type Reading, silence } from '../reading.ts'
import { Sources } from './source.tsx'

type Of = { item: Item; reading: Reading }

const Value = ({ field, said, reading }: { field: PlanField; said: Said; reading: Reading }) => (
  <>
    <span>{valueText(field, said.value, reading.names)}</span>
    {said.note && <p class="plan-remark">{said.note}</p>}
    <Sources refs={said.sources} reading={reading} />
  </>
)

/** What was said before, where only one value holds: the newest of the old first. */
const Before = ({ field, item, reading }: Of & { field: PlanField }) => {
  const before = item.all(field).slice(0, -1).reverse()
  return before.length === 0 ? null : (
    <details class="details plan-before">
      <summary class="details-summary">Sådan stod det før</summary>
      <div class="details-text">
        {before.map((said) => (
          <div>
            <p class="quiet">Fra {dayText(said.from)}</p>
            <Value field={field} said={said} reading={reading} />
          </div>
        ))}
      </div>
    </details>
  )
}

/** Values next to each other that are said in the same place share one line of sources. */
function together(all: readonly Said[]): Said[][] {
  const groups: Said[][] = []
  for (const said of all) {
    const last = groups.at(-1)
    const same = last?.[0] && !said.note && !last[0].note && last[0].sources.join() === said.sources.join()
    if (last && same) last.push(said)
    else groups.push([said])
  }
  return groups
}

const Several = ({ field, item, reading }: Of & { field: PlanField }) => (
  <ul class="plan-several">
    {together(item.all(field)).map((group) => (
      <li>
        {group.slice(0, -1).map(({ value }) => (
          <span class="plan-line">{valueText(field, value, reading.names)}</span>
        ))}
        {group.slice(-1).map((said) => (
          <Value field={field} said={said} reading={reading} />
        ))}
      </li>
    ))}
  </ul>
)

/** What holds of a field, with its source and what stood there before; or why nothing stands there. */
export const Fact = ({ field, item, reading }: Of & { field: PlanField }) => {
  const said = item.said(field)
  if (!said) return <span class="quiet">{silence(reading, item, field)}</span>
  if (holdsMany(field)) return <Several field={field} item={item} reading={reading} />
  return (
    <>
      <Value field={field} said={said} reading={reading} />
      <Before field={field} item={item} reading={reading} />
    </>
  )
}

type Row = { term: string; value: Child }

/** Terms and what is said of them. */
export const Rows = ({ rows }: { rows: readonly Row[] }) =>
  rows.length === 0 ? null : (
    <dl class="summary">
      {rows.map(({ term, value }) => (
        <div class="summary-row">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )

/** The named fields as rows; those in `always` too when nothing is said of them. */
export const factRows = ({ item, reading }: Of, fields: readonly PlanField[], always: readonly PlanField[] = []): Row[] =>
  fields
    .filter((field) => always.includes(field) || item.said(field))
    .map((field) => ({ term: planFields[field].label, value: <Fact field={field} item={item} reading={reading} /> }))

export const Facts = ({ item, reading, fields }: Of & { fields: readonly PlanField[] }) => (
  <Rows rows={factRows({ item, reading }, fields)} />
)

/** Every field something is said of, in the order of the list of fields, but those shown elsewhere on the page. */
export const OtherFacts = ({ item, reading, but }: Of & { but: readonly PlanField[] }) => (
  <Facts item={item} reading={reading} fields={fieldsBut(item, but)} />
)

const fieldsBut = (item: Item, but: readonly PlanField[]): PlanField[] => {
  const said = new Set<string>(item.fields)
  return (Object.keys(planFields) as PlanField[]).filter((field) => said.has(field) && !but.includes(field))
}

/** 'Tidligere »Fælles om takster og kontrakter«': the other names in one line. */
export const OtherNames = ({ item }: { item: Item }) => {
  const names = [...new Set(item.texts('alias'))].filter((name) => name !== item.title)
  return names.length === 0 ? null : (
    <p class="plan-names">
      Også kaldt {names.map((name, at) => `${at > 0 ? (at === names.length - 1 ? ' og ' : ', ') : ''}»${name}«`).join('')}
    </p>
  )
}

/** A part that is shown on its parent's page: title, what it is about, and everything else said of it. */
export const PartCard = ({ item, reading, level = 3, top, children }: Of & { level?: 3 | 4; top?: Child; children?: Child }) => {
  const Heading = `h${level}` as 'h3'
  const summary = item.said('summary')
  return (
    <article class="plan-part" id={item.key}>
      <Heading>{item.title}</Heading>
      <OtherNames item={item} />
      {top}
      {summary && <p>{item.text('summary')}</p>}
      {summary?.note && <p class="plan-remark">{summary.note}</p>}
      {children}
      <details class="details">
        <summary class="details-summary">Oplysninger og kilder</summary>
        <div class="details-text">
          <OtherFacts item={item} reading={reading} but={[]} />
          <p class="quiet">
            <a href={reading.keep(`/plan/historik/${item.key}`)}>Se historikken</a>
          </p>
        </div>
      </details>
    </article>
  )
}
