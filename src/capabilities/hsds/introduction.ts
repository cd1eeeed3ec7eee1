import { html } from 'hono/html'
import type { Standard } from '../../platform/openapi.tsx'

/** What a reader of the open API is to know before he begins. */
export const standard: Standard = {
  base: '/api/hsds',
  title: 'Tilbud efter den åbne standard HSDS 3.1',
  description:
    'The register of social services of Rammeaftale Sjælland as HSDS 3.1 (Human Services Data Specification, Open Referral). A service is a part (afdeling) of an offer (tilbud), which is its program; the operator (driftsherre) is the organization. capacities[].updated is when somebody last stood by the vacancy; an attribute says whether it is fresh, ageing or stale. A line of places nobody has told of has no capacity: that is not 0. No contact persons.',
  introduction: html`<p>Registret over tilbud kan læses med <a href="https://docs.openreferral.org/en/latest/hsds/">HSDS 3.1</a>, en åben standard for oplysninger om hjælp og tilbud, så andre systemer ikke skal lære vores egne navne. Alt er offentligt. Der er ingen kontaktpersoner i det.</p>
<dl class="api-list">
<div><dt>Hvad er hvad</dt><dd>En <code>service</code> er en afdeling af et tilbud. Tilbuddet er dens <code>program</code>, og driftsherren er dens <code>organization</code>. Retsgrundlag, målgruppe, form, ejerform og kommune står som <code>attributes</code> med ord fra <a href="/api/hsds/taxonomies">taxonomies</a>.</dd></div>
<div><dt>Ledige pladser</dt><dd>Hver pladslinje har sin egen linje i <code>capacities</code>. <code>updated</code> er, da nogen sidst stod inde for tallet, og en attribut siger, om tallet er frisk, ældre eller for gammelt. Har ingen sagt noget, er der ingen linje, men attributten »Ikke oplyst«: det er ikke 0. Pladser, der først bliver ledige senere, tæller 0 indtil da; dagen og antallet står ved siden af.</dd></div>
<div><dt>Priser</dt><dd><code>cost_options</code> har beløb i kroner, året som <code>valid_from</code> og <code>valid_to</code>, og enhed og kilde i <code>amount_description</code>. Mangler året, er det ikke oplyst.</dd></div>
<div><dt>Gamle og opdigtede oplysninger</dt><dd>Hver tekst slutter med kilden og oplysningens alder. Attributterne »Gammel oplysning« og »Eksempeldata« siger det samme til et program.</dd></div>
<div><dt>Kun det nye</dt><dd>Spørg med <code>modified_after</code>, fx <a href="/api/hsds/services?modified_after=2026-01-01">/api/hsds/services?modified_after=2026-01-01</a>. At et tal er blevet ældre, tæller også som en ændring.</dd></div>
<div><dt>Alt på én gang</dt><dd><a href="/api/hsds/services?full=true&amp;format=ndjson">/api/hsds/services?full=true&amp;format=ndjson</a> henter alle tilbud med alt, ét på hver linje.</dd></div>
<div><dt>Fejl</dt><dd>En parameter, der ikke kendes, svares med status 400 som problem details (RFC 9457), så intet filter bliver overset i stilhed. Søgning efter postnummer og afstand (<code>postcode</code>, <code>proximity</code>) findes ikke her, fordi registret ikke kender koordinater.</dd></div>
</dl>`,
}
