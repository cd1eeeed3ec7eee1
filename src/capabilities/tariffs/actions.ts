import { z } from 'zod'
import { type Action, type Ask, download, page } from '../../platform/action.ts'
import { jsonFile } from '../../platform/sheet.ts'
import { idIn } from '../../platform/values/id.ts'
import { visibilityDeeds } from './actions/visibility.ts'
import { whatIf } from './actions/what-if.ts'
import { calculate } from './calculate.ts'
import { flowsOfTariff } from './flowing.ts'
import { asInput, calculationInput } from './input.ts'
import { examples } from './openapi-example.ts'
import { ListPage } from './pages/list.tsx'
import { RuleSetPage } from './pages/rule-set.tsx'
import { SheetPage } from './pages/sheet.tsx'
import { sheetPdf } from './paper.ts'
import { ruleSetOfYear, sheetToRead } from './reading.ts'
import { fileName, sheetWorkbook } from './sheets.ts'
import { calculationsIn, yearsCalculated } from './store/calculations.ts'
import { told, toldOutput } from './told.ts'
import { mustBeSmall } from './what-if.ts'

const yearQuery = z.object({ aar: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined) })
type YearAsked = Ask<unknown, z.output<typeof yearQuery>>

const yearOf = ({ query, today }: YearAsked, years: readonly number[] = []): number =>
  query.aar ?? years[0] ?? Number(today.slice(0, 4))

const readSheet = (ask: Ask<{ id: string }>) => sheetToRead(ask, idIn(ask.params.id))

type Read = NonNullable<Awaited<ReturnType<typeof readSheet>>>

const toldSheet = ({ calculation, seen }: Read) => ({
  id: calculation.id,
  version: calculation.version,
  validFrom: calculation.input.period?.from,
  validUntil: calculation.input.period?.until,
  example: calculation.example,
  ...told(calculation.calculated, { rules: calculation.rules, level: seen.level, why: seen.why }),
})

const BYTES = 256 * 1024

export const actions: Action[] = [
  ...visibilityDeeds,

  page({
    path: '/takster/beregninger',
    may: 'tariffs.read',
    open: true,
    query: yearQuery,
    load: async (ask) => {
      const years = await yearsCalculated(ask.db)
      const year = yearOf(ask, years)
      return { year, years, entries: await calculationsIn(ask.db, year) }
    },
    view: ListPage,
    apiRead: {
      path: '/tariff-calculations',
      summary: 'The newest calculation of every tariff of a year (?aar=2026)',
      output: z.object({
        year: z.int(),
        calculations: z.array(
          z.object({
            id: z.int(),
            offer: z.string(),
            unit: z.string(),
            version: z.int(),
            tariffOre: z.int(),
            example: z.boolean(),
          }),
        ),
      }),
      answer: ({ year, entries }) => ({
        year,
        calculations: entries.map(({ id, offerName, unit, version, tariffOre, example }) => ({
          id,
          offer: offerName,
          unit,
          version,
          tariffOre,
          example,
        })),
      }),
    },
  }),

  page({
    path: '/takster/regelsaet',
    may: 'tariffs.read',
    open: true,
    query: yearQuery,
    load: async (ask) => {
      const year = yearOf(ask)
      const now = Number(ask.today.slice(0, 4))
      const years = [...new Set([year, now + 1, now, now - 1, now - 2, ...(await yearsCalculated(ask.db))])].sort((a, b) => b - a)
      return { set: await ruleSetOfYear(ask.db, year), years }
    },
    view: RuleSetPage,
    apiRead: {
      path: '/tariff-rules',
      summary:
        'The rules that tariffs of a year are calculated by (?aar=2026), with source, and whether anybody has confirmed them',
      output: z.object({ year: z.int(), rules: toldOutput.shape.rules }),
      answer: ({ set }) => ({ year: set.year, rules: set.rules.map(({ unit: _, ...rule }) => rule) }),
    },
  }),

  page({
    path: '/takster/beregning/:id',
    may: 'tariffs.read',
    open: true,
    load: async (ask) => {
      const read = await readSheet(ask)
      return read && { ...read, flows: await flowsOfTariff(ask, { ...read.calculation, year: read.calculation.input.year }) }
    },
    view: SheetPage,
    apiRead: {
      path: '/tariff-calculations/:id',
      summary: 'A calculation with every step, as much of it as may be seen',
      output: toldOutput.extend({
        ...{ id: z.int(), version: z.int(), example: z.boolean() },
        ...{ validFrom: z.string().optional(), validUntil: z.string().optional() },
      }),
      answer: toldSheet,
    },
    apiAnswer: {
      path: '/tariff-calculations',
      summary:
        'Calculate a tariff by the rules of its year, with every step; nothing is kept. At most 256 KB, and as many cost lines as the rule tariff.whatIf.lines says',
      input: calculationInput,
      output: toldOutput,
      examples,
      maxBytes: BYTES,
      answer: async (read: z.output<typeof calculationInput>, { db }) => {
        const input = asInput(read)
        const rules = await ruleSetOfYear(db, input.year)
        mustBeSmall(input, rules)
        return told(calculate(input, rules), { rules, level: 'full', why: undefined })
      },
    },
  }),

  ...whatIf,

  download({
    path: '/takster/beregning/:id/ark.xlsx',
    may: 'tariffs.read',
    load: async (ask) => {
      const read = await readSheet(ask)
      return read?.seen.level === 'price' ? undefined : read
    },
    send: sheetWorkbook,
  }),
  download({
    path: '/takster/beregning/:id/ark.pdf',
    may: 'tariffs.read',
    load: readSheet,
    send: (read, { today }) => sheetPdf(read, today),
  }),
  download({
    path: '/takster/beregning/:id/ark.json',
    may: 'tariffs.read',
    load: readSheet,
    send: (read) => jsonFile(`${fileName(read)}.json`, toldSheet(read)),
  }),
]
