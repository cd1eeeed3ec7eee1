import type { Column } from '../../platform/sheet.ts'
import { kronerOf } from '../../platform/values/kroner.ts'
import { ownerships, priceUnits } from '../offers/index.ts'
import { visibilities } from '../tariffs/index.ts'
import { placeText, validText } from './figures.ts'
import { comparableOre, type ListedTariff, tariffBases } from './tariff.ts'

const percent = (share: number | undefined) => (share === undefined ? undefined : Math.round(share * 1_000_000) / 10_000)

/** The list of tariffs as a file: every column of the page, in the same order. */
export const tariffColumns = (codes: ReadonlyMap<string, string>): Column<ListedTariff>[] => [
  { key: 'id', title: 'Takst nr.', kind: 'number', width: 10, value: ({ id }) => id },
  { key: 'place', title: 'Tilbud og afdeling', kind: 'text', width: 36, value: placeText },
  { key: 'service', title: 'Ydelse', kind: 'text', width: 24, value: ({ service }) => service },
  { key: 'level', title: 'Niveau', kind: 'text', width: 14, value: ({ level }) => level },
  { key: 'addOn', title: 'Tillæg', kind: 'flag', width: 8, value: ({ addOn }) => addOn },
  { key: 'amount', title: 'Takst, kr.', kind: 'number', width: 12, value: ({ amountOre }) => kronerOf(amountOre) },
  { key: 'per', title: 'Pr.', kind: 'text', width: 8, value: ({ per }) => priceUnits[per] },
  {
    key: 'temporary',
    title: 'Heraf midlertidig regulering, kr.',
    kind: 'number',
    width: 14,
    value: ({ temporaryOre }) => kronerOf(temporaryOre),
  },
  { key: 'before', title: 'Året før, kr.', kind: 'number', width: 12, value: ({ beforeOre }) => kronerOf(beforeOre) },
  { key: 'change', title: 'Ændring, pct.', kind: 'number', width: 12, value: ({ change }) => percent(change) },
  { key: 'net', title: 'Uden moms (privat), kr.', kind: 'number', width: 14, value: ({ netOre }) => kronerOf(netOre) },
  {
    key: 'comparable',
    title: 'Sammenlignelig pris, kr.',
    kind: 'number',
    width: 14,
    value: (row) => kronerOf(comparableOre(row)),
  },
  { key: 'year', title: 'År', kind: 'number', width: 8, value: ({ year }) => year },
  { key: 'operator', title: 'Driftsherre', kind: 'text', width: 26, value: ({ operatorName }) => operatorName },
  { key: 'ownership', title: 'Ejerform', kind: 'text', width: 14, value: ({ ownership }) => ownership && ownerships[ownership] },
  { key: 'municipality', title: 'Kommune', kind: 'text', width: 16, value: ({ municipality }) => municipality },
  {
    key: 'bases',
    title: 'Retsgrundlag',
    kind: 'text',
    width: 24,
    value: ({ bases }) => bases.map((key) => codes.get(key) ?? key).join('; '),
  },
  { key: 'groups', title: 'Målgruppe', kind: 'text', width: 30, value: ({ groups }) => groups.join('; ') },
  { key: 'places', title: 'Pladser', kind: 'number', width: 10, value: ({ places }) => places },
  { key: 'occupancy', title: 'Belægning, pct.', kind: 'number', width: 12, value: ({ occupancy }) => percent(occupancy) },
  { key: 'days', title: 'Dage om året', kind: 'number', width: 12, value: ({ days }) => days },
  { key: 'validFrom', title: 'Gælder fra', kind: 'day', width: 12, value: ({ validFrom }) => validFrom },
  { key: 'validUntil', title: 'Gælder ikke fra', kind: 'day', width: 12, value: ({ validUntil }) => validUntil },
  { key: 'valid', title: 'Gælder', kind: 'text', width: 26, value: validText },
  { key: 'version', title: 'Version', kind: 'number', width: 8, value: ({ version }) => version },
  {
    key: 'visibility',
    title: 'Vises',
    kind: 'text',
    width: 18,
    value: ({ visibility }) => visibility && visibilities[visibility],
  },
  { key: 'basis', title: 'Beregning', kind: 'text', width: 30, value: ({ basis }) => tariffBases[basis] },
  { key: 'source', title: 'Kilde', kind: 'text', width: 24, value: ({ source }) => source },
  { key: 'asOf', title: 'Oplyst pr.', kind: 'text', width: 22, value: ({ asOf, asOfDay }) => asOf ?? asOfDay },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', width: 10, value: ({ example }) => example },
]
