import { Table } from '../../../platform/ui/index.ts'
import { addressOf } from '../../offers/index.ts'
import type { Search } from '../reading.ts'
import { hitsText } from './found-list.ts'

const TILE = { width: 120, height: 92, gap: 8 }
const STEPS = [1, 3, 6, 12]

/** Which of five fills a count has; 0 has none. */
const fill = (count: number): number => (count === 0 ? 0 : 1 + STEPS.filter((step) => count > step).length)

type Place = { code: number; name: string; short: string; count: number; col: number | undefined; row: number | undefined }

/** How much is found in each municipality, placed roughly as on the map, and the same in a table. */
export const TileMap = ({ finding, facets, choices }: Search) => {
  const tiles = new Map(choices.parties.map((party) => [party.code, party]))
  const places = choices.municipalities
    .map(({ code, name }): Place => {
      const party = tiles.get(code)
      return {
        code,
        name,
        short: party?.short ?? name,
        count: facets.municipalities.get(code) ?? 0,
        col: party?.tileCol,
        row: party?.tileRow,
      }
    })
    .filter(({ count, col }) => count > 0 || col !== undefined)
  const href = (code: number) => addressOf({ ...finding, municipalities: [code], view: 'list', page: 1 })
  const told = [...facets.municipalities.values()].reduce((sum, count) => sum + count, 0)
  return (
    <div class="split">
      <figure class="offers-map-figure">
        <Picture places={places.filter(({ col }) => col !== undefined)} href={href} />
        <figcaption class="quiet">Kommunerne ligger omtrent som på landkortet. Jo mørkere, jo mere er der fundet.</figcaption>
      </figure>
      <div>
        <Table
          caption="Fundet i hver kommune"
          compact
          rows={places}
          columns={[
            { head: 'Kommune', rowHead: true, cell: ({ code, name }) => <a href={href(code)}>{name}</a> },
            { head: 'Resultater', numeric: true, cell: ({ count }) => count },
          ]}
        />
        {told < facets.hits && (
          <p class="quiet">{`${hitsText(facets.hits - told)} har ikke oplyst kommune og er ikke på kortet.`}</p>
        )}
      </div>
    </div>
  )
}

const Picture = ({ places, href }: { places: readonly Place[]; href: (code: number) => string }) => {
  const width = Math.max(1, ...places.map(({ col = 0 }) => col + 1)) * (TILE.width + TILE.gap)
  const height = Math.max(1, ...places.map(({ row = 0 }) => row + 1)) * (TILE.height + TILE.gap)
  return (
    <svg
      class="offers-map"
      viewBox={`-2 -2 ${width + 4} ${height + 4}`}
      aria-labelledby="kort-titel"
      aria-describedby="kort-tekst"
    >
      <title id="kort-titel">Resultater i hver kommune</title>
      <desc id="kort-tekst">{places.map(({ name, count }) => `${name}: ${count}`).join('. ')}.</desc>
      {places.map(({ code, name, short, count, col = 0, row = 0 }) => (
        <a href={href(code)} aria-label={`${name}: ${count}`}>
          <g transform={`translate(${col * (TILE.width + TILE.gap)} ${row * (TILE.height + TILE.gap)})`}>
            <rect class={`offers-tile offers-tile-${fill(count)}`} width={TILE.width} height={TILE.height} rx={8} />
            <text class={`offers-tile-count${fill(count) > 3 ? ' is-light' : ''}`} x={TILE.width / 2} y={42} text-anchor="middle">
              {count}
            </text>
            <text class={`offers-tile-name${fill(count) > 3 ? ' is-light' : ''}`} x={TILE.width / 2} y={72} text-anchor="middle">
              {name.length > 11 ? short : name}
            </text>
          </g>
        </a>
      ))}
    </svg>
  )
}
