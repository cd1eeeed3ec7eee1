import { LinkButton, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { LoadedNational } from '../actions/look.ts'
import { isStale, linesOf, type NationalOffer, spanText } from '../national.ts'
import { NATIONAL, ToldBy } from './parts.tsx'

/** How many offers each group is said to have, and which of them we know by name. */
export const Groups = ({ loaded, edits }: { loaded: LoadedNational; edits: boolean }) => {
  const { groups, offers } = loaded
  const parents = new Set(groups.map(({ parent }) => parent))
  return (
    <>
      {groups
        .filter(({ key }) => !parents.has(key))
        .map(({ key, label, note }) => (
          <section class="special-group">
            <h3>{label}</h3>
            {note && <p class="quiet">{note}</p>}
            <Count loaded={loaded} groupKey={key} />
            <ul>
              {offers
                .filter(({ groupKey, validUntil }) => groupKey === key && (!validUntil || validUntil > loaded.today))
                .map((offer) => (
                  <Known offer={offer} edits={edits} />
                ))}
            </ul>
          </section>
        ))}
      {edits && <LinkButton href={`${NATIONAL}/tilbud/nyt`}>Skriv et tilbud på</LinkButton>}
    </>
  )
}

const Count = ({ loaded, groupKey }: { loaded: LoadedNational; groupKey: string }) => {
  const line = linesOf(loaded.figures, 'offers').find((one) => one.groupKey === groupKey && one.nationalOfferId === undefined)
  const newest = line?.figures.at(-1)
  const known = loaded.offers.filter(
    (one) => one.groupKey === groupKey && (!one.validUntil || one.validUntil > loaded.today),
  ).length
  if (!line || !newest)
    return <p>{known === 0 ? 'Antallet er ikke oplyst, og vi kender ingen navne.' : 'Antallet er ikke oplyst.'}</p>
  return (
    <>
      <p>
        <strong>
          {numberText(newest.value ?? 0)} tilbud i {spanText(newest)}.
        </strong>{' '}
        Vi kender navnet på {known}. {isStale(line, loaded.today, loaded.months) && <Tag kind="warning">gammelt tal</Tag>}
      </p>
      <ToldBy of={newest} />
    </>
  )
}

const Known = ({ offer, edits }: { offer: NationalOffer; edits: boolean }) => (
  <li>
    {offer.offerId === undefined ? offer.name : <a href={`/tilbud/${offer.offerId}`}>{offer.name}</a>}
    {offer.region && `, ${offer.region}`} <span class="quiet">skrevet på fra {dayText(offer.validFrom)}.</span>
    {offer.note && <span class="quiet"> {offer.note}</span>}
    <ToldBy of={offer} />
    {edits && (
      <a href={`${NATIONAL}/tilbud/${offer.id}/slut`}>
        Hører ikke længere til<span class="sr-only">: {offer.name}</span>
      </a>
    )}
  </li>
)
