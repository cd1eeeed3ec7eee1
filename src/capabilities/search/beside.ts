import type { Sql } from '../../platform/db.ts'
import type { Day } from '../../platform/values/day.ts'
import { addressOf, type Found, findingOf, found, judgedOn, queryOf, wordsOf } from '../offers/index.ts'
import { amountText, placeText, serviceText, tariffsNamed, yearText } from '../tariff-years/index.ts'

type Thing = { title: string; href: string; told: string; example: boolean }

/** The first few things of another room with the words in their names, and the way to all of them. */
export type Beside = { kind: string; found: Thing[]; all: { text: string; href: string } }

export const nothingBeside: Beside[] = []

const SHOWN = 5
/** An offer can have several places. */
const LOOKED_AT = 40

const PRICE = /^(døgn)?(takst|pris)(en|er|erne|s|list[ea]n?|oversigt(en)?)?$|^koster?$/
const OFFER = /^tilbud(det|dene|dets)?$/
const ASKING = /^(hvad|hvor|meget|en|et|plads|i|på|for|af)$/

/**
 * Which offers and tariffs are asked for. Words that only say what kind of thing it is are in no name.
 * @example named(['takst', 'himmelev']) // { text: 'himmelev', tariffs: true, offers: true }
 */
function named(words: readonly string[]): { text: string; offers: boolean; tariffs: boolean } {
  const price = words.some((word) => PRICE.test(word))
  const offer = words.some((word) => OFFER.test(word))
  const kinds = price || offer
  const text = words.filter((word) => !PRICE.test(word) && !OFFER.test(word) && !(kinds && ASKING.test(word))).join(' ')
  return { text, offers: offer || text !== '', tariffs: price || text !== '' }
}

export async function besideOf(db: Sql, today: Day, words: readonly string[]): Promise<Beside[]> {
  const asked = named(words)
  const [offers, tariffs] = await Promise.all([
    asked.offers ? offersNamed(db, today, asked.text) : undefined,
    asked.tariffs ? pricesNamed(db, asked.text) : undefined,
  ])
  return [offers, tariffs].flatMap((one) => (one && one.found.length > 0 ? [one] : []))
}

async function offersNamed(db: Sql, today: Day, text: string): Promise<Beside> {
  const finding = findingOf(new URLSearchParams({ q: text, sorter: 'name' }))
  const query = await queryOf(db, wordsOf(text))
  const rows = text !== '' && query === undefined ? [] : await found(db, finding, await judgedOn(db, today), query, LOOKED_AT)
  const offers = [...new Map(rows.map((row) => [row.offerId, row])).values()].slice(0, SHOWN)
  const all = text === '' ? 'Find tilbud' : `Alle tilbud om »${text}«`
  return { kind: 'Tilbud', found: offers.map(offerTold), all: { text: all, href: addressOf({ ...finding, sort: 'best' }) } }
}

const offerTold = ({ offerId, offerName, operatorName, municipality, example }: Found): Thing => ({
  title: offerName,
  href: `/tilbud/${offerId}`,
  told: [operatorName, municipality].filter(Boolean).join(' · '),
  example,
})

async function pricesNamed(db: Sql, text: string): Promise<Beside> {
  const { count, tariffs } = await tariffsNamed(db, text, SHOWN)
  return {
    kind: 'Takster',
    found: tariffs.map((tariff) => ({
      title: [placeText(tariff), serviceText(tariff)].filter(Boolean).join(': '),
      href: `/takster/${tariff.id}`,
      told: `${amountText(tariff)}, år: ${yearText(tariff.year)}`,
      example: tariff.example,
    })),
    all: {
      text:
        text === '' ? `Alle ${count} takster` : count === 1 ? `Taksten i takstoversigten` : `Alle ${count} takster om »${text}«`,
      href: text === '' ? '/takster' : `/takster?${new URLSearchParams({ q: text })}`,
    },
  }
}
