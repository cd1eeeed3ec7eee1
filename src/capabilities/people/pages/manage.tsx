import { roles } from '../../../access.ts'
import type { FormState } from '../../../platform/action.ts'
import {
  Alert,
  Button,
  ButtonRow,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  Select,
  SubmitRow,
  SummaryList,
  Table,
  Tag,
  TextField,
} from '../../../platform/ui/index.ts'
import type { Crumb, Page } from '../../../platform/ui/page.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { instantText } from '../../../platform/values/day.ts'
import type { Party } from '../../parties/index.ts'
import type { ApiKey, Person, Session } from '../person.ts'
import { givenRoles, type HeldRole, partyNeed, roleName } from '../role.ts'
import { RoleTable } from './roles.tsx'

const office: Crumb[] = [
  { text: 'Kontoret', href: '/kontor' },
  { text: 'Personer', href: '/kontor/personer' },
]
const addressOf = ({ id }: Pick<Person, 'id'>) => `/kontor/personer/${id}`
const crumbsOf = (person: Person, text: string): Crumb[] => [...office, { text: person.name, href: addressOf(person) }, { text }]

type Listed = Person & { roles: Pick<HeldRole, 'role' | 'partyName'>[] }

export const PeoplePage = (people: readonly Listed[], words: string, most: number): Page => ({
  title: 'Personer',
  lead: 'Hvem kan logge ind, og hvad kan de? Åbn en person for at give eller afslutte en rolle.',
  crumbs: [{ text: 'Kontoret', href: '/kontor' }, { text: 'Personer' }],
  robots: 'noindex',
  body: (
    <>
      <Form action="/kontor/personer" method="get" label="Find en person">
        <TextField name="soeg" label="Find en person" hint="Navn, e-mail eller id." value={words} type="search" width="l" />
        <ButtonRow>
          <Button icon="search">Find</Button>
          <LinkButton href="/kontor/personer/ny" icon="plus">
            Tilføj en person
          </LinkButton>
        </ButtonRow>
      </Form>
      <Table
        caption={words ? `Personer, der passer til »${words}«` : 'Alle personer'}
        columns={[
          { head: 'Navn', cell: (person) => <Name person={person} />, rowHead: true },
          { head: 'Roller', cell: ({ roles }) => roles.map(roleName).join('; ') || 'Ingen' },
          { head: 'Sidst logget ind', cell: ({ lastSignIn }) => (lastSignIn ? instantText(lastSignIn) : 'Endnu ikke') },
        ]}
        rows={people}
        empty={words ? 'Ingen passer til det. Prøv med en del af navnet.' : 'Ingen har logget ind endnu.'}
      />
      {people.length === most && <p>Her står de første {numberText(most)}. Søg for at finde andre.</p>}
    </>
  ),
})

const Name = ({ person }: { person: Person }) => (
  <>
    <a href={addressOf(person)}>{person.name}</a> {person.demo && <Tag>demo</Tag>}
  </>
)

type Whole = { person: Person; roles: readonly HeldRole[]; sessions: readonly Session[]; keys: readonly ApiKey[] }

export const PersonPage = ({ person, roles, sessions, keys }: Whole): Page => ({
  title: person.name,
  crumbs: [...office, { text: person.name }],
  robots: 'noindex',
  body: (
    <>
      <h2>Roller</h2>
      <RoleTable roles={roles} caption="Roller" endHref={({ id }) => `${addressOf(person)}/roller/${id}/slut`} />
      <ButtonRow>
        <LinkButton href={`${addressOf(person)}/roller/ny`} look="primary" icon="plus">
          Giv en rolle
        </LinkButton>
      </ButtonRow>
      <h2>Om personen</h2>
      <SummaryList
        items={[
          { term: 'E-mail', value: person.email ?? 'Ikke oplyst' },
          { term: person.demo ? 'Id i prøven' : 'Id i arbejdsloginet', value: person.subject },
          { term: 'Kendt her siden', value: instantText(person.createdAt) },
          { term: 'Sidst logget ind', value: person.lastSignIn ? instantText(person.lastSignIn) : 'Endnu ikke' },
          { term: 'Logget ind nu', value: sessions.length === 0 ? 'Nej' : `Ja, ${numberText(sessions.length)} sted(er)` },
          { term: 'Nøgler, der virker', value: numberText(keys.length) },
        ]}
      />
      {(sessions.length > 0 || keys.length > 0) && (
        <ButtonRow>
          <LinkButton href={`${addressOf(person)}/log-ud`}>Log personen ud alle steder</LinkButton>
        </ButtonRow>
      )}
    </>
  ),
})

