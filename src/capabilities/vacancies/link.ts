import { type Day, dayText, instantText } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'

/** The way from a weekly mail to its answer. Danish: svarlink. */
export type Link = {
  id: number
  receipt: string
  operatorId: number
  operatorName: string
  recipient: string
  sentAt: Date
  /** The last day it works. */
  worksUntil: Day
  usedAt: Date | undefined
  usedFor: 'confirmed' | 'stated' | undefined
  example: boolean
}

type LinkState = 'open' | 'used' | 'expired'

export function stateOf({ usedAt, worksUntil }: Pick<Link, 'usedAt' | 'worksUntil'>, today: Day): LinkState {
  if (usedAt) return 'used'
  return today <= worksUntil ? 'open' : 'expired'
}

export const usedText = ({ usedAt }: Pick<Link, 'usedAt'>): string =>
  `Linket blev brugt ${usedAt ? instantText(usedAt) : ''} og kan kun bruges én gang.`

export const expiredText = ({ worksUntil }: Pick<Link, 'worksUntil'>): string =>
  `Linket virkede til og med ${dayText(worksUntil)}. Brug linket i den nyeste mail, eller log ind.`

export const UNKNOWN =
  'Linket er ikke kendt. Måske er det ikke kommet helt med, da det blev kopieret. Tryk på det i selve mailen.'

/** @throws Refusal when the link is unknown, used or too old; nothing has been saved */
export function mustWork(link: Link | undefined, today: Day): asserts link is Link {
  if (!link) throw new Refusal(undefined, 'unknown link', `${UNKNOWN} Intet er gemt.`)
  const state = stateOf(link, today)
  if (state === 'used') throw new Refusal(undefined, 'used link', `${usedText(link)} Dit svar er ikke gemt.`)
  if (state === 'expired') throw new Refusal(undefined, 'expired link', `${expiredText(link)} Dit svar er ikke gemt.`)
}
