import { z } from 'zod'
import { type Action, type Ask, download, form, page } from '../../../platform/action.ts'
import { parameterOn } from '../../rules/index.ts'
import { FigureFormPage, PopulationFormPage, TariffFormPage } from '../pages/tariff-forms.tsx'
import { TariffsPage } from '../pages/tariffs.tsx'
import { authorities } from '../store/facts.ts'
import { addFigure, addPopulations, addTariffs, figuresTold, populationsOf, sharers, tariffs } from '../store/tariffs.ts'
import { type Figure, partedBy, sizeKeys } from '../tariff.ts'
import { figureFrom, figureInput, mustSayWhy, populationInput, rowsFrom, tariffInput } from '../tariff-input.ts'
import { tariffsCsv, tariffsWorkbook } from '../tariff-sheets.ts'

const OWN = 'oest'

const factorsOn = async ({ db, today }: Pick<Ask, 'db' | 'today'>) => {
  const sizes = await Promise.all(sizeKeys.map((size) => parameterOn(db, `tariff.supervision.${size}`, today)))
  return { sizes, intensifiedPct: await parameterOn(db, 'tariff.supervision.strict', today) }
}

const newest = (figures: readonly Figure[]): Figure | undefined =>
  figures.find(({ key, authorityKey }) => key === 'fosterFinancing' && authorityKey === OWN)

async function load(ask: Pick<Ask, 'db' | 'today'>) {
  const { db } = ask
  const [told, figures, factors] = await Promise.all([tariffs(db), figuresTold(db), factorsOn(ask)])
  const financing = newest(figures)
  const populations = financing ? await populationsOf(db, OWN, financing.year) : []
  const shares = populations.some(({ residents }) => residents > 0)
  return { tariffs: told, figures, factors, financing, parts: financing && shares ? partedBy(financing.value, populations) : [] }
}
export type LoadedTariffs = Awaited<ReturnType<typeof load>>

const forms = async ({ db }: Pick<Ask, 'db'>) => ({
  authorities: (await authorities(db)).filter(({ kind }) => kind === 'socialtilsyn'),
})

const by = ({ actor, today, now }: Ask) => ({ actorId: actor.id, actorName: actor.name, today, now })

const yearIn = (text: string | undefined, today: string): number =>
  text && /^20\d\d$/.test(text) ? Number(text) : Number(today.slice(0, 4))

export const prices: Action[] = [
  page({
    path: '/tilsyn/takster',
    may: 'supervision.read',
    open: true,
    load,
    view: TariffsPage,
    apiRead: {
      path: '/supervision-tariffs',
      summary: 'What supervision costs by authority, year, category and size, and key figures, each with its source',
      output: z.object({
        tariffs: z.array(
          z.object({
            authority: z.string(),
            year: z.int(),
            category: z.string(),
            size: z.string().optional(),
            amountOre: z.int().optional(),
            changePct: z.number().optional(),
            reservation: z.string().optional(),
            source: z.string(),
          }),
        ),
        figures: z.array(
          z.object({
            authority: z.string(),
            key: z.string(),
            year: z.int(),
            value: z.number(),
            before: z.number().optional(),
            statedPct: z.number().optional(),
            source: z.string(),
          }),
        ),
      }),
      answer: (all) => ({
        tariffs: all.tariffs.map(({ authority, year, category, size, amountOre, changePct, reservation, source }) => ({
          authority,
          year,
          category,
          size,
          amountOre,
          changePct,
          reservation,
          source,
        })),
        figures: all.figures.map(({ authority, key, year, value, before, statedPct, source }) => ({
          authority,
          key,
          year,
          value,
          before,
          statedPct,
          source,
        })),
      }),
    },
  }),
  download({ path: '/tilsyn/takster.xlsx', may: 'supervision.read', open: true, load, send: tariffsWorkbook }),
  download({ path: '/tilsyn/takster.csv', may: 'supervision.read', open: true, load, send: tariffsCsv }),

  form({
    path: '/tilsyn/takster/ny',
    may: 'supervision.setTariffs',
    load: forms,
    input: tariffInput,
    view: TariffFormPage,
    submit: async (ask, written) => {
      const { authorityKey, year, category, reservation, source, sourceUrl, reason } = written
      const rows = rowsFrom(written)
      const there = (await tariffs(ask.db)).some(
        (one) => one.authorityKey === authorityKey && one.year === year && one.category === category,
      )
      mustSayWhy(there, reason)
      const told = { authorityKey, year, category, reservation, source, sourceUrl, reason }
      await addTariffs(
        ask.db,
        rows.map((row) => ({ ...told, ...row })),
        by(ask),
      )
      return {
        subject: `supervision-tariff:${authorityKey}-${year}`,
        next: '/tilsyn/takster',
        said: `Taksterne for ${year} er gemt.`,
        detail: { ...told, rows },
      }
    },
  }),

  form({
    path: '/tilsyn/takster/noegletal',
    may: 'supervision.setTariffs',
    load: forms,
    input: figureInput,
    view: FigureFormPage,
    submit: async (ask, written) => {
      const { authorityKey, year, key, reservation, source, sourceUrl, reason } = written
      const numbers = figureFrom(written)
      const there = (await figuresTold(ask.db)).some(
        (one) => one.authorityKey === authorityKey && one.year === year && one.key === key,
      )
      mustSayWhy(there, reason)
      const figure = { authorityKey, year, key, reservation, source, sourceUrl, reason, ...numbers }
      await addFigure(ask.db, figure, by(ask))
      return {
        subject: `supervision-tariff:${authorityKey}-${year}`,
        next: '/tilsyn/takster#noegletal',
        said: `Nøgletallet for ${year} er gemt.`,
        detail: figure,
      }
    },
  }),

  form({
    path: '/tilsyn/takster/befolkning',
    may: 'supervision.setTariffs',
    query: z.object({ aar: z.string().optional() }),
    load: async ({ db, query, today }) => {
      const year = yearIn(query.aar, today)
      const [places, populations] = await Promise.all([sharers(db, OWN), populationsOf(db, OWN, year)])
      return { year, places, populations }
    },
    input: populationInput,
    view: PopulationFormPage,
    submit: async (ask, { residents, source, sourceUrl }, { year, places, populations }) => {
      const known = residents.filter(({ code }) => places.some((place) => place.code === code))
      const changed = known.filter(({ code, residents: now }) => {
        const before = populations.find((one) => one.code === code)
        return before?.residents !== now || before?.example === true
      })
      if (changed.length > 0) await addPopulations(ask.db, { authorityKey: OWN, year, source, sourceUrl }, changed, by(ask))
      return {
        subject: `supervision-tariff:${OWN}-${year}`,
        next: '/tilsyn/takster#finansiering',
        said: `Befolkningstallene for ${year} er gemt: ${changed.length} ${changed.length === 1 ? 'ændring' : 'ændringer'}.`,
        detail: { year, changed, source },
      }
    },
  }),
]
