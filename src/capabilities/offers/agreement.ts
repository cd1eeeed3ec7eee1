import type { Day } from '../../platform/values/day.ts'
import type { LegalBasis } from '../terms/index.ts'
import type { Ownership } from './offer.ts'

/** Is an offer in the agreement? 'unknown' is an answer of its own, and is shown as such. */
export type Agreement = { answer: 'yes' | 'no' | 'unknown'; why: string; source: string }

/** Which offers the agreement covers, by who runs them, from a day. Danish: regel om, hvad aftalen omfatter. */
export type CoverRule = {
  ownership: Ownership
  covers: 'all' | 'used by others' | 'none' | 'not said'
  validFrom: Day
  text: string
  source: string
}

type Facts = {
  ownership: Ownership | undefined
  /** Of every place line; none: not stated. */
  bases: readonly Pick<LegalBasis, 'inAgreement' | 'code'>[]
  /** How many municipalities other than the operator used it in the newest year that is known. */
  usage: { year: number; others: number } | undefined
}

type Rules = { rules: readonly CoverRule[]; others: number; day: Day }

/**
 * The rule of the agreement: all regional offers, and municipal ones that other municipalities use too. `others` is how many
 * others it takes, a dated parameter. An offer none of whose legal bases is in the agreement is outside.
 * @example inAgreement({ ownership: 'municipal', bases: [sel107], usage: undefined }, …) // { answer: 'unknown', … }
 */
export function inAgreement({ ownership, bases, usage }: Facts, { rules, others, day }: Rules): Agreement {
  if (ownership === undefined) return unknown('Det er ikke oplyst, hvem der driver tilbuddet.')
  const rule = rules.findLast((one) => one.ownership === ownership && one.validFrom <= day)
  if (!rule || rule.covers === 'not said') return unknown(rule?.text ?? 'Aftalen siger det ikke.', rule?.source)
  if (rule.covers === 'none') return { answer: 'no', why: rule.text, source: rule.source }
  if (rule.covers === 'all') return { answer: 'yes', why: rule.text, source: rule.source }
  if (bases.length > 0 && bases.every((basis) => basis.inAgreement === 'no'))
    return { answer: 'no', why: `Aftalen omfatter ikke ${bases.map(({ code }) => code).join(', ')}.`, source: rule.source }
  if (!usage) return unknown('Det er ikke oplyst, om andre kommuner bruger tilbuddet.', rule.source)
  const why = `${usage.others} ${usage.others === 1 ? 'anden kommune' : 'andre kommuner'} brugte tilbuddet i ${usage.year}; der skal mindst ${others} til.`
  return { answer: usage.others >= others ? 'yes' : 'no', why, source: rule.source }
}

const unknown = (why: string, source = ''): Agreement => ({ answer: 'unknown', why, source })

export const answerTexts = { yes: 'Ja', no: 'Nej', unknown: 'Ikke oplyst' } as const

/** Names of the offer types are in the sources; what they mean is not. */
export const TYPE_NOTE =
  'Kilderne nævner tilbudstype B, men siger ikke, hvad type A og B er. Det skal bekræftes af sekretariatet.'
