import { Details, Table } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { placeKinds } from '../../offers/index.ts'
import type { LimitFor } from '../found.ts'
import { limitKey } from '../increase.ts'
import { RISES } from '../paths.ts'
import { percentText } from '../words.ts'

const ownershipText = (ownership: LimitFor['ownership']): string =>
  ownership === 'private' ? 'Privat' : 'Kommune, region eller selvejende'

const limitText = ({ limit }: LimitFor): string =>
  limit === undefined ? 'Ingen grænse er aftalt' : `Over ${percentText(limit.percent)}`

const sinceText = ({ limit }: LimitFor): string =>
  limit === undefined ? '' : `${dayText(limit.validFrom)}. ${limit.source}${limit.confirmed ? '' : '. Ikke bekræftet'}`

const changeColumn = {
  head: 'Ret',
  cell: ({ ownership, kind }: LimitFor) => (
    <a
      href={`${RISES}/regler/${limitKey(ownership, kind)}`}
      aria-label={`Ret grænsen: ${ownershipText(ownership)}, ${placeKinds[kind]}`}
    >
      Ret
    </a>
  ),
}

/** What is reported today, and what is not: who runs it, what kind of places, since when and by whom. */
export const Limits = ({ limits, mayChange }: { limits: readonly LimitFor[]; mayChange: boolean }) => (
  <Details summary="Hvad skal indberettes i dag?">
    <Table<LimitFor>
      caption="Grænser for indberetning i dag"
      captionHidden
      rows={limits}
      columns={[
        { head: 'Ejerform', rowHead: true, cell: (one) => ownershipText(one.ownership) },
        { head: 'Pladser', cell: ({ kind }) => placeKinds[kind] },
        { head: 'Grænse', cell: limitText },
        { head: 'Siden og kilde', cell: sinceText },
        ...(mayChange ? [changeColumn] : []),
      ]}
    />
    <p class="quiet">Hvor slagsen af pladser ikke er oplyst, gælder grænsen for døgn.</p>
  </Details>
)
