import { compare, type Exact, exact, minus, over, percent, plus, rounded, sum, times, zero } from '../../platform/values/exact.ts'
import {
  type Grading,
  type LevelPrice,
  type PartTimeBand,
  partTimeBands,
  type Step,
  type StepInput,
  type Unit,
} from './calculation.ts'
import { mustBeAmount, numberAt, refused } from './must.ts'
import { hundred, type Rules } from './rule-set.ts'

export type ToShare = {
  /** Costs and regulation, in øre. */
  total: Exact
  /** The part of the total that packages share; the rest is the basis everybody pays. */
  service: Exact
  units: Exact
  places: Exact | undefined
  roundTo: bigint
  /** The rule of the rounding. */
  rounding: string
  per: Unit
}

type Level = { label: string; units: Exact; weight: Exact }

/**
 * The prices of a graded tariff. By weight (also part time): w × total ÷ Σ(w × units). By fixed steps: a base that brings in the
 * rest, and the step. By packages: the basis, and (n − ½) × interval.
 * @throws Refusal at `grading`
 * @example packages with an interval of 100 kr. and a basis of 1.000 kr.: package 1 is 1.050 kr., package 3 is 1.250 kr.
 */
export function levelsOf(grading: Grading, share: ToShare, rules: Rules, steps: Step[]): LevelPrice[] {
  const { places } = share
  if (places === undefined) throw refused('grading', 'no places', 'Kun en takst, der regnes af pladser, kan deles i niveauer.')
  const units = unitsOfLevels(grading, places, share.units)
  if (grading.by === 'steps') return byStep(grading, units, share, steps)
  if (grading.by === 'packages') return byPackage(grading, units, share, steps)
  const weights = grading.by === 'weights' ? grading.levels.map(weightOf) : grading.levels.map(({ band }) => bandOf(band, rules))
  const rule = grading.by === 'part time' ? grading.levels.map(({ band }) => `tariff.partTime.${band}`) : []
  const levels = grading.levels.map((level, at) => ({
    label: levelLabel(level),
    units: units[at] ?? zero,
    weight: weights[at] ?? zero,
  }))
  return byWeight(levels, share, rule, steps)
}

/** What a level is called where it is told; part time says how many days. */
export const levelLabel = (level: { label: string; band?: PartTimeBand }): string =>
  level.band === undefined ? level.label : `${level.label} (${partTimeBands[level.band]})`

const weightOf = ({ label, weight }: { label: string; weight: string }) => numberAt('grading', label, weight)
const bandOf = (band: string, rules: Rules) => percent(rules.number(`tariff.partTime.${band}`))

/** Each level's share of the units, by its places; the places must be those of the calculation. */
function unitsOfLevels(grading: Grading, places: Exact, units: Exact): Exact[] {
  const own = grading.levels.map(({ label, places: written }) => numberAt('grading', label, written))
  const all = sum(own)
  if (own.length === 0 || all.n === 0n || rounded(times(all, hundred)) !== rounded(times(places, hundred)))
    throw refused(
      'grading',
      'other places',
      'Pladserne på niveauerne giver ikke de pladser, der regnes med. Ret dem, så de stemmer.',
    )
  return own.map((count) => times(units, over(count, all)))
}

function byWeight(levels: readonly Level[], share: ToShare, rules: string[], steps: Step[]): LevelPrice[] {
  const { total, per } = share
  const weighted = sum(levels.map(({ weight, units }) => times(weight, units)))
  if (compare(weighted, zero) <= 0) throw refused('grading', 'no weight', 'Ingen af niveauerne har både vægt og pladser.')
  const whole = over(total, weighted)
  steps.push({
    key: 'level.one',
    section: 'levels',
    name: 'Takst ved vægt 1',
    formula: '(omkostninger + regulering) ÷ summen af vægt × enheder',
    arithmetic: '$1 / $2',
    inputs: [
      { name: 'Omkostninger og regulering', value: total, unit: 'øre' },
      { name: 'Vægtede enheder', value: weighted, unit: 'døgn' },
    ],
    value: whole,
    unit: per,
    rules: [],
  })
  return levels.map(({ label, units, weight }, at) => {
    const value = times(whole, weight)
    steps.push({
      key: `level.${at}`,
      section: 'levels',
      name: `${label}, før afrunding`,
      formula: 'takst ved vægt 1 × vægt',
      arithmetic: '$1 * $2',
      inputs: [
        { name: 'Takst ved vægt 1', value: whole, unit: per, from: 'level.one' },
        { name: 'Vægt', value: weight, unit: 'faktor', from: rules[at] },
      ],
      value,
      unit: per,
      rules: rules[at] ? [rules[at]] : [],
    })
    return published({ at, label, value, units }, share, steps)
  })
}

type Steps = Extract<Grading, { by: 'steps' }>

