import type { Sql } from '../../platform/db.ts'
import { numberText } from '../../platform/values/danish.ts'
import type { Day } from '../../platform/values/day.ts'
import { increaseCounts } from '../increases/index.ts'
import { tariffCounts } from '../tariff-years/index.ts'

/** What the rest of Fælles can tell of an action area, counted and not reported. Danish: tal fra Fælles. */
export type AreaFigure = { text: string; href: string; link: string; example: boolean }

const counters: Record<string, (sql: Sql, day: Day) => Promise<AreaFigure>> = {
  KT3: async (sql, day) => {
    const { tariffs, known, examples } = await tariffCounts(sql, day)
    return {
      text: `Takstoversigten har ${numberText(tariffs)} takster, og for ${numberText(known)} af dem er beregningen kendt.`,
      href: '/takster',
      link: 'Se takstoversigten',
      example: examples > 0,
    }
  },
  KT4: async (sql, day) => {
    const { found, sent, closed, examples } = await increaseCounts(sql, day)
    return {
      text: `Der er fundet ${numberText(found)} ${found === 1 ? 'takststigning' : 'takststigninger'} over grænsen. ${numberText(sent)} er sendt til Socialtilsyn Øst, og ${numberText(closed)} er afsluttet.`,
      href: '/takster/stigninger',
      link: 'Se stigningerne',
      example: examples > 0,
    }
  },
}

/** undefined: Fælles counts nothing of this area yet. */
export const figureOf = async (sql: Sql, key: string, day: Day): Promise<AreaFigure | undefined> => counters[key]?.(sql, day)
