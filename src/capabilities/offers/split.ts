import type { Day } from '../../platform/values/day.ts'
import { Refusal } from '../../platform/values/refusal.ts'
import { divide, goesWhole, type Places, type Taken } from './lineage.ts'
import { isOn } from './period.ts'
import type { LineDetail, UnitDetail } from './store/standing.ts'

/** What becomes of a line: its places before, those that stay and those that go. */
export type DividedLine = { line: LineDetail; before: Places; stays: Places; goes: Places }
/** What becomes of a unit: it goes whole, or gives up some of its lines' places. */
export type DividedUnit = { unit: UnitDetail; whole: boolean; lines: DividedLine[] }

/** The name of a line's field in the form. */
export const fieldOf = (lineId: number): string => `antal-${lineId}`

/** What was written at each line: 'alle', or a number; nothing is 0. @throws Refusal at the line's field */
export function takenIn(sent: Record<string, unknown>): Map<number, Taken> {
  const taken = new Map<number, Taken>()
  for (const [name, value] of Object.entries(sent)) {
    const id = name.match(/^antal-(\d{1,12})$/)?.[1]
    const written = typeof value === 'string' ? value.trim().toLowerCase() : ''
    if (id === undefined || written === '') continue
    if (written !== 'alle' && !/^\d{1,6}$/.test(written))
      throw new Refusal(name, 'no number', 'Skriv et helt tal, eller skriv »alle«. Der er ikke gemt noget.')
    taken.set(Number(id), written === 'alle' ? 'all' : Number(written))
  }
  return taken
}

/** The lines of a unit that hold on a day. */
export const linesOn = (unit: UnitDetail, day: Day): LineDetail[] => unit.lines.filter((line) => isOn(line, day))

/** The places of a line on a day; undefined where nobody has told. */
export const placesOn = ({ counts }: LineDetail, day: Day): Places => {
  const count = counts.find((one) => isOn(one, day))
  return { approved: count?.approved, inUse: count?.inUse }
}

/**
 * How the places of an offer are divided on a day. What stays and what goes is together what there was.
 * @throws Refusal when nothing would go or nothing would stay, and at a line's field when it cannot give so many
 */
export function divisionOf(units: readonly UnitDetail[], taken: ReadonlyMap<number, Taken>, day: Day): DividedUnit[] {
  const division = units.map((unit): DividedUnit => {
    const lines = linesOn(unit, day)
    const asked = lines.map((line) => ({ line, places: placesOn(line, day), taken: taken.get(line.id) ?? 0 }))
    return {
      unit,
      whole: goesWhole(asked),
      lines: asked.map(({ line, places, taken }) => ({ line, before: places, ...divide(places, taken, fieldOf(line.id)) })),
    }
  })
  const gives = ({ whole, lines }: DividedUnit) => whole || lines.some(({ stays, before }) => stays !== before)
  if (!division.some(gives))
    throw new Refusal(undefined, 'nothing goes', 'Skriv, hvilke pladser der går til det nye tilbud. Intet er gemt.')
  if (division.every(({ whole }) => whole))
    throw new Refusal(undefined, 'nothing stays', 'Alle pladser ville gå over. Brug »Skift navn« i stedet. Intet er gemt.')
  return division.filter(gives)
}
