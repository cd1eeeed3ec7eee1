import type { Block, Cell } from '../../platform/document.ts'
import { numberText } from '../../platform/values/danish.ts'
import { type State, states } from '../progress/index.ts'
import { type Standing, stateText } from './standing.ts'

/** Light fills that keep the text readable in print; the text always carries the meaning. */
export const fills: Record<State, string> = {
  not_started: '#f1efe9',
  planned: '#e7f0f7',
  running: '#fbf0da',
  daily_use: '#dcebdd',
  paused: '#eee6f3',
  blocked: '#fbe3df',
  not_relevant: '#f7f7f7',
}

export const filled = (state: State | undefined): Cell =>
  state ? { text: states[state].text, fill: fills[state] } : stateText(undefined)

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const ofText = (count: number, of: number): string => `${numberText(count)} af ${numberText(of)}`

export const name = ({ parties }: Standing, key: string): string => parties.find((party) => party.key === key)?.name ?? key
export const areaTitle = ({ areas }: Standing, key: string): string => areas.find((area) => area.key === key)?.title ?? key
export const fieldsText = (count: number): string => (count === 1 ? '1 felt' : `${numberText(count)} felter`)
