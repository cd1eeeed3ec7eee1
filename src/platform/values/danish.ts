/** Danish alphabetical order: … z, æ, ø, å, and 'aa' sorts as 'å'. */
const collator = new Intl.Collator('da', { numeric: true })

/** For `list.sort(byDanish(x => x.name))`. */
export const byDanish =
  <T>(text: (item: T) => string) =>
  (a: T, b: T): number =>
    collator.compare(text(a), text(b))

const number = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2 })

/** 6.300 or 2,7: a number as Danes write it. */
export const numberText = (value: number): string => number.format(value)

/** A slug for an address: lower case, ASCII, words joined by '-'. 'Åben takstoversigt' → 'aaben-takstoversigt'. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
