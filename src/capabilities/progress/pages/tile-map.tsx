import type { Party } from '../../parties/index.ts'
import { TILE, type Tile, tilesOf } from '../map.ts'
import type { Standing } from '../matrix.ts'
import { type State, stateText } from '../status.ts'

type Props = { title: string; parties: readonly Party[]; standingOf: (party: Party) => Standing | undefined }

/** The parties as tiles placed roughly as on the map: colour, sign and name. The table beside says the same in words. */
export const TileMap = ({ title, parties, standingOf }: Props) => {
  const { tiles, width, height } = tilesOf(parties)
  const said = tiles.map(({ party }) => `${party.name}: ${stateText(standingOf(party)?.state)}`)
  return (
    <svg class="map" viewBox={`-2 -2 ${width + 4} ${height + 4}`} role="img" aria-labelledby="kort-titel kort-tekst">
      <title id="kort-titel">{title}</title>
      <desc id="kort-tekst">{said.join('. ')}.</desc>
      {tiles.map((tile) => (
        <TileShape tile={tile} state={standingOf(tile.party)?.state} />
      ))}
    </svg>
  )
}

const TileShape = ({ tile: { party, x, y, width }, state }: { tile: Tile; state: State | undefined }) => (
  <g transform={`translate(${x} ${y})`}>
    <rect class={`map-tile state-${state ?? 'none'}`} width={width} height={TILE.height} rx={8} />
    <g class="map-sign" transform={`translate(${width / 2} 32)`}>
      <SignShape state={state} />
    </g>
    <text class="map-name" x={width / 2} y={74} text-anchor="middle">
      {party.name}
    </text>
    <text class="map-short" x={width / 2} y={74} text-anchor="middle">
      {width > TILE.width ? party.name : party.short}
    </text>
  </g>
)

/** The same signs as elsewhere, drawn around 0,0. */
const SignShape = ({ state }: { state: State | undefined }) => {
  if (!state) return <circle class="map-dot" r={4} />
  if (state === 'paused') return <path class="map-fill" d="M-9-13h6v26h-6zM3-13h6v26H3z" />
  if (state === 'blocked') return <path class="map-line" d="M-10-10 10 10M10-10-10 10" />
  if (state === 'not_relevant') return <path class="map-line" d="M-12 0h24" />
  return (
    <>
      <circle class={state === 'daily_use' ? 'map-ring map-fill' : 'map-ring'} r={14} />
      {state === 'planned' && <path class="map-fill" d="M0 0v-14a14 14 0 0 1 14 14z" />}
      {state === 'running' && <path class="map-fill" d="M0-14a14 14 0 0 1 0 28z" />}
    </>
  )
}
