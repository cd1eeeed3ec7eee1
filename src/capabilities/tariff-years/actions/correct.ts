import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { amountIn } from '../../../platform/mapping.ts'
import { dayText } from '../../../platform/values/day.ts'
import { flag, text } from '../../../platform/values/fields.ts'
import { idIn } from '../../../platform/values/id.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { type Calculation, calculationWith, changesOf, mustBeSmall, tried, writtenQuery } from '../../tariffs/index.ts'
import { correctedBy, following, mustBeCurrent, numbersBehind } from '../correcting.ts'
import { mustBeMeant } from '../line-input.ts'
import { CorrectPage } from '../pages/correct.tsx'
import { versionsOfCalculation, versionWith } from '../store/list.ts'
import { publishVersions } from '../store/publish.ts'
import { type ListedTariff, netOf } from '../tariff.ts'

const kroner = z.string().max(40).optional()

const oreIn = (field: string, written: string | undefined, negative = false): number | undefined => {
  if (written === undefined || written.trim() === '') return undefined
  const number = amountIn({ value: written })
  if (number === undefined)
    throw new Refusal(field, 'no number', `»${written.slice(0, 20)}« er ikke et beløb. Skriv fx 2.530,50. Intet er gemt.`)
  return mustBeMeant(field, Math.round(number * 100), { negative })
}

/** A published tariff, the calculation it points at, and every tariff that points at the same. */
async function correctable({ db, params }: Pick<Ask<{ id: string }>, 'db' | 'params'>) {
  const version = await versionWith(db, idIn(params.id))
  if (!version) return undefined
  const calculation = version.calculationId === undefined ? undefined : await calculationWith(db, version.calculationId)
  return { version, calculation, shared: calculation ? await versionsOfCalculation(db, calculation.id, version.id) : [version] }
}

export type Correctable = NonNullable<Awaited<ReturnType<typeof correctable>>>

const written = z.looseObject({
  /** What is corrected: the numbers behind the tariff, or its price alone. */
  what: z.enum(['numbers', 'price']).optional().catch(undefined),
  amount: kroner,
  temporary: kroner,
  withdrawn: flag(),
  reason: text(500, 'Skriv, hvorfor taksten rettes. Grunden kan ses af alle.'),
  source: text(300, 'Skriv, hvor det nye tal kommer fra.'),
})
type Written = z.output<typeof written>

/** The numbers that were written, by the names of their fields. */
const numbersIn = (sent: Written): Record<string, string> =>
  Object.fromEntries(Object.entries(sent).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** The price alone: from now on nobody knows how it came about. Withdrawn, the tariff stays as it was. */
function priceAlone(ask: Ask<{ id: string }>, sent: Written, version: ListedTariff) {
  const next = following(version, sent, ask)
  if (sent.withdrawn) return { ...next, withdrawn: true }
  const amountOre = oreIn('amount', sent.amount)
  const temporaryOre = oreIn('temporary', sent.temporary, true)
  if (amountOre === undefined || amountOre <= 0)
    throw new Refusal('amount', 'no amount', 'Skriv den rigtige takst i kroner. Intet er gemt.')
  const { vatShare } = version
  const same = amountOre === version.amountOre
  if (same && temporaryOre === version.temporaryOre)
    throw new Refusal('amount', 'nothing new', 'Taksten er den samme som før, så der er intet at rette. Intet er gemt.')
  const net = vatShare === undefined ? (same ? version.netOre : undefined) : netOf(amountOre, vatShare)
  return {
    ...next,
    withdrawn: false,
    ...{ amountOre, temporaryOre, netOre: net, netTold: version.netTold && same, exactOre: undefined },
    basis: 'not_received' as const,
    calculationId: undefined,
  }
}

/** The numbers behind the tariff: a new version of the calculation, and of every tariff it is the basis of. */
async function numbersOf(ask: Ask<{ id: string }>, sent: Written, calculation: Calculation, shared: readonly ListedTariff[]) {
  const { input, rules } = calculation
  const fields = numbersBehind(calculation)
  const numbers = numbersIn(sent)
  const changes = changesOf(input, fields, numbers)
  if (changes.length === 0)
    throw new Refusal(undefined, 'nothing new', 'Tallene er de samme som før, så der er intet at rette. Intet er gemt.')
  const made = tried(input, fields, numbers, {
    reason: sent.reason,
    approvedBy: `Rammeaftalesekretariatet, ${dayText(ask.today)}`,
  })
  mustBeSmall(made, rules)
  return { versions: await correctedBy(ask, calculation, { input: made, shared, told: sent }), changes }
}

const said = (count: number, withdrawn: boolean): string =>
  withdrawn
    ? 'Taksten er trukket tilbage. Den gamle version står stadig på sin adresse.'
    : count === 1
      ? 'Rettelsen er offentliggjort som en ny version. Den gamle står stadig på sin adresse.'
      : `Rettelsen er offentliggjort som nye versioner af ${count} takster, der har samme beregning. De gamle står stadig på deres adresser.`

export const corrections: Action[] = [
  form({
    path: '/takster/:id/ret',
    may: 'tariffs.publish',
    query: writtenQuery,
    load: correctable,
    input: written,
    view: CorrectPage,
    submit: async (ask, sent, { version, calculation, shared }) => {
      mustBeCurrent(version)
      const numbers =
        calculation && sent.what !== 'price' && !sent.withdrawn ? await numbersOf(ask, sent, calculation, shared) : undefined
      const versions = numbers?.versions ?? [priceAlone(ask, sent, version)]
      const ids = await publishVersions(ask.db, versions)
      const at = versions.findIndex(({ correctsId }) => correctsId === version.id)
      const next = ids[at] ?? version.id
      return {
        subject: `tariff:${next}`,
        next: `/takster/${next}`,
        said: said(versions.length, sent.withdrawn),
        detail: {
          before: version.amountOre,
          amountOre: versions[at]?.amountOre,
          reason: sent.reason,
          ...(numbers && { changes: numbers.changes, calculation: versions[at]?.calculationId, tariffs: ids }),
        },
      }
    },
  }),
]
