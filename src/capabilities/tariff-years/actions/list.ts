import { type Action, type Ask, page } from '../../../platform/action.ts'
import type { PriceUnit } from '../../offers/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { tariffsAnswer, tariffsOutput } from '../answer.ts'
import { groupsOf, sidesOf } from '../grouping.ts'
import { listingOf } from '../listing.ts'
import { GroupsPage } from '../pages/groups.tsx'
import { ListPage } from '../pages/list.tsx'
import { SpreadPage } from '../pages/spread.tsx'
import { YearsPage } from '../pages/years.tsx'
import { choicesOf, type Looked, look } from '../reading.ts'
import { binsOf, spreadOf } from '../spread.ts'
import { amounts, counted, versionsOf, versionsWith } from '../store/list.ts'
import { comparableOre, type ListedTariff } from '../tariff.ts'

const YEARS_BESIDE = 6
const fewestInGroup = ({ db, today }: Pick<Ask, 'db' | 'today'>) => parameterOn(db, 'tariffs.fewestInGroup', today)

type Years = Map<number, ListedTariff>

function addYear(byYear: Map<number, Years>, tariffId: number, version: ListedTariff): void {
  if (!version.current || version.withdrawn || version.year === undefined) return
  const of = byYear.get(tariffId) ?? new Map<number, ListedTariff>()
  if (!of.has(version.year)) of.set(version.year, version)
  byYear.set(tariffId, of)
}

const MOST_NAMES = 5

/** The years before a tariff got its name are those of the one tariff it was, as far back as that goes. */
async function addEarlierNames(db: Ask['db'], byYear: Map<number, Years>): Promise<void> {
  let names = new Map([...byYear].map(([id, of]) => [id, of]))
  for (let round = 0; round < MOST_NAMES && names.size > 0; round += 1) {
    const firsts = [...names].flatMap(([id, of]) => {
      const first = of.get(Math.min(...of.keys()))
      const [before, ...others] = first?.beforeIds ?? []
      return first && before !== undefined && others.length === 0 ? [{ id, first, before }] : []
    })
    if (firsts.length === 0) return
    const was = new Map(
      (
        await versionsWith(
          db,
          firsts.map(({ before }) => before),
        )
      ).map((one) => [one.id, one.tariffId]),
    )
    const versions = await versionsOf(db, [...new Set(was.values())])
    for (const { id, first, before } of firsts)
      for (const version of versions)
        if (version.tariffId === was.get(before) && (version.year ?? 9999) < (first.year ?? 0)) addYear(byYear, id, version)
    names = new Map(
      firsts.flatMap(({ id }) => {
        const of = byYear.get(id)
        return of ? [[id, of] as const] : []
      }),
    )
  }
}

/** What the tariffs of a page cost in each year: of several periods in a year, the last. */
export async function withYears({ db }: Pick<Ask, 'db'>, looked: Looked) {
  const versions = await versionsOf(
    db,
    looked.rows.map(({ tariffId }) => tariffId),
  )
  const byYear = new Map<number, Years>()
  for (const version of versions) addYear(byYear, version.tariffId, version)
  await addEarlierNames(db, byYear)
  const years = [...new Set([...byYear.values()].flatMap((of) => [...of.keys()]))].sort((a, b) => b - a)
  return { ...looked, years: years.slice(0, YEARS_BESIDE), byYear }
}

const amountsOf = async (ask: Ask) => {
  const listing = listingOf(ask.url.searchParams)
  const [tariffs, counts, chosen, fewest] = await Promise.all([
    amounts(ask.db, listing),
    counted(ask.db, listing),
    choicesOf(ask),
    fewestInGroup(ask),
  ])
  return { listing, tariffs, counts, fewest, ...chosen }
}

/** The units there are among the tariffs, the commonest first. */
const unitsOf = (tariffs: readonly { per: PriceUnit; addOn: boolean }[]) => {
  const counts = new Map<PriceUnit, number>()
  for (const { per, addOn } of tariffs) if (!addOn) counts.set(per, (counts.get(per) ?? 0) + 1)
  return [...counts].map(([per, count]) => ({ per, count })).sort((a, b) => b.count - a.count)
}

const byGroup = new Intl.Collator('da')

export const listing: Action[] = [
  page({
    path: '/takster',
    may: 'tariffs.read',
    open: true,
    load: async (ask) => look(ask),
    view: ListPage,
    apiRead: {
      path: '/tariffs',
      summary: 'Published tariffs, found by the same parameters as the page /takster, 50 at a time',
      output: tariffsOutput,
      answer: tariffsAnswer,
    },
  }),

  page({
    path: '/takster/aar',
    may: 'tariffs.read',
    open: true,
    load: async (ask) => withYears(ask, await look(ask)),
    view: YearsPage,
  }),

  page({
    path: '/takster/maalgrupper',
    may: 'tariffs.read',
    open: true,
    load: async (ask) => {
      const { tariffs, ...rest } = await amountsOf(ask)
      const groups = groupsOf(tariffs, rest.fewest)
        .filter(({ group }) => rest.listing.group === undefined || group === rest.listing.group)
        .sort((a, b) => byGroup.compare(a.group, b.group) || b.count - a.count)
      return { ...rest, groups }
    },
    view: GroupsPage,
  }),

  page({
    path: '/takster/fordeling',
    may: 'tariffs.read',
    open: true,
    load: async (ask) => {
      const { tariffs, ...rest } = await amountsOf(ask)
      const units = unitsOf(tariffs)
      const per = rest.listing.per ?? units[0]?.per ?? 'full_day'
      const ofUnit = tariffs.filter((tariff) => tariff.per === per && !tariff.addOn)
      const prices = ofUnit.map(comparableOre)
      const spread = spreadOf(prices, rest.fewest)
      return { ...rest, per, units, spread, bins: spread ? binsOf(prices) : [], sides: sidesOf(ofUnit, rest.fewest) }
    },
    view: SpreadPage,
  }),
]
