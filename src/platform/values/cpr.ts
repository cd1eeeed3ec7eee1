const DATE_AND_FOUR = /(?<!\d)(\d{2})(\d{2})(\d{2})[- ]?\d{4}(?!\d)/g

/**
 * Does a text hold what looks like a CPR number: a valid DDMMYY and four digits, with or without hyphen or space?
 * No modulus check, since numbers issued after 2007 may break it.
 * @law databeskyttelsesforordningen art. 5, stk. 1, litra c (dataminimering)
 * @example looksLikeCpr('ring 010190-1234') // true
 * @example looksLikeCpr('321390-1234')      // false: there is no 32nd
 */
export function looksLikeCpr(text: string): boolean {
  for (const [, day, month] of text.matchAll(DATE_AND_FOUR)) {
    const d = Number(day)
    const m = Number(month)
    if (m >= 1 && m <= 12 && d >= 1 && d <= (daysInMonth[m - 1] ?? 0)) return true
  }
  return false
}

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** What a person is told when a text is refused for holding a CPR number. */
export const CPR_SENTENCE =
  'Teksten ser ud til at indeholde et CPR-nummer og er derfor ikke gemt. Her må ikke stå oplysninger om borgere. Fjern nummeret, og prøv igen.'
