import type { Block, Cell, Document } from '../../platform/document.ts'
import { numberText } from '../../platform/values/danish.ts'
import { dayText } from '../../platform/values/day.ts'
import { stateKeys, states } from '../progress/index.ts'
import { type Earlier, moved, movedInShort } from './report-moved.ts'
import { areaTitle, fieldsText, filled, fills, heading, name, ofText, paragraph } from './report-words.ts'
import { cellAt, type Group, holdsExample, reported, type Standing, silent, stopped, tally, within } from './standing.ts'

export type Grouping = 'princip' | 'fokus'

/** What the report is made of; `before` is what it is compared with, when there is something. */
export type ReportParts = {
  title: string
  now: Standing
  before: Earlier
  grouping: Grouping
  madeOn: string
  frozen: boolean
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
    ...(showsExample(parts) ? { mark: 'eksempeldata' } : {}),
    blocks: [
      ...summary(parts),
      ...matrix(now),
      ...moved(now, before),
      ...standing(now),
      ...missing(now),
      ...groups(parts),
      ...sources(parts),
    ],
  }
}

/** What has moved is an example when it was one before. */
const showsExample = ({ now, before }: ReportParts): boolean => holdsExample(now) || holdsExample(before.standing)

function summary(parts: ReportParts): Block[] {
  const { now, before } = parts
  const { missing, of } = tally(now)
  const none = silent(now)
  const still = stopped(now).length
  return [
    ...(showsExample(parts)
      ? [
          {
            kind: 'note' as const,
            text: 'Rapporten indeholder eksempeldata: opfundne indberetninger, der viser, hvordan den ser ud.',
          },
        ]
      : []),
    heading(1, 'Kort fortalt'),
    {
      kind: 'list',
      items: [
        `${ofText(now.parties.length - none.length, now.parties.length)} parter har meldt status på mindst ét indsatsområde. ${none.length > 0 ? `Ikke meldt: ${none.map(({ name }) => name).join(', ')}.` : ''}`.trim(),
        `${ofText(of - missing, of)} felter i oversigten er meldt. Det, der ikke er meldt, tæller ikke som nul.`,
        ...unapproved(now),
        ...movedInShort(now, before),
        still === 0
          ? 'Ingen har meldt, at noget står stille.'
          : `${fieldsText(still)} står stille: sat på pause eller gået i stå.`,
        madeText(parts),
      ],
    },
    keyFigures(now),
  ]
}

/** Whether the figures can still change, and when they were known. */
function madeText({ frozen, now, madeOn }: ReportParts): string {
  if (frozen) return 'Tallene er frosset og kan ikke ændres.'
  return now.day === madeOn
    ? 'Tallene er trukket i dag og er ikke frosset.'
    : `Tallene er, som de var kendt ${dayText(now.day)}. De er trukket ${dayText(madeOn)} og er ikke frosset.`
}

/** A report is public before its own party has approved it; the reader is told how many. */
function unapproved({ cells }: Standing): string[] {
  const open = cells.filter(({ approved }) => !approved).length
  return open === 0 ? [] : [`${ofText(open, cells.length)} meldinger er endnu ikke godkendt af parten selv.`]
}

/** How many cells stand in each state, for each principle and all together. */
function keyFigures(now: Standing): Block {
  const columns = [
    ...now.principles.map((group) => ({ title: group.title, of: within(now, group) })),
    { title: 'I alt', of: now },
  ]
  const tallies = columns.map(({ of }) => tally(of))
  return {
    kind: 'table',
    caption: `Antal felter i hver status pr. ${dayText(now.day)}`,
    rowHeader: true,
    columns: [
      { title: 'Status', width: 3 },
      ...columns.map(({ title }) => ({ title, width: title === 'I alt' ? 2 : 3, align: 'right' as const })),
    ],
    rows: [
      ...stateKeys.map((state, at): Cell[] => [
        { text: `${states[state].sign} ${states[state].text}`, fill: fills[state] },
        ...tallies.map((tally) => numberText(tally.states[at]?.[1] ?? 0)),
      ]),
      ['Ikke meldt', ...tallies.map(({ missing }) => numberText(missing))],
      ['Har meldt', ...tallies.map(({ missing, of }) => ofText(of - missing, of))],
    ],
  }
}

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
    return having.length > 0 ? [`${text} (${having.length}): ${having.map(({ party }) => name(now, party)).join(', ')}`] : []
  })
  return [
    heading(2, `${area} ${areaTitle(now, area)}`),
    { kind: 'paragraph', text: `${ofText(count, of)} har meldt.`, withNext: counts.length > 0 },
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

const legend = Object.values(states)
  .map(({ sign, text }) => `${sign} ${text}`)
  .join('   ')

const matrix = (now: Standing): Block[] => [
  heading(1, `Oversigt: ${now.areas.length} indsatsområder og ${now.parties.length} parter`),
  {
    kind: 'table',
    caption: `${legend}   Tomt felt: ikke meldt. Status pr. ${dayText(now.day)}.`,
    landscape: true,
    rowHeader: true,
    columns: [
      { title: 'Indsatsområde', width: 7 },
      ...now.parties.map(({ name }) => ({ title: name, width: 1 })),
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
        ofText(count, of),
      ]
    }),
  },
]

const sources = ({ now, madeOn }: ReportParts): Block[] => [
  heading(1, 'Om tallene'),
  paragraph(
    `Status er parternes egne indberetninger på Fælles pr. ${dayText(now.day)}. Planen bygger på Implementeringsstrategi 2024-2026 og de øvrige kildedokumenter, som står på planens side om kilder. Rapporten er lavet ${dayText(madeOn)}.`,
  ),
]
