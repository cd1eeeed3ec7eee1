import type { Child } from 'hono/jsx'
import type { Ask } from '../../../platform/action.ts'
import { Button, ButtonRow, type Crumb, DayField, Empty, Form, LinkButton } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import type { Item } from '../../plan/index.ts'
import { type PlanKind, planKinds } from '../../plan/index.ts'
import type { Reading } from '../reading.ts'

type Given = { title: string; lead?: string | undefined; wide?: true; marks?: string[]; body: Child; crumbs: Crumb[] }

/** A page of the plan: told of which day it is, and with a way to see it as of another. */
export const planPage = (reading: Reading, ask: Ask, { crumbs, body, ...page }: Given): Page => ({
  ...page,
  asOf: reading.asOf,
  crumbs: crumbs.length > 0 ? [{ text: 'Planen', href: reading.keep('/plan') }, ...crumbs] : undefined,
  feeds: [{ title: 'Ændringer i planen', href: '/plan/aendringer.atom' }],
  body: (
    <>
      {body}
      <AnotherDay path={ask.url.pathname} day={reading.day} today={ask.today} />
    </>
  ),
})

const AnotherDay = ({ path, day, today }: { path: string; day: Day; today: Day }) => (
  <details class="details plan-day d-print-none">
    <summary class="details-summary">Se siden, som den var en anden dag</summary>
    <div class="details-text">
      <Form action={path} method="get" label="Vælg en dag">
        <DayField name="pr" label="Dag" value={day} max={today} hint="Kun det, der var kendt den dag, bliver vist." />
        <div class="submit-row">
          <Button look="secondary">Vis</Button>
        </div>
      </Form>
    </div>
  </details>
)

/** A thing that is in the plan today, asked for as of a day when it was not there. */
export const notThen = (reading: Reading, ask: Ask, kind: PlanKind, knownFrom: Day | undefined): Page =>
  planPage(reading, ask, {
    title: `${planKinds[kind]}: ikke kendt endnu`,
    crumbs: [{ text: planKinds[kind] }],
    body: (
      <Empty
        title={`Ikke i planen ${dayText(reading.day)}`}
        action={{ text: 'Se siden, som den er i dag', href: ask.url.pathname }}
      >
        <p>
          {knownFrom && knownFrom > reading.day
            ? `Det første, der er kendt om det, er fra ${dayText(knownFrom)}.`
            : 'Det er taget ud af planen. Historikken viser, hvad der stod før.'}
        </p>
      </Empty>
    ),
  })

/** What the secretariat can do here. */
export const EditBar = ({ item, ask, children }: { item: Item; ask: Ask; children?: Child }) =>
  ask.may('plan.edit') ? (
    <div class="plan-edit d-print-none">
      <ButtonRow>
        <LinkButton href={`/plan/ret/${item.key}`} icon="edit">
          Ret en oplysning
        </LinkButton>
        {children}
      </ButtonRow>
    </div>
  ) : null

/** Where all that was ever said of it stands. */
export const HistoryLink = ({ item, reading }: { item: Item; reading: Reading }) => (
  <p class="quiet">
    <a href={reading.keep(`/plan/historik/${item.key}`)}>Hele historikken: hvad der er sagt, hvornår og hvor</a>
  </p>
)

/** The short name people say for an area or an initiative; other things are known by their titles. */
export const Key = ({ item: { key, kind } }: { item: Item }) =>
  kind === 'area' || kind === 'initiative' ? <span class="plan-key">{key}</span> : null

export const Links = ({ items, reading }: { items: readonly Item[]; reading: Reading }) => (
  <ul class="plan-links">
    {items.map((item) => (
      <li>
        <a href={reading.keep(item.href)}>{item.title}</a> <Key item={item} />
      </li>
    ))}
  </ul>
)

export const Section = ({ id, title, children }: { id: string; title: string; children?: Child }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
