import { numberText } from '../../../platform/values/danish.ts'
import { dayShort } from '../../../platform/values/day.ts'
import { fromFraction } from '../../../platform/values/exact.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { priceUnits } from '../../offers/index.ts'
import { changeText, placesText, placeText } from '../figures.ts'
import type { TariffLineage } from '../store/lineage.ts'
import { type ListedTariff, serviceText } from '../tariff.ts'

/** A tariff that another was or became. */
export type RelatedTariff = TariffLineage & { name: string; href: string | undefined }

export const Lineage = ({ of, lineage }: { of: ListedTariff; lineage: readonly RelatedTariff[] }) => {
  const standing = lineage.filter(({ undoneOn }) => undoneOn === undefined)
  if (standing.length === 0) return null
  return (
    <>
      <h2>Slægtskab</h2>
      <ul>
        {standing.map((one) => (
          <li>
            {kindText(one, of.tariffId)} {one.href ? <a href={one.href}>{one.name}</a> : one.name}
            {one.places !== undefined && ` (${placesText(one.places)} pladser)`}, {dayShort(one.day)}. {one.reason}
          </li>
        ))}
      </ul>
    </>
  )
}

const kindText = ({ kind, toTariffId }: TariffLineage, id: number): string =>
  toTariffId === id
    ? { renamed: 'Hed før', split: 'Udskilt af', merged: 'Samlet af' }[kind]
    : { renamed: 'Hedder nu', split: 'Delt i', merged: 'Gik op i' }[kind]

/** What the same cost the year before, and of what it is weighed, so that it can be worked out by hand. */
export const beforeText = (version: ListedTariff, before: readonly ListedTariff[]) => {
  if (version.beforeIds.length === 0) return 'Der er ingen takst fra året før at sammenligne med.'
  const hidden = before.some(({ visibility }) => visibility === 'price')
  const weights = new Map(version.beforeIds.map((id, at) => [id, hidden ? undefined : version.beforePlaces?.[at]]))
  const links = before.map((one, at) => (
    <>
      {at > 0 && ', '}
      <a href={`/takster/${one.id}`}>
        {nameBefore(one, version)} {one.year}
      </a>
      {before.length > 1 && ` (${[kronerText(one.amountOre), weightText(weights.get(one.id))].filter(Boolean).join(', ')})`}
    </>
  ))
  return (
    <>
      {comparisonText(version, before)}: {links}
    </>
  )
}

/** A tariff by its own name is named by its place alone. */
const nameBefore = (before: ListedTariff, version: ListedTariff): string =>
  before.tariffId === version.tariffId ? placeText(before) : [placeText(before), serviceText(before)].filter(Boolean).join(': ')

function comparisonText({ per, beforeOre, change }: ListedTariff, before: readonly ListedTariff[]): string {
  const other = before.find((one) => one.per !== per)
  if (other) return `Kan ikke sammenlignes: taksten var pr. ${priceUnits[other.per]} og er nu pr. ${priceUnits[per]}`
  if (beforeOre === undefined) return 'Kan ikke vægtes, fordi pladser mangler'
  return `${kronerText(beforeOre)} (${changeText(change)})`
}

function weightText(places: string | undefined): string {
  const exact = places === undefined ? undefined : fromFraction(places)
  if (!exact) return ''
  return `${numberText(Math.round((Number(exact.n) / Number(exact.d)) * 100) / 100)} pladser`
}
