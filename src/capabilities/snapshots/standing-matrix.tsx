import { html } from 'hono/html'
import { states } from '../progress/index.ts'
import { type CellOf, reported, type Standing } from './standing.ts'

/** A frozen matrix: areas down, parties across; colour, sign and words in each cell. */
export function standingMatrix(standing: Standing) {
  const cells = new Map(standing.cells.map((cell) => [`${cell.area} ${cell.party}`, cell]))
  const row = ({ key, title }: Standing['areas'][number]) => {
    const { count, of } = reported(standing, key)
    return html`<tr><th scope="row"><strong>${key}</strong> ${title}</th>${standing.parties.map((party) => cellView(cells.get(`${key} ${party.key}`)))}<td class="numeric">${count} af ${of}</td></tr>`
  }
  return html`<div class="table--responsive-scroll" tabindex="0" role="region" aria-label="Oversigt over status"><table class="table table--compact snapshot-matrix">
<caption class="caption">Et tomt felt betyder, at der ikke var meldt. ${Object.values(states).map(({ sign, text }) => html`<span class="snapshot-key">${sign} ${text}</span> `)}</caption>
<thead><tr><th scope="col">Indsatsområde</th>${standing.parties.map(({ name, short }) => html`<th scope="col"><abbr title="${name}">${short}</abbr></th>`)}<th scope="col" class="numeric">Meldt</th></tr></thead>
<tbody>${standing.areas.map(row)}</tbody></table></div>`
}

const cellView = (cell: CellOf | undefined) =>
  cell
    ? html`<td class="state-cell state-${cell.state}" title="${states[cell.state].text}"><span aria-hidden="true">${states[cell.state].sign}</span><span class="sr-only">${states[cell.state].text}</span></td>`
    : html`<td class="state-cell state-none"><span class="sr-only">Ikke meldt</span></td>`
