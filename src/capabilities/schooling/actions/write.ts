import { z } from 'zod'
import { type Action, type Ask, form, signedBy } from '../../../platform/action.ts'
import { readWorkbook } from '../../../platform/sheet.ts'
import { looksLikeCpr } from '../../../platform/values/cpr.ts'
import { optional, text, whole } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { ImportPage, UsagePage } from '../pages/forms.tsx'
import { addUsage } from '../store.ts'
import { isSame, readTemplate, titlesOf } from '../template.ts'
import { mustHaveBegun, schoolYearText } from '../usage.ts'
import { ground, query, SCHOOLING } from './look.ts'

const MB = 1024 * 1024
const LARGEST = 2 * MB
const ENVELOPE = 16 * 1024

const source = text(300, 'Skriv, hvor tallet kommer fra.')
const optionalCount = optional(whole(0, 10_000))

const years = async (ask: Ask<unknown, { aar?: string | undefined }>) => {
  const today = Number(ask.today.slice(0, 4))
  const asked = /^\d{4}$/.test(ask.query.aar ?? '') ? Number(ask.query.aar) : undefined
  return { ...(await ground(ask, asked ?? today - 1)), asked }
}

function mustBeReadable(file: File): void {
  if (file.size === 0 || file.name === '')
    throw new Refusal('file', 'missing', 'Vælg den fil, der skal læses ind. Intet er gemt.')
  if (looksLikeCpr(file.name))
    throw new Refusal('file', 'cpr', 'Filens navn ligner et CPR-nummer. Giv den et andet navn. Intet er gemt.')
  if (file.size > LARGEST)
    throw new Refusal('file', 'too large', 'Filen fylder mere end 2 MB. Send kun skabelonen. Intet er gemt.')
}

export const write: Action[] = [
  form({
    path: `${SCHOOLING}/tal`,
    may: 'schooling.edit',
    query,
    load: years,
    input: z.object({
      offerId: z.coerce.number({ error: 'Vælg et tilbud.' }).int(),
      municipalityCode: z.coerce.number({ error: 'Vælg en kommune.' }).int(),
      year: whole(1990, 2100),
      pupils: optionalCount,
      source,
    }),
    view: UsagePage,
    submit: async (ask, { year, source: from, ...written }) => {
      const cell = { ...written, pupils: written.pupils }
      mustHaveBegun(year, ask.today)
      const { offers, municipalities, usage } = await ground(ask, year)
      if (!offers.some(({ id }) => id === cell.offerId))
        throw new Refusal('offerId', 'unknown', 'Vælg et tilbud på listen. Intet er gemt.')
      if (!municipalities.some(({ code }) => code === cell.municipalityCode))
        throw new Refusal('municipalityCode', 'unknown', 'Vælg en kommune, der er med i aftalen det år. Intet er gemt.')
      const told = usage.some(
        (one) => one.offerId === cell.offerId && one.municipalityCode === cell.municipalityCode && one.pupils !== undefined,
      )
      if (usage.some((now) => isSame(now, cell)) || (cell.pupils === undefined && !told))
        throw new Refusal('pupils', 'no change', 'Det står der allerede. Intet er gemt.')
      await addUsage(ask.db, [cell], { ...signedBy(ask), year, source: from })
      return {
        subject: `schooling:${year}`,
        next: `${SCHOOLING}?aar=${year}`,
        said: cell.pupils === undefined ? 'Tallet er trukket tilbage.' : 'Tallet er gemt.',
        detail: { year, offerId: cell.offerId, municipalityCode: cell.municipalityCode, source: from },
      }
    },
  }),

  form({
    path: `${SCHOOLING}/indlaes`,
    may: 'schooling.edit',
    maxBytes: LARGEST + ENVELOPE,
    query,
    load: years,
    input: z.object({
      file: z.instanceof(File, { error: 'Vælg den fil, der skal læses ind.' }),
      year: whole(1990, 2100),
      source,
    }),
    view: ImportPage,
    submit: async (ask, { file, year, source: from }) => {
      mustBeReadable(file)
      mustHaveBegun(year, ask.today)
      const all = await ground(ask, year)
      const sheets = await readWorkbook(new Uint8Array(await file.arrayBuffer()), { titles: titlesOf(all.municipalities) })
      const { cells, unchanged } = await readTemplate(sheets, all)
      await addUsage(ask.db, cells, { ...signedBy(ask), year, source: from })
      return {
        subject: `schooling:${year}`,
        next: `${SCHOOLING}?aar=${year}`,
        said: `Skoleåret ${schoolYearText(year)}: ${cells.length} nye tal er gemt, ${unchanged} stod der i forvejen.`,
        detail: { year, cells: cells.length, unchanged, source: from },
      }
    },
  }),
]
