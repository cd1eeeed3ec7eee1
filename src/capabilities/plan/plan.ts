import type { Day } from '../../platform/values/day.ts'

/**
 * The plan is a tree of items, and everything said of an item is a dated fact with its source, so that the plan can be
 * read as of any day and no figure stands without where it comes from. Danish: implementeringsplan.
 */
export const planKinds = {
  agreement: 'Rammeaftale',
  strategy: 'Strategi',
  purpose: 'Formål',
  principle: 'Princip',
  area: 'Indsatsområde',
  focus: 'Fokusområde',
  subarea: 'Delområde',
  initiative: 'Initiativ',
  phase: 'Fase',
  milestone: 'Milepæl',
  activity: 'Hovedaktivitet',
  passage: 'Tekst',
  idea: 'Idé',
} as const

export type PlanKind = keyof typeof planKinds

/** A stretch of time as a source words it: 'forår 2026' is 2026-03-01 to 2026-06-01 (exclusive); a single day ends the day after. */
export type Period = { text: string; from: Day; until: Day }

export const isPeriod = (value: unknown): value is Period => typeof value === 'object' && value !== null && 'text' in value

export type FieldType = 'text' | 'longtext' | 'day' | 'period' | 'number' | 'flag' | 'body'

/** `many`: several facts may hold at once (former names, parties …); otherwise the newest by day is the value. */
export type FieldRule = { label: string; type: FieldType; many?: true }

/** Every field a plan item can have. A `body` value is the key of a body or party. */
export const planFields = {
  title: { label: 'Titel', type: 'text' },
  alias: { label: 'Tidligere eller andet navn', type: 'text', many: true },
  summary: { label: 'Kort fortalt', type: 'longtext' },
  background: { label: 'Baggrund', type: 'longtext' },
  scope: { label: 'Gælder for', type: 'text' },
  goal: { label: 'Mål', type: 'longtext', many: true },
  startTerm: { label: 'Planlagt start', type: 'text' },
  programmeYear: { label: 'Programår', type: 'number' },
  programmeNumber: { label: 'Nummer i programmet', type: 'number', many: true },
  shownActive2025: { label: 'Vist som igangværende i november 2025', type: 'flag' },
  obligatory: { label: 'Obligatorisk', type: 'flag' },
  period: { label: 'Periode', type: 'period' },
  planned: { label: 'Planlagt', type: 'period' },
  actual: { label: 'Faktisk', type: 'period' },
  done: { label: 'Gennemført', type: 'day' },
  postponed: { label: 'Udsat, begrundelse', type: 'longtext', many: true },
  status: { label: 'Status i kilden', type: 'text' },
  deliverable: { label: 'Leverance', type: 'text' },
  body: { label: 'Organ', type: 'body', many: true },
  responsible: { label: 'Ansvarlig', type: 'body', many: true },
  party: { label: 'Deltager', type: 'text', many: true },
  level: { label: 'Inddraget niveau', type: 'text', many: true },
  resource: { label: 'Ressourcer', type: 'longtext', many: true },
  needsResources: { label: 'Kræver større ressourcer', type: 'flag' },
  decisionRoute: { label: 'Beslutningsvej', type: 'body', many: true },
  mandate: { label: 'Kommissorium', type: 'text' },
  document: { label: 'Dokument', type: 'text', many: true },
  quote: { label: 'Citat i egne ord', type: 'longtext', many: true },
  question: { label: 'Spørgsmål til drøftelse', type: 'longtext', many: true },
  measure: { label: 'Foranstaltning', type: 'text', many: true },
  part: { label: 'Del af aftalen', type: 'text' },
  unknown: { label: 'Fremgår ikke af kilderne', type: 'longtext', many: true },
} as const satisfies Record<string, FieldRule>

export type PlanField = keyof typeof planFields

/**
 * How one item points to another.
 * serves: to the purpose it serves · carries: an initiative to an action area it carries · continues: a focus area to the one it went on in ·
 * depends: an initiative or phase to the one that must come first · under: to a focus area or principle it also belongs to ·
 * result: a milestone to what it led to.
 */
export const linkKinds = ['serves', 'carries', 'continues', 'depends', 'under', 'result'] as const
export type LinkKind = (typeof linkKinds)[number]
