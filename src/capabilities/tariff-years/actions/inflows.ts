import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { rounded } from '../../../platform/values/exact.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { regulationOf, rulesOf } from '../../tariffs/index.ts'
import { flatOf } from '../basis.ts'
import { attempt } from '../calculating.ts'
import { linesIn, takenIn, takesIn } from '../inflow.ts'
import { withOccupancy } from '../inflow-occupancy.ts'
import type { PlacedLine } from '../line.ts'
import { InflowsPage } from '../pages/inflows.tsx'
import { mustBeWritable } from '../round.ts'
import { setBasis } from '../store/lines.ts'
import { type SheetLooked, sheetAt, sheetHref, sheetParty } from './at.ts'
import { mustBeSame, seen } from './lines.ts'

const linesOf = ({ from, occupancies }: SheetLooked['inflows']): Map<number, PlacedLine> =>
  new Map([...from.flatMap(linesIn), ...occupancies.map(({ line }) => line)].map((line) => [line.id, line]))

/** The lines as they are to be when what was chosen is taken in. */
function chosenLines({ inflows }: SheetLooked, chosen: ReadonlySet<string>): PlacedLine[] {
  const { from, occupancies, known } = inflows
  const lines = linesOf(inflows)
  const changed = new Map<number, PlacedLine>()
  const now = (id: number) => changed.get(id) ?? lines.get(id)
  for (const { key, line } of occupancies.filter((one) => chosen.has(one.key))) {
    const taken = withOccupancy(now(line.id) ?? line, known)
    if (taken) changed.set(line.id, { ...(now(line.id) ?? line), ...taken })
    else throw new Refusal(key, 'missing', 'Et af årenes regnskaber mangler, så belægningen kan ikke regnes. Intet er gemt.')
  }
  for (const inflow of from.filter((one) => chosen.has(one.key))) {
    const tariffs = inflow.tariffs.map(({ key, lines: of }) => ({ key, lines: of.map((line) => now(line.id) ?? line) }))
    for (const [id, basis] of takenIn({ ...inflow, tariffs }, known.rules)) {
      const line = now(id)
      if (line && takesIn(line)) changed.set(id, { ...line, basis })
    }
  }
  return [...changed.values()]
}

/** With the flat numbers its basis comes to; a line that was told in flat numbers and cannot be calculated yet stays in them. */
function settled(line: PlacedLine, was: PlacedLine | undefined, { standing, inflows }: SheetLooked): PlacedLine {
  const { rules } = inflows.known
  const tried = attempt(line, standing.ownership, rules)
  if (tried && 'calculated' in tried) return { ...line, ...flatOf(tried.calculated.result) }
  if (was?.basis !== undefined || line.basis === undefined) return line
  const regulation = regulationOf(line.basis.regulations, rules.year, rulesOf(rules), [])
  return { ...line, basis: undefined, regulationOre: regulation.n === 0n ? undefined : Number(rounded(regulation)) }
}

export const inflowDeeds: Action[] = [
  form({
    path: '/takster/skema/:year/:id/regnskaber',
    may: 'tariffSheets.write',
    at: sheetParty,
    load: sheetAt,
    input: z.looseObject({ seen }),
    view: (looked, ask, form) => InflowsPage(looked, ask as Ask, form),
    submit: async ({ db, now }, { seen: saw, ...sent }, looked) => {
      const { standing } = looked
      mustBeWritable(standing.state)
      mustBeSame(standing, saw)
      const chosen = new Set(Object.keys(sent).filter((name) => sent[name] !== undefined))
      const changed = chosenLines(looked, chosen)
      if (changed.length === 0) throw new Refusal(undefined, 'nothing', 'Vælg, hvad der skal tages ind. Intet er gemt.')
      for (const line of changed) {
        const was = linesOf(looked.inflows).get(line.id)
        await setBasis(db, standing.sheetId ?? 0, settled(line, was, looked), now)
      }
      return {
        subject: `tariff-sheet:${standing.sheetId}`,
        next: sheetHref(standing),
        said: `${changed.length === 1 ? '1 takst' : `${numberText(changed.length)} takster`} har taget det ind, regnskaberne siger.`,
        detail: { lines: changed.map(({ id }) => id), chosen: [...chosen] },
      }
    },
  }),
]
