import { z } from 'zod'
import type { At } from '../../../access.ts'
import { ownParties } from '../../../access.ts'
import { type Action, type Ask, download, form, page } from '../../../platform/action.ts'
import { compare, type Exact, exact, times, zero } from '../../../platform/values/exact.ts'
import { choice, day, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { keysOf } from '../../../platform/values/keys.ts'
import { exactFrom } from '../../../platform/values/kroner.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { ownerships, placeKinds, priceUnits } from '../../offers/index.ts'
import { membersOn } from '../../parties/index.ts'
import { allParameters } from '../../rules/index.ts'
import { baselineOn, limitsOn, mustExceed, rulesAt } from '../found.ts'
import { CasePage } from '../pages/case.tsx'
import { CasesPage } from '../pages/cases.tsx'
import { MetPage } from '../pages/met.tsx'
import { FindPage, RisesPage } from '../pages/rises.tsx'
import { CASES, RISES } from '../paths.ts'
import { atOperator, caseIn, casesSeen, flipped, ownOrAll, rises } from '../reading.ts'
import { fileOfStep, noBasisPdf, reportPdf } from '../report.ts'
import { casesCsv, casesWorkbook, risesCsv, risesWorkbook } from '../sheets.ts'
import { findIncreases, openCase } from '../store/cases.ts'
import { reportMailbox } from '../store/mailbox.ts'

const owners = keysOf(ownerships)
const kinds = keysOf(placeKinds)
const units = keysOf(priceUnits)
const rulesOfTariffs = ({ db }: Pick<Ask, 'db'>) => allParameters(db, { topic: 'tariffs' })
const loadRises = async ({ db, today }: Ask) => {
  const parameters = await rulesOfTariffs({ db })
  return { ...(await rises(db)), limits: limitsOn(parameters, today), hasBaseline: baselineOn(parameters, today) !== undefined }
}
const loadCases = async (ask: Ask) => {
  const cases = await casesSeen(ask)
  const waiting = ask.may('increases.conclude') ? (await rises(ask.db)).rises.filter(({ found }) => !found).length : 0
  return { cases, flips: await flipped(ask.db, cases), mailbox: await reportMailbox(ask.db), waiting, today: ask.today }
}

/** An amount in kroner as exact øre. */
const kroner = (missing: string) =>
  z.string({ error: missing }).transform((written, context): Exact => {
    const value = exactFrom(written)
    if (value && compare(value, zero) > 0) return times(value, exact(100))
    context.addIssue(missing)
    return z.NEVER
  })

export const caseActions: Action[] = [
  page({ path: RISES, may: 'increases.list', open: true, load: loadRises, view: RisesPage }),
  download({ path: `${RISES}.xlsx`, may: 'increases.list', open: true, load: loadRises, send: risesWorkbook }),
  download({ path: `${RISES}.csv`, may: 'increases.list', open: true, load: loadRises, send: risesCsv }),

  form({
    path: `${RISES}/find`,
    may: 'increases.conclude',
    load: loadRises,
    input: z.object({}),
    view: FindPage,
    submit: async ({ db, actor, now, today }) => {
      const found = await findIncreases(db, { actorId: actor.id, actorName: actor.name, now, day: today })
      const said =
        found === 0
          ? 'Der var ingen nye stigninger over grænsen.'
          : found === 1
            ? '1 ny sag er åbnet.'
            : `${found} nye sager er åbnet.`
      return { subject: 'increases', next: CASES, said, detail: { found } }
    },
  }),

  page({ path: CASES, may: 'increases.read', at: ownOrAll, load: loadCases, view: CasesPage }),
  download({ path: `${CASES}.xlsx`, may: 'increases.read', at: ownOrAll, load: loadCases, send: casesWorkbook }),
  download({ path: `${CASES}.csv`, may: 'increases.read', at: ownOrAll, load: loadCases, send: casesCsv }),

  form({
    path: `${CASES}/ny`,
    may: 'increases.report',
    at: ({ actor, may }): At => {
      const [own] = ownParties(actor, 'increases.report')
      return may('increases.report') ? {} : { partyId: own }
    },
    load: async (ask: Ask) => ({
      parties: (await membersOn(ask.db, ask.today)).filter(({ id }) => ask.may('increases.report', { partyId: id })),
    }),
    input: z.object({
      partyId: z.coerce.number({ error: 'Vælg kommunen.' }).int().positive('Vælg kommunen.'),
      operatorName: text(160, 'Skriv, hvem der driver tilbuddet.'),
      offerName: text(160, 'Skriv tilbuddets navn.'),
      ownership: choice(owners, 'Vælg ejerform: den afgør grænsen.'),
      kind: choice(kinds, 'Vælg, hvilken slags pladser prisen er for: det afgør grænsen.'),
      per: choice(units, 'Vælg, hvad prisen er for.'),
      from: kroner('Skriv prisen før i kroner, fx 1.234,50.'),
      to: kroner('Skriv prisen nu i kroner, fx 1.345,00.'),
      effectiveOn: day('Skriv den dag, prisen gælder fra.'),
      source: text(300, 'Skriv, hvor I har mødt prisen, fx et tilbud på en plads.'),
    }),
    view: MetPage,
    submit: async (ask: Ask, { from, to, ...written }, { parties }) => {
      if (!parties.some(({ id }) => id === written.partyId))
        throw new Refusal('partyId', 'not yours', 'Vælg jeres egen kommune. Intet er gemt.')
      const rules = rulesAt(await rulesOfTariffs(ask), { ...written, validFrom: written.effectiveOn })
      if (!rules.limit)
        throw new Refusal(
          'kind',
          'no limit',
          `For pladser af slagsen »${placeKinds[written.kind]}« er der ingen grænse for indberetning den dag. Se reglerne. Intet er gemt.`,
        )
      const { limit, ...increase } = mustExceed(rules, { from, to })
      const id = await openCase(
        ask.db,
        {
          ...written,
          ...increase,
          versionId: undefined,
          offerId: undefined,
          operatorId: undefined,
          what: '',
          groups: [],
          limit: limit.percent,
          limitSource: limit.source,
          limitConfirmed: limit.confirmed,
          example: false,
        },
        { actorId: ask.actor.id, actorName: ask.actor.name, now: ask.now, day: ask.today },
      )
      return { subject: `increase:${id}`, next: `${CASES}/${id}`, said: 'Prisen er meldt, og sagen er åbnet.' }
    },
  }),

  page({ path: `${CASES}/:id`, may: 'increases.read', at: atOperator, load: caseIn, view: CasePage }),
  download({
    path: `${CASES}/:id/indberetning.pdf`,
    may: 'increases.read',
    at: atOperator,
    load: caseIn,
    send: ({ of }, ask) => reportPdf(of, ask),
  }),
  download({
    path: `${CASES}/:id/grundlag.pdf`,
    may: 'increases.read',
    at: atOperator,
    load: async (ask) => {
      const one = await caseIn(ask)
      return one?.of.calculationId === undefined ? one : undefined
    },
    send: ({ of }, { today }) => noBasisPdf(of, today),
  }),
  download({
    path: `${CASES}/:id/bilag/:step/:position`,
    may: 'increases.supervise',
    load: async (ask) => {
      const one = await caseIn(ask)
      return one && fileOfStep(ask, one.of, idIn(ask.params.step), idIn(ask.params.position))
    },
    send: ({ name, mediaType, bytes }) => ({ name, type: mediaType, body: bytes }),
  }),
]
