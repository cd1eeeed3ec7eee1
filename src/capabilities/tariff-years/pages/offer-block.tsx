import { html } from 'hono/html'
import { Table } from '../../../platform/ui/index.ts'
import { amountText, changeText, placeText, validText } from '../figures.ts'
import { type ListedTariff, serviceText, tariffBases } from '../tariff.ts'

/** What an offer's tariffs are, on the offer's own page. */
export const TariffBlock = ({ tariffs }: { tariffs: readonly ListedTariff[] }) => (
  <Table<ListedTariff>
    caption="Takster"
    captionHidden
    compact
    rows={tariffs}
    columns={[
      { head: 'Takst for', rowHead: true, cell: nameCell },
      { head: 'Takst', numeric: true, cell: (tariff) => amountText(tariff) },
      {
        head: 'Ændring fra året før',
        numeric: true,
        cell: ({ change }) => changeText(change) ?? html`<span class="quiet nothing">–</span>`,
      },
      { head: 'Gælder', cell: validText },
      { head: 'Beregning', cell: ({ basis }) => tariffBases[basis] },
    ]}
  />
)

const nameCell = (tariff: ListedTariff) =>
  html`<a href="/takster/${tariff.id}">${serviceText(tariff) || placeText(tariff)}</a>${tariff.example ? html` <span class="label label-warning">Eksempel</span>` : ''}`
