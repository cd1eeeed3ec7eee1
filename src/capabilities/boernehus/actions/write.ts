import { z } from 'zod'
import { type Action, type Ask, form, signedBy } from '../../../platform/action.ts'
import { dayText } from '../../../platform/values/day.ts'
import { choice, day, flag, link, optional, optionalText, text, whole } from '../../../platform/values/fields.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { membersOn } from '../../parties/index.ts'
import { type Kind, kinds, mustBeNews, mustBeOver, type Outcome, outcomes } from '../cases.ts'
import { FigurePage, TargetPage } from '../pages/forms.tsx'
import { addFigure, addTarget } from '../store.ts'
import { BOERNEHUS, load } from './look.ts'

const said = { source: text(300, 'Skriv, hvor det står.'), sourceDay: day('Skriv kildens dato.'), sourceUrl: link() }

function mustBePast(sourceDay: string, today: string): void {
  if (sourceDay <= today) return
  throw new Refusal('sourceDay', 'ahead', `${dayText(sourceDay)} er ikke kommet endnu. Ret datoen. Intet er gemt.`)
}

async function toWrite(ask: Ask) {
  const municipalities = (await membersOn(ask.db, ask.today)).flatMap(({ kind, code, name }) =>
    kind === 'municipality' && code !== undefined ? [{ code: Number(code), name }] : [],
  )
  return { ...(await load(ask)), municipalities }
}

export const write: Action[] = [
  form({
    path: `${BOERNEHUS}/tal`,
    may: 'boernehus.edit',
    load: toWrite,
    input: z.object({
      ...said,
      kind: choice(keysOf<Kind>(kinds), 'Vælg, om det er sager, budget eller forventet.'),
      year: whole(1990, 2100),
      municipalityCode: optional(z.coerce.number().int()),
      cases: optional(whole(0, 100_000)),
      derived: flag(),
      note: optionalText(500),
    }),
    view: FigurePage,
    submit: async (ask, written, { figures, municipalities: all }) => {
      mustBePast(written.sourceDay, ask.today)
      if (written.municipalityCode !== undefined && !all.some(({ code }) => code === written.municipalityCode))
        throw new Refusal('municipalityCode', 'unknown', 'Vælg en kommune på listen, eller hele regionen. Intet er gemt.')
      const figure = {
        ...written,
        municipalityCode: written.municipalityCode,
        cases: written.cases,
        sourceUrl: written.sourceUrl,
        note: written.note,
      }
      mustBeOver(figure, ask.today)
      mustBeNews(figures, figure)
      await addFigure(ask.db, { ...figure, ...signedBy(ask) })
      const { kind, year, municipalityCode, source } = written
      return {
        subject: `boernehus:${year}`,
        next: BOERNEHUS,
        said: written.cases === undefined ? `Tallet for ${year} er trukket tilbage.` : `Tallet for ${year} er gemt.`,
        detail: { kind, year, municipalityCode, source, ...(municipalityCode === undefined && { cases: written.cases }) },
      }
    },
  }),

  form({
    path: `${BOERNEHUS}/maal`,
    may: 'boernehus.edit',
    load,
    input: z.object({
      ...said,
      year: whole(1990, 2100),
      text: text(500, 'Skriv målet.'),
      outcome: choice(keysOf<Outcome>(outcomes), 'Vælg, om målet er nået.'),
      note: optionalText(500),
    }),
    view: TargetPage,
    submit: async (ask, written, { targets }) => {
      mustBePast(written.sourceDay, ask.today)
      const now = targets.find(({ year }) => year === written.year)
      if (now?.text === written.text && now.outcome === written.outcome)
        throw new Refusal('outcome', 'no change', `Det står der allerede for ${written.year}. Intet er gemt.`)
      await addTarget(ask.db, { ...written, sourceUrl: written.sourceUrl, note: written.note, ...signedBy(ask) })
      return {
        subject: `boernehus:${written.year}`,
        next: BOERNEHUS,
        said: `Målet for ${written.year} er gemt: ${outcomes[written.outcome].toLowerCase()}.`,
        detail: { year: written.year, outcome: written.outcome, source: written.source },
      }
    },
  }),
]
