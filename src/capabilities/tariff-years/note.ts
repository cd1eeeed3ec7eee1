import { numberText } from '../../platform/values/danish.ts'
import type { Day } from '../../platform/values/day.ts'

export const noteTopics = {
  key_figure: 'Nøgletal for området',
  settlement: 'Regler for afregning',
  instrument: 'Takstinstrumentet',
} as const
export type NoteTopic = keyof typeof noteTopics

/** A figure of the whole area, a rule of settlement, or a year's decision on the tariff instrument. Danish: nøgletal, regel, beslutning. */
export type Note = {
  id: number
  topic: NoteTopic
  key: string
  /** The year the figure or the decision is of. */
  year: number | undefined
  label: string
  text: string
  value: number | undefined
  unit: string | undefined
  /** When not, the source says »i størrelsesordenen«. */
  precise: boolean
  days: number | undefined
  validFrom: Day
  source: string
  actorName: string
  recordedAt: Date
}

/** 'i størrelsesordenen 2,7 mia. kr.'; undefined: no figure is told. */
export function figureText({ value, unit, precise }: Pick<Note, 'value' | 'unit' | 'precise'>): string | undefined {
  if (value === undefined) return undefined
  return `${precise ? '' : 'i størrelsesordenen '}${numberText(value)}${unit ? ` ${unit}` : ''}`
}
