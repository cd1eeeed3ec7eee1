import { LinkButton } from '../../../platform/ui/index.ts'

/** What is said when somebody comes back from the identity provider without being signed in. */
export const failed = {
  notBegun: {
    status: 400,
    title: 'Log ind blev ikke færdig',
    text: 'Der gik for lang tid, eller log ind er allerede brugt eller begyndt i en anden browser. Du er ikke logget ind. Begynd forfra.',
  },
  declined: {
    status: 403,
    title: 'Du blev ikke logget ind',
    text: 'Arbejdsloginet sagde nej, eller du afbrød. Prøv igen, eller spørg jeres egen it-afdeling, om du har adgang til Fælles.',
  },
  refused: {
    status: 400,
    title: 'Svaret fra arbejdsloginet kan ikke bruges',
    text: 'Det passer ikke til det, Fælles spurgte om, så du er ikke logget ind. Begynd forfra. Sker det igen, så skriv til dem, der driver siden.',
  },
  unreachable: {
    status: 503,
    title: 'Arbejdsloginet svarer ikke',
    text: 'Fælles kan ikke nå det lige nu, så ingen kan logge ind. Alt offentligt kan stadig læses. Prøv igen om lidt.',
  },
  cpr: {
    status: 403,
    title: 'Arbejdsloginet sendte et CPR-nummer',
    text: 'Navn, e-mail eller id ligner et CPR-nummer. Det må ikke gemmes her, så du er ikke logget ind. Bed jeres it-afdeling sende et andet id.',
  },
  noSignOut: {
    status: 404,
    title: 'Arbejdsloginet kan ikke afsluttes herfra',
    text: 'Du er logget ud af Fælles. Luk browseren, hvis andre skal bruge maskinen.',
  },
} as const

export const SignInFailure = ({ next }: { next: string | undefined }) => (
  <p>
    <LinkButton href={next ? `/log-ind?videre=${encodeURIComponent(next)}` : '/log-ind'} look="primary">
      Begynd forfra
    </LinkButton>
  </p>
)
