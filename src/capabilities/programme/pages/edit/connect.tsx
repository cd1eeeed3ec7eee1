import type { Ask, FormState } from '../../../../platform/action.ts'
import { Form, fieldIn, idOf, Radios, Select, SubmitRow, Table } from '../../../../platform/ui/index.ts'
import type { Page } from '../../../../platform/ui/page.ts'
import type { Item } from '../../../plan/index.ts'
import { type Linkable, linkable, planKinds } from '../../../plan/index.ts'
import type { Connection, Editable } from '../../reading.ts'
import { editPage, Ground, Key, Remark } from './parts.tsx'

type Connecting = Editable & { kinds: Linkable[]; connections: Connection[] }

/** What the item points to, and a new pointing. */
export function ConnectPage(at: Connecting, ask: Ask, form: FormState): Page {
  const { item, reading, kinds } = at
  const targets = reading.plan.items.filter(
    (other) => other !== item && kinds.some((kind) => linkable[kind].to.some((to) => to === other.kind)),
  )
  return editPage(at, ask, {
    title: 'Koblinger',
    lead: item.title,
    step: 'Koblinger',
    body: (
      <>
        <Existing at={at} />
        <h2>Ny kobling</h2>
        <Form action={ask.url.pathname} errors={form.errors}>
          <Key form={form} />
          <Radios
            {...fieldIn(form, 'kind', kinds[0])}
            label="Hvad betyder den?"
            options={kinds.map((kind) => ({ value: kind, text: linkable[kind].label }))}
          />
          <Select
            {...fieldIn(form, 'target')}
            label="Kobles til"
            empty="Vælg"
            required
            options={targets.map((target) => ({ value: target.key, text: nameOf(target) }))}
          />
          <Ground form={form} today={ask.today} />
          <SubmitRow text="Kobl" secondary={{ text: 'Fortryd', href: item.href }} />
        </Form>
      </>
    ),
  })
}

const nameOf = ({ kind, key, title, parent }: Item): string =>
  kind === 'phase' || kind === 'milestone'
    ? `${planKinds[kind]}: ${title}${parent ? ` (${parent.title})` : ''}`
    : `${planKinds[kind]} ${key}: ${title}`

const Existing = ({ at: { item, connections } }: { at: Connecting }) =>
  Table({
    caption: 'Koblinger nu',
    rows: connections,
    empty: 'Der er ingen koblinger endnu.',
    columns: [
      { head: 'Betydning', rowHead: true, cell: ({ kind }) => linkable[kind].label },
      { head: 'Til', cell: ({ to }) => <a href={to.href}>{to.title}</a> },
      {
        head: 'Fjern',
        cell: ({ id, to }) => (
          <a href={`/plan/ret/${item.key}/kobling/${id}/fjern`}>
            Fjern<span class="sr-only"> koblingen til {to.title}</span>
          </a>
        ),
      },
    ],
  })

export function DisconnectPage(at: Editable & { connection: Connection }, ask: Ask, form: FormState): Page {
  const { item, connection } = at
  return editPage(at, ask, {
    title: 'Fjern en kobling',
    lead: `${item.title}: ${linkable[connection.kind].label.toLowerCase()} »${connection.to.title}«`,
    step: 'Fjern kobling',
    body: (
      <Form action={ask.url.pathname} errors={form.errors}>
        <Key form={form} />
        <Ground form={form} today={ask.today} when="Fra hvilken dag gælder den ikke?" />
        <SubmitRow text="Fjern koblingen" danger secondary={{ text: 'Fortryd', href: `/plan/ret/${item.key}/kobling` }} />
      </Form>
    ),
  })
}

/** Does the initiative need more than the programme has, and who decides? */
export function ResourcesPage(at: Editable, ask: Ask, form: FormState): Page {
  const { item, reading } = at
  const flag = item.flag('needsResources')
  const needs = form.values['needs'] ?? (flag === undefined ? undefined : flag ? 'ja' : 'nej')
  return editPage(at, ask, {
    title: 'Større ressourcer',
    lead: item.title,
    step: 'Større ressourcer',
    body: (
      <>
        <p>Kræver et initiativ et større træk på ressourcerne, skal det besluttes politisk. Vælg, hvem der skal have sagen.</p>
        <Form action={ask.url.pathname} errors={form.errors}>
          <Key form={form} />
          <Radios
            name="needs"
            label="Kræver initiativet større ressourcer?"
            value={needs}
            error={form.errors['needs']}
            options={[
              { value: 'ja', text: 'Ja' },
              { value: 'nej', text: 'Nej' },
            ]}
          />
          <Route chosen={chosen(at, form)} offered={offered(at)} names={reading.names} error={form.errors['route']} />
          <Ground form={form} today={ask.today} />
          <Remark form={form} />
          <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: item.href }} />
        </Form>
      </>
    ),
  })
}

/** The route the strategy names for such a case, and whoever decides already. */
const offered = ({ item, reading }: Editable): string[] => [
  ...new Set([...reading.plan.items.flatMap((other) => other.texts('decisionRoute')), ...item.texts('decisionRoute')]),
]

function chosen({ item, reading }: Editable, form: FormState): string[] {
  const written = form.values['route']
  if (written !== undefined || form.values['needs'] !== undefined) return (written ?? '').split(',')
  const own = item.texts('decisionRoute')
  return own.length > 0 ? own : reading.plan.of('strategy').flatMap((strategy) => strategy.texts('decisionRoute'))
}

type RouteProps = { chosen: string[]; offered: string[]; names: ReadonlyMap<string, string>; error: string | undefined }

const Route = ({ chosen: on, offered: all, names, error }: RouteProps) => (
  <div class={error ? 'form-group form-error' : 'form-group'}>
    <fieldset>
      <legend class="form-label">Hvem skal beslutte det?</legend>
      <span class="form-hint">Bruges, når svaret er ja.</span>
      {error && <span class="form-error-message">{error}</span>}
      {all.map((key, at) => {
        const id = at === 0 ? idOf('route') : `${idOf('route')}-${at}`
        return (
          <div class="form-group-checkbox">
            <input
              class="form-checkbox"
              type="checkbox"
              id={id}
              name="route"
              value={key}
              checked={on.includes(key) || undefined}
            />
            <label class="form-label" for={id}>
              {names.get(key) ?? key}
            </label>
          </div>
        )
      })}
    </fieldset>
  </div>
)
