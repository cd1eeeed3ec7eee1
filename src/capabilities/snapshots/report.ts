import type { Block, Cell, Document } from '../../platform/document.ts'
import { numberText } from '../../platform/values/danish.ts'
import { dayText } from '../../platform/values/day.ts'
import { type State, states } from '../progress/index.ts'
import {
  cellAt,
  type Group,
  holdsExample,
  type Move,
  movesBetween,
  reported,
  type Standing,
  silent,
  stateText,
  stopped,
  tally,
} from './standing.ts'

export type Grouping = 'princip' | 'fokus'

/** What the report is made of; `before` is what it is compared with, when there is something. */
export type ReportParts = {
  title: string
  now: Standing
  before: Standing | undefined
  grouping: Grouping
  madeOn: string
  frozen: boolean
}

/** Light fills that keep the text readable in print; the text always carries the meaning. */
const fills: Record<State, string> = {
  not_started: '#f1efe9',
  planned: '#e7f0f7',
  running: '#fbf0da',
  daily_use: '#dcebdd',
  paused: '#eee6f3',
  blocked: '#fbe3df',
  not_relevant: '#f7f7f7',
}

/** The status report as one model, so that page, PDF and Word file say the same. */
export function reportDocument(parts: ReportParts): Document {
  const { title, now, before } = parts
  return {
    title,
    subtitle: `Rammeaftale Sjælland. Status pr. ${dayText(now.day)}`,
    language: 'da-DK',
    author: 'Rammeaftalesekretariatet',
    day: parts.madeOn,
    ...(holdsExample(now) ? { mark: 'eksempeldata' } : {}),
    blocks: [
      ...summary(parts),
      ...moved(now, before),
      ...standing(now),
      ...missing(now),
      ...groups(parts),
      ...matrix(now),
      ...sources(parts),
    ],
  }
}

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
const ofText = (count: number, of: number): string => `${numberText(count)} af ${numberText(of)}`

function summary({ now, frozen }: ReportParts): Block[] {
  const { states: counts, missing, of } = tally(now)
  const heard = now.parties.length - silent(now).length
  return [
    ...(holdsExample(now)
      ? [
          {
            kind: 'note' as const,
            text: 'Rapporten indeholder eksempeldata: opfundne indberetninger, der viser, hvordan den ser ud.',
          },
        ]
      : []),
    heading(1, 'Kort fortalt'),
    paragraph(
      `${ofText(heard, now.parties.length)} parter har meldt status på mindst ét indsatsområde. Der er meldt status for ${ofText(of - missing, of)} felter i oversigten. Det, der ikke er meldt, tæller ikke som nul.`,
    ),
    { kind: 'list', items: counts.map(([state, count]) => `${states[state].text}: ${numberText(count)}`) },
    paragraph(frozen ? 'Tallene er frosset og kan ikke ændres.' : 'Tallene er trukket i dag og er ikke frosset.'),
  ]
}

const name = ({ parties }: Standing, key: string): string => parties.find((party) => party.key === key)?.name ?? key
const areaTitle = ({ areas }: Standing, key: string): string => areas.find((area) => area.key === key)?.title ?? key

function moved(now: Standing, before: Standing | undefined): Block[] {
  if (!before) return [heading(1, 'Hvad har flyttet sig'), paragraph('Der er ikke et tidligere billede at sammenligne med.')]
  const moves = movesBetween(before, now)
  if (moves.length === 0)
    return [heading(1, 'Hvad har flyttet sig'), paragraph(`Intet har flyttet sig siden ${dayText(before.day)}.`)]
  return [
    heading(1, 'Hvad har flyttet sig'),
    paragraph(`${numberText(moves.length)} felter har ændret sig siden ${dayText(before.day)}.`),
    {
      kind: 'table',
      caption: `Ændringer siden ${dayText(before.day)}`,
      columns: [
        { title: 'Indsatsområde', width: 4 },
        { title: 'Part', width: 2 },
        { title: 'Før', width: 2 },
        { title: 'Nu', width: 2 },
        { title: 'Bemærkning', width: 4 },
      ],
      rows: moves.map(({ area, party, from, to, note }: Move): Cell[] => [
        `${area} ${areaTitle(now, area)}`,
        name(now, party),
        stateText(from),
        filled(to),
        note ?? '',
      ]),
    },
  ]
}

const filled = (state: State | undefined): Cell =>
  state ? { text: states[state].text, fill: fills[state] } : stateText(undefined)

