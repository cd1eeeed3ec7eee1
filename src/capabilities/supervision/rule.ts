import { addDays, addMonths, type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import type { Authority, Colour, Decision, OutcomeKind } from './fact.ts'

const NOTHING = 'Intet er gemt.'

type Place = { offerName: string; unitNames: readonly string[]; forms: readonly string[] }

const FOSTER = /pleje(familie|forælder|foraelder|forældre|foraeldre|barn|børn|boern|mor\b|far\b)|familiepleje/i

/**
 * Supervision of a foster family is never written here: it is somebody's home.
 * `forms`: what the legal bases of the offer's places are like.
 * @law databeskyttelsesforordningen art. 5, stk. 1, litra c (dataminimering)
 * @throws Refusal on top
 */
export function mustNotBeFoster({ offerName, unitNames, forms }: Place): void {
  if (!forms.includes('family') && ![offerName, ...unitNames].some((name) => FOSTER.test(name))) return
  throw new Refusal(
    undefined,
    'foster family',
    `${offerName} er registreret som familiepleje. Tilsyn med en plejefamilie skrives aldrig her, for det handler om et privat hjem. ${NOTHING}`,
  )
}

const SUSPICION = /mistank|mistænk|formod|rygte|anmeld(t|es|else)? til politi|underretning|svindel|efterforsk/i

/**
 * The text tells of the decision; nothing of foster families, and nothing that is no more than a suspicion.
 * @throws Refusal at `field`
 */
export function mustTellDecisionOnly(text: string | undefined, field = 'text'): void {
  if (text === undefined) return
  if (FOSTER.test(text))
    throw new Refusal(field, 'foster family', `Teksten handler om plejefamilier. Det må ikke stå her. ${NOTHING}`)
  if (SUSPICION.test(text))
    throw new Refusal(
      field,
      'suspicion',
      `Teksten ser ud til at handle om en mistanke. Skriv kun, hvad der er afgjort. Har du en mistanke, så brug tilsynets egne kanaler eller politiet. ${NOTHING}`,
    )
}

/**
 * What is public is what the authority itself has published: the link leads to one of its own sites.
 * @throws Refusal at `publishedUrl`
 */
export function mustBeItsOwn(url: string, { name, sites }: Pick<Authority, 'name' | 'sites'>): void {
  const host = new URL(url).hostname.toLowerCase()
  if (sites.some((site) => host === site || host.endsWith(`.${site}`))) return
  throw new Refusal(
    'publishedUrl',
    'not its own',
    `Linket fører til ${host}. Det skal føre til noget, ${name} selv har offentliggjort: ${sites.join(' eller ')}. Er det ikke offentliggjort, så vælg »Nej«. ${NOTHING}`,
  )
}

/** @throws Refusal at `field`: what is decided has a day that has been. */
export function mustHaveBeen(day: Day, today: Day, field: string): void {
  if (day <= today) return
  throw new Refusal(
    field,
    'in the future',
    `${dayText(day)} er ikke kommet endnu. Skriv den dag, der blev truffet afgørelse. ${NOTHING}`,
  )
}

type Period = { kind: Decision; day: Day; validFrom: Day; lastDay: Day | undefined }

const MISSING_LAST: Partial<Record<Decision, string>> = {
  intensified: 'Skriv den sidste dag, det skærpede tilsyn gælder.',
  injunction: 'Skriv fristen for påbuddet.',
}

/**
 * Intensified supervision has a last day, at most `months` after its first; an injunction has a deadline.
 * @law socialtilsynsloven § 8, stk. 1 og 2
 * @throws Refusal at `lastDay`
 * @example from 1 March 2026 and 6 months: the last day possible is 31 August 2026
 */
export function mustRunRightly({ kind, validFrom, lastDay }: Period, months: number): void {
  if (lastDay === undefined) {
    const missing = MISSING_LAST[kind]
    if (missing) throw new Refusal('lastDay', 'missing', missing)
    return
  }
  if (lastDay < validFrom)
    throw new Refusal('lastDay', 'backwards', `Den sidste dag kan ikke ligge før ${dayText(validFrom)}. ${NOTHING}`)
  const latest = addDays(addMonths(validFrom, months), -1)
  if (kind === 'intensified' && lastDay > latest)
    throw new Refusal(
      'lastDay',
      'too long',
      `Skærpet tilsyn kan højst gælde ${months} måneder ad gangen, her til og med ${dayText(latest)}. Er det forlænget, er det en ny afgørelse. ${NOTHING}`,
    )
}

/**
 * A colour alone may be an examination under way, so it is written only when the authority has published it.
 * @throws Refusal
 */
export function mustColourOnlyRisk(kind: Decision, colour: Colour | undefined, published: boolean): void {
  if (kind === 'risk' && colour === undefined) throw new Refusal('colour', 'missing', 'Vælg farven.')
  if (kind !== 'risk' && colour !== undefined)
    throw new Refusal('colour', 'no risk', `En farve hører kun til en risikofarve. Vælg »Ingen farve«. ${NOTHING}`)
  if (kind === 'risk' && !published)
    throw new Refusal(
      'published',
      'risk not published',
      `En risikofarve, der ikke er offentliggjort, kan være en undersøgelse og ingen afgørelse. Den skrives kun her, når myndigheden selv har offentliggjort den. ${NOTHING}`,
    )
}

/**
 * A decision is a socialtilsyn's own; what an appeal body says is what became of it.
 * @throws Refusal at `authorityKey`
 */
export function mustHaveDecided({ kind, name }: Pick<Authority, 'kind' | 'name'>): void {
  if (kind === 'socialtilsyn') return
  throw new Refusal(
    'authorityKey',
    'not theirs',
    `${name} har ikke truffet den første afgørelse. Vælg socialtilsynet, og skriv bagefter under »Hvad er der sket siden?«. ${NOTHING}`,
  )
}

/**
 * The socialtilsyn says that something is met; only an appeal body sends a case back.
 * @throws Refusal at `authorityKey` or `day`
 */
export function mustBeTheirs(kind: OutcomeKind, authority: Pick<Authority, 'kind'>): void {
  if (kind === 'met' && authority.kind !== 'socialtilsyn')
    throw new Refusal(
      'authorityKey',
      'not theirs',
      `Det er socialtilsynet, der bringer en afgørelse til ophør. Vælg socialtilsynet. ${NOTHING}`,
    )
  if (kind === 'remitted' && authority.kind !== 'appeal')
    throw new Refusal(
      'authorityKey',
      'not theirs',
      `Det er Ankestyrelsen eller domstolene, der sender en sag tilbage. ${NOTHING}`,
    )
}

/** @throws Refusal at `day` */
export function mustComeAfter(day: Day, decided: Day): void {
  if (day >= decided) return
  throw new Refusal(
    'day',
    'before the decision',
    `Afgørelsen er fra ${dayText(decided)}. Det, der siden er sket, kan ikke være ældre. ${NOTHING}`,
  )
}
