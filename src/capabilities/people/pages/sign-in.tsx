import type { PropsWithChildren } from 'hono/jsx'
import { type Role, roles } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, ErrorSummary, Hidden, LinkButton } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'

type DemoChoice = { id: number; name: string; role: Role; partyName: string | undefined }

type Asking = Pick<Ask, 'actor' | 'site'>

export function SignInPage(
  people: readonly DemoChoice[],
  { actor, site }: Asking,
  next: string | undefined,
  errors: Record<string, string> = {},
): Page {
  if (actor.id !== undefined) return AlreadyIn(actor, people, next)
  if (site.signIn === 'oidc') return WithProvider(next)
  return site.signIn === 'demo' ? WithDemo(people, next, errors) : Off()
}

const justReading = (
  <p>
    Vil du bare læse? <a href="/plan">Planen</a> og alt andet offentligt kan læses af alle, uden at logge ind.
  </p>
)

const WithProvider = (next: string | undefined): Page => ({
  title: 'Log ind',
  lead: 'Log ind med dit arbejdslogin, når du skal indberette, godkende eller redigere.',
  robots: 'noindex',
  body: (
    <>
      <ButtonRow>
        <LinkButton href={`/log-ind/start${next ? `?videre=${encodeURIComponent(next)}` : ''}`} look="primary" icon="lock">
          Log ind med dit arbejdslogin
        </LinkButton>
      </ButtonRow>
      <h2>Det sker der</h2>
      <ol>
        <li>Du kommer til jeres eget login. Er du allerede logget ind på arbejdet, sker det af sig selv.</li>
        <li>Fælles får dit navn, din e-mail og dine roller at vide. Fælles ser aldrig din adgangskode.</li>
        <li>Du kommer tilbage hertil. Du kan altid se, hvad der er gemt om dig, under Mine data.</li>
      </ol>
      {justReading}
    </>
  ),
})

const Off = (): Page => ({
  title: 'Log ind er slået fra',
  lead: 'Denne udgave af Fælles er til læsning. Alt offentligt kan læses af alle.',
  robots: 'noindex',
  body: (
    <>
      <p>
        Ingen kan logge ind, fordi siden ikke er forbundet med et arbejdslogin (OpenID Connect). Den, der driver siden, forbinder
        den ved at sætte OIDC_ISSUER, OIDC_CLIENT_ID og OIDC_CLIENT_SECRET og starte den igen.
      </p>
      <ButtonRow>
        <LinkButton href="/plan" look="primary">
          Læs planen
        </LinkButton>
      </ButtonRow>
    </>
  ),
})

const AlreadyIn = (actor: Ask['actor'], people: readonly DemoChoice[], next: string | undefined): Page => ({
  title: 'Du er logget ind',
  lead: `Du er ${actor.name}.`,
  robots: 'noindex',
  body: (
    <>
      <p>Har du en anden fane med noget, du skrev, så gå tilbage til den, og tryk Prøv igen.</p>
      <ButtonRow>
        {next && next !== '/log-ind' && (
          <LinkButton href={next} look="primary">
            Fortsæt
          </LinkButton>
        )}
        <LinkButton href="/mig">Mine data</LinkButton>
        <LinkButton href="/log-ud">Log ud</LinkButton>
      </ButtonRow>
      {people.length > 0 && (
        <>
          <h2>Skift til en anden demoperson</h2>
          <DemoForm people={people} next={undefined} level={3} />
        </>
      )}
    </>
  ),
})

const WithDemo = (people: readonly DemoChoice[], next: string | undefined, errors: Record<string, string>): Page => ({
  title: 'Vælg en demoperson',
  lead: 'Dette er en prøve på din egen maskine. Vælg, hvem du vil være: der er ingen adgangskode, og ingen af dem findes.',
  robots: 'noindex',
  body: (
    <>
      <ErrorSummary errors={errors} />
      <Alert kind="info">Demopersoner findes kun i prøven. En rigtig installation logger ind med jeres arbejdslogin.</Alert>
      <DemoForm people={people} next={next} level={2} />
      {justReading}
    </>
  ),
})

type DemoFormProps = { people: readonly DemoChoice[]; next: string | undefined; level: 2 | 3 }

/** No form key: choosing the same person once more, after signing out, is a new sign-in. */
const DemoForm = ({ people, next, level }: DemoFormProps) => {
  const Heading = `h${level}` as 'h2'
  return (
    <form action="/log-ind/demo" method="post" aria-label="Vælg en demoperson" data-once="">
      {next && <Hidden name="videre" value={next} />}
      <Heading>På tværs af parterne</Heading>
      <ButtonRow>
        {people
          .filter(({ partyName }) => !partyName)
          .map((person) => (
            <Choice person={person}>{person.name}</Choice>
          ))}
      </ButtonRow>
      <Heading>Hos en part</Heading>
      <ul class="people-demo">
        {byParty(people).map(({ party, people }) => (
          <li>
            <strong>{party}</strong>
            <span>
              {people.map((person) => (
                <Choice person={person}>{roles[person.role]}</Choice>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </form>
  )
}

const Choice = ({ person, children }: PropsWithChildren<{ person: DemoChoice }>) => (
  <button class="button button-secondary" type="submit" name="person" value={person.id} aria-label={person.name}>
    {children}
  </button>
)

function byParty(people: readonly DemoChoice[]): { party: string; people: DemoChoice[] }[] {
  const parties = new Set(people.flatMap(({ partyName }) => partyName ?? []))
  return [...parties].map((party) => ({ party, people: people.filter(({ partyName }) => partyName === party) }))
}
