import { Source, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { CapacityChange } from '../store/capacity.ts'

const places = (count: number | undefined) => (count === undefined ? 'ikke oplyst' : numberText(count))

const detailOf = ({ bases, placesBefore, placesAfter, effectiveOn, decidedBy }: CapacityChange): string =>
  [
    bases.join(', '),
    `Pladser før: ${places(placesBefore)}, efter: ${places(placesAfter)}`,
    effectiveOn ? `Gælder fra ${dayText(effectiveOn)}` : 'Hvornår er ikke oplyst',
    decidedBy && `Besluttet af ${decidedBy}`,
  ]
    .filter(Boolean)
    .join(' · ')

/** What was announced, with its numbers and where it stands. */
export const ChangeText = ({ change }: { change: CapacityChange }) => (
  <>
    <p>
      {change.what} {change.example && <Tag kind="warning">eksempeldata</Tag>}
    </p>
    <p class="quiet">{detailOf(change)}</p>
    <Source title={change.source} day={change.announcedOn} {...(change.sourceUrl !== undefined && { href: change.sourceUrl })} />
  </>
)

/** Changes of capacity that were announced of one offer, for its own page. */
export const ChangesBlock = ({ changes }: { changes: readonly CapacityChange[] }) => (
  <>
    {changes.map((change) => (
      <article class="vacancies-change">
        <ChangeText change={change} />
      </article>
    ))}
  </>
)
