import { type Day, dayText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

export const audiences = { adult: 'Voksne', child: 'Børn og unge', both: 'Børn, unge og voksne' } as const
type Audience = keyof typeof audiences

/** What an offer under a legal basis is like. */
export const forms = {
  residential: 'Botilbud',
  secure: 'Sikret',
  housing: 'Bolig med støtte',
  day: 'Dagtilbud',
  ambulant: 'Ambulant',
  outreach: 'Opsøgende',
  home: 'Støtte hjemme',
  respite: 'Aflastning',
  family: 'Familiepleje',
  school: 'Undervisning',
  mixed: 'Flere former',
} as const
type Form = keyof typeof forms

/** Is it in the agreement? 'beside': not a part of it, but the parties coordinate it. */
export const inAgreementTexts = { yes: 'Ja', no: 'Nej', beside: 'Ved siden af' } as const

/** The provision an offer is run under, from its first day to the day after its last. Danish: retsgrundlag. */
export type LegalBasis = {
  /** Never changes: 'sel-107'. */
  key: string
  /** As people write it: 'SEL § 107'. */
  code: string
  act: string
  section: string
  title: string
  audience: Audience
  form: Form
  inAgreement: keyof typeof inAgreementTexts
  agreementNote: string | undefined
  /** undefined: for as long as the sources reach back. */
  validFrom: Day | undefined
  /** First day it did not hold. */
  validUntil: Day | undefined
  successorKey: string | undefined
  source: string
  /** false: a source is still to be found. */
  confirmed: boolean
  note: string | undefined
  version: number
}

export const holdsOn = ({ validFrom, validUntil }: Pick<LegalBasis, 'validFrom' | 'validUntil'>, day: Day): boolean =>
  (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day < validUntil)

/**
 * A place line may not begin under a provision that has ended, nor one that nobody knows.
 * @throws Refusal at `field`, naming the successor
 */
export function mustHold(key: string, day: Day, all: readonly LegalBasis[], field = 'bases'): LegalBasis {
  const basis = all.find((one) => one.key === key)
  if (!basis) throw new Refusal(field, 'unknown basis', 'Vælg et retsgrundlag på listen. Der er ikke gemt noget.')
  if (basis.validUntil !== undefined && basis.validUntil <= day) {
    const successor = all.find((one) => one.key === basis.successorKey)
    const instead = successor ? ` Brug ${successor.code}.` : ''
    throw new Refusal(field, 'ended basis', `${basis.code} gælder ikke efter ${dayText(basis.validUntil)}.${instead}`)
  }
  if (basis.validFrom !== undefined && day < basis.validFrom)
    throw new Refusal(field, 'basis not yet', `${basis.code} gælder først fra ${dayText(basis.validFrom)}.`)
  return basis
}

/** @throws Refusal at `validUntil` */
export function mustEndAfterBeginning({ validFrom, validUntil }: Pick<LegalBasis, 'validFrom' | 'validUntil'>): void {
  if (validFrom === undefined || validUntil === undefined || validFrom < validUntil) return
  throw new Refusal('validUntil', 'backwards', `Slutdagen skal ligge efter ${dayText(validFrom)}. Der er ikke gemt noget.`)
}