export const NewPersonPage = (form: FormState): Page => ({
  title: 'Tilføj en person',
  lead: 'Så kan personen få en rolle, før den første log ind. Den, der allerede har været logget ind, står på listen.',
  crumbs: [...office, { text: 'Tilføj en person' }],
  body: (
    <Form action="/kontor/personer/ny" errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <TextField
        {...fieldIn(form, 'navn')}
        label="Navn eller funktion"
        hint="Navnet fra arbejdsloginet tager over ved første log ind."
        width="l"
        required
      />
      <TextField
        {...fieldIn(form, 'subject')}
        label="Id i arbejdsloginet"
        hint="Det, loginet kalder personen (»sub«). Skriv det præcis som dér. Personen kan også se det på Mine data."
        width="l"
        required
      />
      <TextField {...fieldIn(form, 'email')} type="email" label="E-mail" width="l" />
      <SubmitRow text="Tilføj" secondary={{ text: 'Fortryd', href: '/kontor/personer' }} />
    </Form>
  ),
})

const partyHint = `Skal vælges for ${givenRoles
  .filter((role) => partyNeed[role] === 'must')
  .map((role) => roles[role].toLowerCase())
  .join(' og ')}. Sekretariat og administrator gælder alle parter.`

export const GiveRolePage = (person: Person, parties: readonly Party[], form: FormState): Page => ({
  title: 'Giv en rolle',
  lead: `${person.name} får rollen med det samme, også hvis personen er logget ind nu.`,
  crumbs: crumbsOf(person, 'Giv en rolle'),
  body: (
    <Form action={`${addressOf(person)}/roller/ny`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Select
        {...fieldIn(form, 'rolle')}
        label="Rolle"
        options={givenRoles.map((role) => ({ value: role, text: roles[role] }))}
        empty="Vælg en rolle"
        width="l"
        required
      />
      <Select
        {...fieldIn(form, 'part')}
        label="Part"
        hint={partyHint}
        options={parties.map(({ key, name }) => ({ value: key, text: name }))}
        empty="Ingen bestemt part"
        width="l"
      />
      <SubmitRow text="Giv rollen" secondary={{ text: 'Fortryd', href: addressOf(person) }} />
    </Form>
  ),
})

export const EndRolePage = (person: Person, held: HeldRole, form: FormState): Page => ({
  title: 'Afslut en rolle',
  lead: `${person.name} er ikke længere ${roleName(held)}. Det, personen har gjort i rollen, bliver stående.`,
  crumbs: crumbsOf(person, 'Afslut en rolle'),
  body: (
    <Form action={`${addressOf(person)}/roller/${held.id}/slut`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <SubmitRow text="Afslut rollen" secondary={{ text: 'Fortryd', href: addressOf(person) }} danger />
    </Form>
  ),
})

export const SignOutPersonPage = (person: Person, form: FormState): Page => ({
  title: 'Log en person ud',
  lead: `${person.name} bliver logget ud alle steder, og personens nøgler holder op med at virke.`,
  crumbs: crumbsOf(person, 'Log ud'),
  body: (
    <>
      <Alert kind="info">
        Personen kan logge ind igen og beholder sine roller. Afslut rollerne, hvis det ikke skal kunne lade sig gøre.
      </Alert>
      <Form action={`${addressOf(person)}/log-ud`} errors={form.errors}>
        <Hidden name="_key" value={form.key} />
        <SubmitRow text="Log ud alle steder" secondary={{ text: 'Fortryd', href: addressOf(person) }} danger />
      </Form>
    </>
  ),
})
