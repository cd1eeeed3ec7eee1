import type { OnOffer } from '../on-offer.ts'
import { CASES, Flags, LIST, whenText } from './parts.tsx'

/** For the offer's own page: that it is among the most specialised, in what, and whether a task force is at work. */
export const SpecialisedBlock = ({ one, standing, old, open }: OnOffer) => (
  <p class="special-block">
    <strong>{standing.on ? 'Blandt de mest specialiserede tilbud' : 'Har været blandt de mest specialiserede tilbud'}:</strong>{' '}
    {standing.listed?.speciality?.toLowerCase()}
    {standing.listed && ` (${whenText(standing.listed)})`} <Flags standing={standing} old={old} open={open} />{' '}
    <a href={`${LIST}/${one.key}`}>Læs om vurderingerne</a>
    {open && (
      <>
        {' '}
        · <a href={`${CASES}/${open.of.id}`}>Se task force-sagen</a>
      </>
    )}
  </p>
)
