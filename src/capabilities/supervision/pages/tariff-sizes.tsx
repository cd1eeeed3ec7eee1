import { Source, Table } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { LoadedTariffs } from '../actions/tariffs.ts'
import { agreesWith, type Category, categories, type Size, sizeKeys, sizes, type Tariff } from '../tariff.ts'
import { BarPicture } from './picture.tsx'
import { Agrees } from './tariff-financing.tsx'

type Priced = Tariff & { size: Size; amountOre: number }
type Sheet = { title: string; key: string; first: Priced; rows: { category: Category; amounts: Map<Size, number> }[] }

const isPriced = (tariff: Tariff): tariff is Priced => tariff.amountOre !== undefined && tariff.size !== undefined

const order = Object.keys(categories) as Category[]

const isOwn = ({ first }: Sheet) => first.authorityKey === 'oest'

/** One sheet for each authority and year. */
function sheetsOf(tariffs: readonly Tariff[]): Sheet[] {
  const priced = tariffs.filter(isPriced)
  const sheets = new Map<string, Priced[]>()
  for (const one of priced) {
    const key = `${one.authorityKey}-${one.year}`
    sheets.set(key, [...(sheets.get(key) ?? []), one])
  }
  return [...sheets]
    .flatMap(([key, all]) => {
      const [first] = all
      if (!first) return []
      const rows = order
        .filter((category) => all.some((one) => one.category === category))
        .map((category) => ({
          category,
          amounts: new Map(all.filter((one) => one.category === category).map(({ size, amountOre }) => [size, amountOre])),
        }))
      return [{ title: `${first.authority} ${first.year}`, key, first, rows }]
    })
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)) || b.first.year - a.first.year)
}

const kroner = (ore: number | undefined) => (ore === undefined ? <span class="quiet">ikke oplyst</span> : numberText(ore / 100))

export const Amounts = ({ loaded: { tariffs, factors } }: { loaded: LoadedTariffs }) => {
  const sheets = sheetsOf(tariffs)
  const own = sheets.some(isOwn)
  return (
    <section>
      <h2>Takster efter størrelse</h2>
      <p>
        Et tilbud betaler efter, hvor mange pladser det har. {own ? '' : 'Socialtilsyn Østs beløb i kroner er ikke oplyst. '}
        Andre socialtilsyns takster viser, hvad størrelsen betyder.
      </p>
      {sheets.map((sheet, at) => (
        <>
          <h3>{sheet.title}, kroner</h3>
          {at === 0 && <Picture sheet={sheet} />}
          <Table
            caption={`${sheet.title}: takster i kroner efter antal pladser`}
            captionHidden
            compact
            wide
            rows={sheet.rows}
            columns={[
              { head: 'Takst for', rowHead: true, cell: ({ category }) => categories[category] },
              ...sizeKeys.map((size) => ({
                head: sizes[size],
                numeric: true,
                cell: ({ amounts }: Sheet['rows'][number]) => kroner(amounts.get(size)),
              })),
            ]}
          />
          <Checked sheet={sheet} factors={factors} />
          <Source title={sheet.first.source} {...(sheet.first.sourceUrl !== undefined && { href: sheet.first.sourceUrl })} />
        </>
      ))}
    </section>
  )
}

const Picture = ({ sheet }: { sheet: Sheet }) => {
  const yearly = sheet.rows.find(({ category }) => category === 'supervision')
  if (!yearly) return null
  const bars = sizeKeys.flatMap((size) => {
    const ore = yearly.amounts.get(size)
    return ore === undefined ? [] : [{ label: sizes[size], value: ore / 100, text: `${numberText(ore / 100)} kr.` }]
  })
  return <BarPicture id={`takst-${sheet.key}`} title={`Et års tilsyn, ${sheet.title}`} bars={bars} />
}

type Compared = { what: string; told: number; computed: number; agrees: boolean }

/** Each published amount beside the one its ratio to the smallest size gives. */
const ratiosOf = ({ rows }: Sheet, factors: readonly number[]): Compared[] =>
  rows.flatMap(({ category, amounts }) => {
    const base = amounts.get('1-7')
    return sizeKeys.flatMap((size, at) => {
      const told = amounts.get(size)
      const factor = factors[at]
      if (base === undefined || told === undefined || factor === undefined || size === '1-7') return []
      const what = `${categories[category]}, ${sizes[size]}`
      return [{ what, told, computed: Math.round((base * factor) / 100) * 100, agrees: agreesWith(base, told, factor) }]
    })
  })

const agreed = (all: readonly { agrees: boolean }[]) => all.filter(({ agrees }) => agrees).length

/** The published amounts worked out again: the ratio of the sizes, and intensified supervision as a part of a year's. */
const Checked = ({ sheet, factors }: { sheet: Sheet; factors: LoadedTariffs['factors'] }) => {
  const ratios = ratiosOf(sheet, factors.sizes)
  const months = monthsOf(sheet, factors.intensifiedPct)
  const wrong = [...ratios, ...months].filter(({ agrees }) => !agrees)
  return (
    <>
      <p class="supervision-told">
        {ratios.length > 0 &&
          `Efterregnet: ${agreed(ratios)} af ${ratios.length} beløb følger forholdet ${factors.sizes.map(numberText).join(' : ')}. `}
        {months.length > 0 &&
          `Skærpet tilsyn er ${numberText(factors.intensifiedPct)} % af årstaksten om måneden i ${agreed(months)} af ${months.length} størrelser. `}
        {ratios.length + months.length > 0 && <Agrees agrees={wrong.length === 0} />}
      </p>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(({ what, told, computed }) => (
            <li>
              {what}: offentliggjort {numberText(told / 100)} kr., efterregnet {numberText(computed / 100)} kr.
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function monthsOf({ rows }: Sheet, pct: number): Compared[] {
  const yearly = rows.find(({ category }) => category === 'supervision')
  const monthly = rows.find(({ category }) => category === 'intensified')
  return sizeKeys.flatMap((size) => {
    const [year, month] = [yearly?.amounts.get(size), monthly?.amounts.get(size)]
    if (year === undefined || month === undefined) return []
    const what = `${categories.intensified}, ${sizes[size]}`
    return [{ what, told: month, computed: Math.round((year * pct) / 10_000) * 100, agrees: agreesWith(year, month, pct / 100) }]
  })
}