function standing(now: Standing): Block[] {
  const still = stopped(now)
  return [
    heading(1, 'Hvad står stille'),
    ...(still.length === 0
      ? [paragraph('Ingen har meldt, at noget er sat på pause eller gået i stå.')]
      : [
          {
            kind: 'table' as const,
            caption: 'Sat på pause eller gået i stå',
            columns: [
              { title: 'Indsatsområde', width: 4 },
              { title: 'Part', width: 2 },
              { title: 'Status', width: 2 },
              { title: 'Begrundelse', width: 5 },
            ],
            rows: still.map(({ area, party, state, reason, note }): Cell[] => [
              `${area} ${areaTitle(now, area)}`,
              name(now, party),
              filled(state),
              reason ?? note ?? 'Ikke oplyst',
            ]),
          },
        ]),
  ]
}

function missing(now: Standing): Block[] {
  const none = silent(now)
  const gaps = now.parties
    .filter((party) => !none.includes(party))
    .flatMap(({ key, name }) => {
      const open = now.areas.filter((area) => !cellAt(now, area.key, key)).map((area) => area.key)
      return open.length > 0 ? [`${name}: mangler ${open.join(', ')}`] : []
    })
  return [
    heading(1, 'Hvem har ikke meldt'),
    paragraph(
      none.length > 0
        ? `Ikke meldt på noget område: ${none.map(({ name }) => name).join(', ')}.`
        : 'Alle parter har meldt på mindst ét område.',
    ),
    ...(gaps.length > 0 ? [{ kind: 'list' as const, items: gaps }] : []),
  ]
}

function groups({ now, grouping }: ReportParts): Block[] {
  const chosen: Group[] = grouping === 'fokus' ? now.focusAreas : now.principles
  return chosen.flatMap((group) => [
    heading(1, group.title),
    ...group.areas.flatMap((area) => areaBlocks(now, area)),
    ...initiativeBlocks(now, group),
  ])
}

function areaBlocks(now: Standing, area: string): Block[] {
  const { count, of } = reported(now, area)
  const cells = now.cells.filter((cell) => cell.area === area)
  const counts = Object.entries(states).flatMap(([state, { text }]) => {
    const having = cells.filter((cell) => cell.state === state)
    return having.length > 0 ? [`${text}: ${having.length} (${having.map(({ party }) => name(now, party)).join(', ')})`] : []
  })
  return [
    heading(2, `${area} ${areaTitle(now, area)}`),
    paragraph(`${ofText(count, of)} har meldt.`),
    { kind: 'list', items: counts },
  ]
}

function initiativeBlocks(now: Standing, { initiatives }: Group): Block[] {
  const mine = now.initiatives.filter(({ key }) => initiatives.includes(key))
  if (mine.length === 0) return []
  return [
    heading(2, 'Initiativer'),
    ...mine.flatMap(({ title, phases }): Block[] => [
      heading(3, title),
      phases.length === 0
        ? paragraph('Kilderne nævner ingen faser.')
        : {
            kind: 'list',
            items: phases.map(
              (phase) =>
                `${phase.title}${phase.done ? `, gennemført ${dayText(phase.done)}` : phase.when ? `, ${phase.when}` : ', ingen dato oplyst'}`,
            ),
          },
    ]),
  ]
}

const matrix = (now: Standing): Block[] => [
  heading(1, 'Oversigt: 13 indsatsområder og alle parter'.replace('13', String(now.areas.length))),
  paragraph(
    Object.values(states)
      .map(({ sign, text }) => `${sign} ${text}`)
      .join('   '),
  ),
  {
    kind: 'table',
    caption: `Status pr. ${dayText(now.day)}. Et tomt felt betyder, at der ikke er meldt.`,
    landscape: true,
    rowHeader: true,
    columns: [
      { title: 'Indsatsområde', width: 7 },
      ...now.parties.map(({ short }) => ({ title: short, width: 1 })),
      { title: 'Meldt', width: 2, align: 'right' as const },
    ],
    rows: now.areas.map(({ key, title }): Cell[] => {
      const { count, of } = reported(now, key)
      return [
        `${key} ${title}`,
        ...now.parties.map((party): Cell => {
          const cell = cellAt(now, key, party.key)
          return cell ? { text: states[cell.state].sign, fill: fills[cell.state] } : ''
        }),
        `${count} af ${of}`,
      ]
    }),
  },
  paragraph(`Forkortelser: ${now.parties.map(({ short, name }) => `${short} = ${name}`).join(', ')}.`),
]

const sources = ({ now, madeOn }: ReportParts): Block[] => [
  heading(1, 'Om tallene'),
  paragraph(
    `Status er parternes egne indberetninger på Fælles pr. ${dayText(now.day)}. Planen bygger på Implementeringsstrategi 2024-2026 og de øvrige kildedokumenter, som står på planens side om kilder. Rapporten er lavet ${dayText(madeOn)}.`,
  ),
]