function byStep({ levels }: Steps, units: readonly Exact[], share: ToShare, steps: Step[]): LevelPrice[] {
  for (const { label, addOre } of levels) mustBeAmount('grading', label, addOre)
  const added = sum(levels.map(({ addOre }, at) => times(exact(addOre), units[at] ?? zero)))
  const base = over(minus(share.total, added), share.units)
  if (compare(base, zero) < 0) throw refused('grading', 'steps too large', 'Trinene giver mere end omkostningerne. Sæt dem ned.')
  steps.push({
    key: 'level.base',
    section: 'levels',
    name: 'Grundtakst, før trin',
    formula: '(omkostninger + regulering − summen af trin × enheder) ÷ enheder',
    arithmetic: '($1 - $2) / $3',
    inputs: [
      { name: 'Omkostninger og regulering', value: share.total, unit: 'øre' },
      { name: 'Trin × enheder', value: added, unit: 'øre' },
      { name: 'Enheder', value: share.units, unit: 'døgn', from: 'units' },
    ],
    value: base,
    unit: share.per,
    rules: [],
  })
  return levels.map(({ label, addOre }, at) => {
    const inputs: StepInput[] = [
      { name: 'Grundtakst', value: base, unit: share.per, from: 'level.base' },
      { name: 'Trin', value: exact(addOre), unit: share.per },
    ]
    const value = plus(base, exact(addOre))
    steps.push({ ...levelStep(at, label, share.per), formula: 'grundtakst + trin', arithmetic: '$1 + $2', inputs, value })
    return published({ at, label, value, units: units[at] ?? zero }, share, steps)
  })
}

type Packages = Extract<Grading, { by: 'packages' }>

const half = exact(1, 2)

function byPackage({ levels, intervalOre }: Packages, units: readonly Exact[], share: ToShare, steps: Step[]): LevelPrice[] {
  for (const { label, number } of levels)
    if (!Number.isInteger(number) || number < 1 || number > 100)
      throw refused('grading', 'no package', `»${label}« skal have et helt nummer fra 1 til 100.`)
  const middles = levels.map(({ number }) => minus(exact(number), half))
  const weighted = sum(middles.map((middle, at) => times(middle, units[at] ?? zero)))
  if (compare(weighted, zero) <= 0) throw refused('grading', 'no package', 'Ingen af pakkerne har pladser.')
  const interval = intervalOre === undefined ? over(share.service, weighted) : exact(intervalOre)
  const base = over(minus(share.total, share.service), share.units)
  steps.push({
    key: 'level.interval',
    section: 'levels',
    name: 'Pris for et interval',
    formula: intervalOre === undefined ? 'ydelsens omkostninger ÷ summen af (nummer − ½) × enheder' : 'som oplyst',
    arithmetic: intervalOre === undefined ? '$1 / $2' : undefined,
    inputs:
      intervalOre === undefined
        ? [
            { name: 'Ydelse', value: share.service, unit: 'øre' },
            { name: 'Vægtede enheder', value: weighted, unit: 'døgn' },
          ]
        : [],
    value: interval,
    unit: share.per,
    rules: [],
  })
  return levels.map(({ label, number }, at) => {
    const inputs: StepInput[] = [
      { name: 'Basis', value: base, unit: share.per, from: 'tariff.basis' },
      { name: 'Pakkens nummer', value: exact(number), unit: '' },
      { name: 'Pris for et interval', value: interval, unit: share.per, from: 'level.interval' },
    ]
    const value = plus(base, times(middles[at] ?? zero, interval))
    steps.push({
      ...levelStep(at, label, share.per),
      formula: 'basis + (nummer − ½) × interval',
      arithmetic: '$1 + ($2 - 0.5) * $3',
      inputs,
      value,
    })
    return published({ at, label, value, units: units[at] ?? zero }, share, steps)
  })
}

const levelStep = (at: number, label: string, per: Unit) =>
  ({ key: `level.${at}`, section: 'levels', name: `${label}, før afrunding`, unit: per, rules: [] }) as const

type Unrounded = { at: number; label: string; value: Exact; units: Exact }

/** A level's price, rounded as tariffs are when they are published. */
function published({ at, label, value, units }: Unrounded, { roundTo, per, rounding }: ToShare, steps: Step[]): LevelPrice {
  const ore = rounded(value, roundTo)
  steps.push({
    key: `level.${at}.published`,
    section: 'levels',
    name: label,
    formula: 'afrundet, halve væk fra nul',
    arithmetic: 'ROUND($1 / $2, 0) * $2',
    inputs: [
      { name: 'Før afrunding', value, unit: per, from: `level.${at}` },
      { name: 'Afrundes til nærmeste', value: exact(roundTo), unit: 'øre', from: rounding },
    ],
    value: exact(ore),
    unit: per,
    rules: [rounding],
  })
  return { label, units, price: { exact: value, ore } }
}
