import { Button, choicesOf, Details, Form, Select, TextField } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { ownerships, priceUnits } from '../../offers/index.ts'
import { isNarrowed, type Listing, listAddress, tariffSorts, unfiltered } from '../listing.ts'
import type { Choices } from '../reading.ts'
import type { Counts } from '../store/list.ts'
import { tariffBases } from '../tariff.ts'

type Chosen = { listing: Listing; choices: Choices; codes: ReadonlyMap<string, string> }

/** What to look at: year and words first, the rest behind a fold that is open when it is in use. */
export const Narrow = ({ listing, choices, path }: Chosen & { path: string }) => {
  const more = isNarrowed({ ...listing, text: '' })
  return (
    <Form action={path} method="get" label="Vælg takster">
      <div class="tariffs-search">
        <TextField name="q" type="search" label="Søg" hint="Navn på tilbud, driftsherre eller ydelse" value={listing.text} />
        <Select
          name="aar"
          label="År"
          empty="Nyeste af hver takst"
          value={listing.year === 'newest' ? '' : String(listing.year)}
          options={choices.years.map((year) => ({ value: String(year), text: String(year) }))}
        />
        <Button icon="search">Vis takster</Button>
      </div>
      <Details summary="Målgruppe, ejerform, retsgrundlag og mere" open={more}>
        <div class="tariffs-fields">
          <Select
            name="maalgruppe"
            label="Målgruppe"
            empty="Alle"
            value={listing.group}
            options={choices.groups.map((group) => ({ value: group, text: group }))}
          />
          <Select name="driver" label="Ejerform" empty="Alle" value={listing.owner} options={choicesOf(ownerships)} />
          <Select
            name="driftsherre"
            label="Driftsherre"
            empty="Alle"
            value={listing.operator === undefined ? '' : String(listing.operator)}
            options={choices.operators.map(({ id, name }) => ({ value: String(id), text: name }))}
          />
          <Select
            name="kommune"
            label="Kommune"
            empty="Alle"
            value={listing.municipality === undefined ? '' : String(listing.municipality)}
            options={choices.municipalities.map(({ code, name }) => ({ value: String(code), text: name }))}
          />
          <Select
            name="grundlag"
            label="Retsgrundlag"
            empty="Alle"
            value={listing.basis}
            options={choices.bases.map(({ key, code }) => ({ value: key, text: code }))}
          />
          <Select name="enhed" label="Takst pr." empty="Alle" value={listing.per} options={choicesOf(priceUnits)} />
          <Select name="beregning" label="Beregning" empty="Alle" value={listing.known} options={choicesOf(tariffBases)} />
          <Select
            name="tillaeg"
            label="Tillægsydelser"
            empty="Med"
            value={{ all: '', none: 'nej', only: 'ja' }[listing.addOns]}
            options={[
              { value: 'nej', text: 'Uden' },
              { value: 'ja', text: 'Kun tillæg' },
            ]}
          />
          <Select
            name="sorter"
            label="Sortér efter"
            value={tariffSorts[listing.sort].key}
            options={Object.values(tariffSorts).map(({ text, key }) => ({ value: key, text }))}
          />
          <Select
            name="vej"
            label="Rækkefølge"
            value={listing.down ? 'ned' : ''}
            options={[
              { value: '', text: 'Stigende' },
              { value: 'ned', text: 'Faldende' },
            ]}
          />
        </div>
        <Button look="secondary">Brug valgene</Button>
      </Details>
    </Form>
  )
}

/** '61 takster', and of how many it is known how they came about. */
export const CountLine = ({ counts, listing }: { counts: Counts; listing: Listing }) => (
  <p class="tariffs-count">
    <strong>{counts.tariffs === 1 ? '1 takst' : `${numberText(counts.tariffs)} takster`}</strong>
    {listing.year === 'newest' ? ', den nyeste af hver' : ` i ${listing.year}`}
    {counts.tariffs > 0 && (
      <>
        {' · '}
        {numberText(counts.known)} af {numberText(counts.tariffs)} har beregningsgrundlag
      </>
    )}
    {isNarrowed(listing) && (
      <>
        {' · '}
        <a href={listAddress(unfiltered(listing))}>Vis uden filtre</a>
      </>
    )}
  </p>
)
