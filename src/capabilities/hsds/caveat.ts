import type { Day } from '../../platform/values/day.ts'
import { ageOf } from '../offers/index.ts'
import type { Attribute } from './answer.ts'
import type { Judged } from './row.ts'
import { type Book, type Link, said } from './taxonomy.ts'

type Known = {
  source: string
  sourceUrl?: string | undefined
  asOf?: string | undefined
  asOfDay?: Day | undefined
  example: boolean
}

/** 'Kilde: trap.lex.dk, https://…, som det var 2013.' */
export function sourceText(known: Known, { today, oldMonths }: Judged): string {
  const { text } = ageOf({ asOf: known.asOf, asOfDay: known.asOfDay }, today, oldMonths)
  const where = [known.source, known.sourceUrl].filter((one) => one !== undefined).join(', ')
  const invented = known.example ? 'Eksempeldata: opdigtet, må ikke bruges. ' : ''
  return `${invented}Kilde: ${where}. Oplysningens alder: ${text}.`
}

/** Is it old or invented: said with terms that a program can read. */
export function caveatsOf(book: Book, link: Link, known: Known, { today, oldMonths }: Judged): Attribute[] {
  const { text, old } = ageOf({ asOf: known.asOf, asOfDay: known.asOfDay }, today, oldMonths)
  return [...(old ? said.caveat(book, link, 'old', text) : []), ...(known.example ? said.caveat(book, link, 'example') : [])]
}
