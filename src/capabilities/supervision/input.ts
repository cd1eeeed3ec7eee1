import { z } from 'zod'
import type { Day } from '../../platform/values/day.ts'
import { choice, day, flag, link, optionalDay, optionalText, text, whole } from '../../platform/values/fields.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { type Authority, colours, decisions, outcomes, type Written } from './fact.ts'
import {
  mustBeItsOwn,
  mustBeTheirs,
  mustColourOnlyRisk,
  mustComeAfter,
  mustHaveBeen,
  mustHaveDecided,
  mustRunRightly,
  mustTellDecisionOnly,
} from './rule.ts'

/** Characters at most: a decision in short, never the case. */
export const TEXT = 300

const optionalColour = z.preprocess(
  (value) => (value === '' ? undefined : value),
  choice(keysOf(colours), 'Vælg farven.').optional(),
)

const common = {
  day: day('Skriv den dag, der blev truffet afgørelse.'),
  authorityKey: text(40, 'Vælg den myndighed, der har truffet afgørelsen.'),
  text: optionalText(TEXT),
  published: choice(['yes', 'no'], 'Sig, om myndigheden selv har offentliggjort det.'),
  publishedUrl: link(),
  source: text(300, 'Skriv, hvor det står, fx Tilbudsportalen eller afgørelsens dato og sagsnummer.'),
}

export const decisionInput = z.object({
  ...common,
  kind: choice(keysOf(decisions), 'Vælg, hvad der er afgjort.'),
  colour: optionalColour,
  validFrom: optionalDay(),
  lastDay: optionalDay(),
})
type DecisionWritten = z.output<typeof decisionInput>

export const outcomeInput = z.object({ ...common, kind: choice(keysOf(outcomes), 'Vælg, hvad der er sket.') })
type OutcomeWritten = z.output<typeof outcomeInput>

const correction = {
  /** The row the form was made from. */
  corrects: whole(1, 2_000_000_000),
  withdrawn: flag(),
  reason: text(300, 'Skriv, hvorfor det rettes. Begrundelsen bliver stående.'),
}
export const decisionCorrection = decisionInput.extend(correction)
export const outcomeCorrection = outcomeInput.extend(correction)

/** What goes in a row, apart from whose and whom. */
export type Content = Pick<
  Written,
  'kind' | 'colour' | 'day' | 'validFrom' | 'lastDay' | 'authorityKey' | 'text' | 'publishedUrl' | 'source'
>

type Common = Pick<OutcomeWritten, 'day' | 'authorityKey' | 'text' | 'published' | 'publishedUrl' | 'source'>
type Ground = { authorities: readonly Authority[]; today: Day }

function checkCommon(
  { day, text, authorityKey, published, publishedUrl, source }: Common,
  { authorities, today, must }: Ground & { must: (authority: Authority) => void },
): void {
  mustHaveBeen(day, today, 'day')
  mustTellDecisionOnly(text)
  mustTellDecisionOnly(source, 'source')
  const authority = authorities.find(({ key }) => key === authorityKey)
  if (!authority) throw new Refusal('authorityKey', 'unknown', 'Vælg en myndighed på listen. Intet er gemt.')
  must(authority)
  if (published === 'no' && publishedUrl !== undefined)
    throw new Refusal('published', 'link without', 'Der står et link. Vælg »Ja«, eller fjern linket. Intet er gemt.')
  if (published === 'yes' && publishedUrl === undefined)
    throw new Refusal(
      'publishedUrl',
      'missing',
      'Skriv linket til det, myndigheden har offentliggjort. Uden link kan det ikke vises offentligt.',
    )
  if (publishedUrl !== undefined) mustBeItsOwn(publishedUrl, authority)
}

/** A decision as it can be kept; `months`: how long intensified supervision lasts at most. */
export function decisionFrom(written: DecisionWritten, ground: Ground & { months: number }): Content {
  checkCommon(written, { ...ground, must: mustHaveDecided })
  const { kind, colour, day, validFrom = day, lastDay, authorityKey, text, publishedUrl, source } = written
  mustColourOnlyRisk(kind, colour, publishedUrl !== undefined)
  mustRunRightly({ kind, day, validFrom, lastDay }, ground.months)
  return { kind, colour, day, validFrom, lastDay, authorityKey, text, publishedUrl, source }
}

/** What has become of a decision of that day. */
export function outcomeFrom(written: OutcomeWritten, ground: Ground & { decided: Day }): Content {
  const { kind } = written
  checkCommon(written, { ...ground, must: (authority) => mustBeTheirs(kind, authority) })
  mustComeAfter(written.day, ground.decided)
  const { day, authorityKey, text, publishedUrl, source } = written
  return { kind, colour: undefined, day, validFrom: day, lastDay: undefined, authorityKey, text, publishedUrl, source }
}

/** @throws Refusal when somebody else has corrected it since the form was made. */
export function mustBeNewest(newest: number, corrects: number): void {
  if (newest === corrects) return
  throw new Refusal(
    undefined,
    'corrected since',
    'En anden har rettet det, mens du skrev. Din rettelse er ikke gemt. Åbn siden igen, og se, hvad der står nu.',
  )
}
