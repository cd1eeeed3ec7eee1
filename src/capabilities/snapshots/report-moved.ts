import type { Block, Cell } from '../../platform/document.ts'
import { numberText } from '../../platform/values/danish.ts'
import { dayText } from '../../platform/values/day.ts'
import { type Move, movesBetween, streams, type Turn, turnOf } from './move.ts'
import { areaTitle, fieldsText, heading, name, paragraph } from './report-words.ts'
import { type Standing, stateText } from './standing.ts'

/** What a report is compared with: the picture frozen before it, by its title, or without one how it stood some months earlier. */
export type Earlier = { standing: Standing } & ({ title: string } | { months: number })

const monthsText = (months: number): string => (months === 1 ? 'en måned' : `${numberText(months)} måneder`)

function sinceText(before: Earlier): string {
  const day = dayText(before.standing.day)
  return 'title' in before ? `det frosne billede »${before.title}« fra ${day}` : `${day}, ${monthsText(before.months)} før`
}

const said: Record<Turn, string> = {
  forward: 'er rykket frem',
  first: 'er meldt for første gang',
  stopped: 'er sat på pause eller gået i stå',
  back: 'er rykket tilbage',
  other: 'er ændret på anden måde',
  gone: 'er ikke meldt længere',
}

/** "60 er rykket frem, 8 er gået i stå": only what there is some of. */
function inWords(moves: Move[]): string {
  const count = (turn: Turn) => moves.filter((move) => turnOf(move) === turn).length
  return (Object.keys(said) as Turn[])
    .filter((turn) => count(turn) > 0)
    .map((turn) => `${numberText(count(turn))} ${said[turn]}`)
    .join(', ')
}

const sentence = (moves: Move[], before: Earlier): string =>
  moves.length === 0
    ? `Intet har flyttet sig siden ${sinceText(before)}.`
    : `${fieldsText(moves.length)} har ændret sig siden ${sinceText(before)}: ${inWords(moves)}.`

export const movedInShort = (now: Standing, before: Earlier): string[] => [sentence(movesBetween(before.standing, now), before)]

export function moved(now: Standing, before: Earlier): Block[] {
  const moves = movesBetween(before.standing, now)
  const told = paragraph(sentence(moves, before))
  const top = heading(1, 'Hvad har flyttet sig')
  return moves.length === 0 ? [top, told] : [top, told, tableOf(moves, now, before)]
}

const partyName = (now: Standing, { standing }: Earlier, key: string): string =>
  now.parties.some((party) => party.key === key) ? name(now, key) : name(standing, key)

function tableOf(moves: Move[], now: Standing, before: Earlier): Block {
  const told = streams(moves)
  const areas = [...new Set(told.map(({ area }) => area))]
  const lineOf = ({ from, to, parties }: (typeof told)[number]) =>
    `${stateText(from)} → ${stateText(to)}: ${parties.map((key) => partyName(now, before, key)).join(', ')}`
  return {
    kind: 'table',
    caption: `Ændringer fra ${dayText(before.standing.day)} til ${dayText(now.day)}`,
    rowHeader: true,
    columns: [
      { title: 'Indsatsområde', width: 3 },
      { title: 'Ændringer', width: 8 },
    ],
    rows: areas.map((area): Cell[] => [
      `${area} ${areaTitle(now, area)}`,
      told
        .filter((stream) => stream.area === area)
        .map(lineOf)
        .join('\n'),
    ]),
  }
}
