import { type Exact, exact, minus, negated, one, over, percent, plus, sum, times, zero } from '../../platform/values/exact.ts'
import {
  type CostKind,
  type CostLine,
  costKindKeys,
  costKinds,
  type Part,
  parts,
  type Step,
  type StepInput,
} from './calculation.ts'
import { mustBeCostLine, numberAt } from './must.ts'
import { type Rules, wholeOf } from './rule-set.ts'

export type Costs = {
  kinds: { kind: CostKind; basis: Exact; service: Exact }[]
  basis: Exact
  service: Exact
  total: Exact
}

const and = new Intl.ListFormat('da')

type Plain = Exclude<CostLine, { form: 'rate' }>
export type Counted = { line: CostLine; at: number; value: Exact }

/** What overhead may be a share of. Supervision, development, agreement and idle costs are shared in already. */
const direct: ReadonlySet<CostKind> = new Set(['pay', 'property', 'operation', 'depreciation', 'interest', 'pensions'])

/**
 * K = pay + property + … − income, by kind and part. Every line that is more than an amount gives a step, and so does every kind.
 * @throws Refusal at the line that cannot be counted
 * @law serviceloven § 174, stk. 1: all budgeted, direct and indirect long-run costs
 */
export function costsOf(lines: readonly CostLine[], rules: Rules, steps: Step[]): Costs {
  for (const [at, line] of lines.entries()) mustBeCostLine(line, at)
  const numbered = lines.map((line, at) => ({ line, at }))
  const ofLines: Step[] = []
  const counted = numbered.flatMap(({ line, at }): Counted[] =>
    line.form === 'rate' ? [] : [{ line, at, value: signed(line, countedAs(line, at, rules, ofLines)) }],
  )
  for (const { line, at } of numbered)
    if (line.form === 'rate') counted.push({ line, at, value: rateOf(line, at, counted, rules, ofLines) })
  counted.sort((a, b) => a.at - b.at)
  const byLine = new Map(ofLines.map((step) => [step.key, step]))
  const kinds = costKindKeys.flatMap((kind) => {
    const own = counted.filter(({ line }) => line.kind === kind)
    for (const { at } of own) {
      const step = byLine.get(`cost.${at}`)
      if (step) steps.push(step)
    }
    return kindOf(kind, own, steps)
  })
  const [basis, service] = [partOf('basis', kinds, steps), partOf('service', kinds, steps)]
  const total = plus(basis, service)
  steps.push({
    key: 'costs',
    section: 'costs',
    name: 'Omkostninger i alt',
    formula: 'basis + ydelse',
    arithmetic: '$1 + $2',
    inputs: [
      { name: 'Basis', value: basis, unit: 'øre', from: 'costs.basis' },
      { name: 'Ydelse', value: service, unit: 'øre', from: 'costs.service' },
    ],
    value: total,
    unit: 'øre',
    rules: [],
    source: 'Serviceloven § 174, stk. 1',
  })
  return { kinds, basis, service, total }
}

export const signed = ({ kind }: CostLine, value: Exact) => (kind === 'income' ? negated(value) : value)

function kindOf(kind: CostKind, own: readonly Counted[], steps: Step[]) {
  if (own.length === 0) return []
  const ofPart = (part: Part) =>
    kindOfPart(
      kind,
      part,
      own.filter(({ line }) => line.part === part),
      steps,
    )
  return [{ kind, basis: ofPart('basis'), service: ofPart('service') }]
}

function kindOfPart(kind: CostKind, part: Part, own: readonly Counted[], steps: Step[]): Exact {
  if (own.length === 0) return zero
  const income = kind === 'income'
  let value = zero
  const inputs: StepInput[] = []
  for (const { line, at, value: one } of own) {
    value = plus(value, one)
    inputs.push({
      name: line.label,
      value: income ? negated(one) : one,
      unit: 'øre',
      from: isPlain(line) ? undefined : `cost.${at}`,
    })
  }
  steps.push({
    key: `kind.${kind}.${part}`,
    section: 'costs',
    name: `${costKinds[kind]} (${parts[part].toLowerCase()})`,
    formula: income ? 'summen af linjerne, trukket fra' : 'summen af linjerne',
    arithmetic: income ? '-SUM' : 'SUM',
    inputs,
    value,
    unit: 'øre',
    rules: [],
  })
  return value
}

const isPlain = (line: CostLine) => line.form === 'amount' && line.level === undefined

function partOf(part: Part, kinds: Costs['kinds'], steps: Step[]): Exact {
  let value = zero
  const inputs: StepInput[] = []
  for (const row of kinds) {
    value = plus(value, row[part])
    if (row[part].n !== 0n)
      inputs.push({ name: costKinds[row.kind], value: row[part], unit: 'øre', from: `kind.${row.kind}.${part}` })
  }
  steps.push({
    key: `costs.${part}`,
    section: 'costs',
    name: `${parts[part]}: omkostninger`,
    formula: 'summen af arterne, indtægter trukket fra',
    arithmetic: 'SUM',
    inputs,
    value,
    unit: 'øre',
    rules: [],
  })
  return value
}

/** What a line comes to before its sign, except a share of others. */
export function countedAs(line: Plain, at: number, rules: Rules, steps: Step[]): Exact {
  if (line.form === 'asset')
    return line.kind === 'interest' ? interest(line, at, rules, steps) : depreciation(line, at, rules, steps)
  if (line.form === 'pension') return pension(line, at, rules, steps)
  if (line.form === 'idle') return idle(line, at, rules, steps)
  return line.level === 'last year' ? lifted(line, at, rules, steps) : exact(line.amountOre)
}

type StepOfLine = Pick<Step, 'formula' | 'arithmetic' | 'inputs' | 'value' | 'rules'>

function told(line: CostLine, at: number, steps: Step[], step: StepOfLine): Exact {
  steps.push({ key: `cost.${at}`, section: 'costs', name: line.label, unit: 'øre', source: line.source, ...step })
  return step.value
}

/** @example 1.000.000 kr. in last year's prices with a PL of 2,6 percent is 1.026.000 kr. */
function lifted(line: CostLine & { form: 'amount' }, at: number, rules: Rules, steps: Step[]): Exact {
  const pl = rules.number('tariff.pl')
  return told(line, at, steps, {
    formula: 'beløb i sidste års priser × (1 + PL)',
    arithmetic: '$1 * (1 + $2 / 100)',
    inputs: [
      { name: 'Beløb i sidste års priser', value: exact(line.amountOre), unit: 'øre' },
      { name: 'PL', value: pl, unit: 'procent', from: 'tariff.pl' },
    ],
    value: times(exact(line.amountOre), plus(one, percent(pl))),
    rules: ['tariff.pl'],
  })
}

type Asset = CostLine & { form: 'asset' }

const yearly = ({ acquisitionOre, scrapOre, lifeYears }: Asset): Exact => over(exact(acquisitionOre - scrapOre), exact(lifeYears))

/** How many years of its life were written off before the year began. */
const used = ({ boughtYear, lifeYears }: Asset, year: number): number => Math.min(Math.max(year - boughtYear, 0), lifeYears)

const inUse = (line: Asset, year: number): boolean => year >= line.boughtYear && year - line.boughtYear < line.lifeYears

/**
 * (acquisition − scrap value) ÷ life, in the years of its life.
 * @example 500.000 kr., 50.000 kr. at the end, 9 years: 50.000 kr. a year
 */
function depreciation(line: Asset, at: number, rules: Rules, steps: Step[]): Exact {
  return told(line, at, steps, {
    formula: inUse(line, rules.year) ? '(anskaffelse − scrapværdi) ÷ levetid' : 'uden for levetiden: intet',
    arithmetic: inUse(line, rules.year) ? '($1 - $2) / $3' : '0',
    inputs: [
      { name: 'Anskaffelse', value: exact(line.acquisitionOre), unit: 'øre' },
      { name: 'Scrapværdi', value: exact(line.scrapOre), unit: 'øre' },
      { name: 'Levetid', value: exact(line.lifeYears), unit: 'år' },
      { name: 'Anskaffet', value: String(line.boughtYear), unit: '' },
    ],
    value: inUse(line, rules.year) ? yearly(line) : zero,
    rules: [],
  })
}

/** The rate of the rule × the book value when the year begins, or the average of the year. */
function interest(line: Asset, at: number, rules: Rules, steps: Step[]): Exact {
  const rate = rules.number('tariff.interest.rate')
  const opening = minus(exact(line.acquisitionOre), times(yearly(line), exact(used(line, rules.year))))
  const average = rules.word('tariff.interest.basis') === 'average' && inUse(line, rules.year)
  const book = average ? minus(opening, over(yearly(line), exact(2))) : opening
  const value = rules.year < line.boughtYear ? zero : times(book, percent(rate))
  return told(line, at, steps, {
    formula: 'bogført værdi × rente',
    arithmetic: rules.year < line.boughtYear ? '0' : '$1 * $2 / 100',
    inputs: [
      { name: 'Bogført værdi', value: book, unit: 'øre', from: 'tariff.interest.basis' },
      { name: 'Rente', value: rate, unit: 'procent', from: 'tariff.interest.rate' },
    ],
    value,
    rules: ['tariff.interest.rate', 'tariff.interest.basis'],
  })
}

/** Covered: the premium. Self-insured: the rate × pay. Partly: the premium, and the rate × the pay it does not cover. */
function pension(line: CostLine & { form: 'pension' }, at: number, rules: Rules, steps: Step[]): Exact {
  const premium: StepInput = { name: 'Præmie', value: exact(line.premiumOre), unit: 'øre' }
  if (line.coverage === 'covered')
    return told(line, at, steps, {
      formula: 'fuldt afdækket: præmien',
      arithmetic: '$1',
      inputs: [premium],
      value: exact(line.premiumOre),
      rules: [],
    })
  const rate = rules.number('tariff.pension.rate')
  const covered =
    line.coverage === 'partly' ? numberAt(`costs.${at}.coveredPercent`, line.label, line.coveredPercent ?? '0') : zero
  const open = times(exact(line.payOre), minus(one, percent(covered)))
  const own = times(open, percent(rate))
  const inputs: StepInput[] = [
    { name: 'Løn, der ikke er afdækket', value: open, unit: 'øre' },
    { name: 'Sats', value: rate, unit: 'procent', from: 'tariff.pension.rate' },
  ]
  return line.coverage === 'self'
    ? told(line, at, steps, {
        formula: 'selvforsikret: løn × sats',
        arithmetic: '$1 * $2 / 100',
        inputs,
        value: own,
        rules: ['tariff.pension.rate'],
      })
    : told(line, at, steps, {
        formula: 'delvist afdækket: præmie + ikke afdækket løn × sats',
        arithmetic: '$1 + $2 * $3 / 100',
        inputs: [premium, ...inputs],
        value: plus(exact(line.premiumOre), own),
        rules: ['tariff.pension.rate'],
      })
}

function idle(line: CostLine & { form: 'idle' }, at: number, rules: Rules, steps: Step[]): Exact {
  const years = line.years ?? wholeOf(rules, 'tariff.idle.years')
  return told(line, at, steps, {
    formula: 'tomgang i alt ÷ år',
    arithmetic: '$1 / $2',
    inputs: [
      { name: 'Tomgang i alt', value: exact(line.totalOre), unit: 'øre' },
      { name: 'År', value: exact(years), unit: 'år', from: line.years === undefined ? 'tariff.idle.years' : undefined },
    ],
    value: over(exact(line.totalOre), exact(years)),
    rules: line.years === undefined ? ['tariff.idle.years'] : [],
  })
}

/** Which kinds there are among the direct costs, so that a reader can add them up. */
function directText(counts: readonly Counted[]): string {
  const kinds = costKindKeys.filter((kind) => counts.some(({ line }) => line.kind === kind))
  const named = and.format(kinds.map((kind) => costKinds[kind].toLowerCase()))
  return `de direkte omkostninger i samme del${named && ` (${named})`}`
}

/** Rate × the costs of the line's own part that the rule names. */
export function rateOf(
  line: CostLine & { form: 'rate' },
  at: number,
  counted: readonly Counted[],
  rules: Rules,
  steps: Step[],
): Exact {
  const ofPay = rules.word('tariff.overhead.basis') === 'pay'
  const counts = counted.filter(({ line: { part, kind } }) => part === line.part && (ofPay ? kind === 'pay' : direct.has(kind)))
  const base = sum(counts.map(({ value }) => value))
  const own = line.percent !== undefined
  const rate = own ? numberAt(`costs.${at}.percent`, line.label, line.percent ?? '') : rules.number('tariff.overhead.rate')
  return told(line, at, steps, {
    formula: `${ofPay ? 'lønnen i samme del' : directText(counts)} × procent`,
    arithmetic: '$1 * $2 / 100',
    inputs: [
      { name: ofPay ? 'Løn' : 'Direkte omkostninger', value: base, unit: 'øre', from: 'tariff.overhead.basis' },
      { name: 'Procent', value: rate, unit: 'procent', from: own ? undefined : 'tariff.overhead.rate' },
    ],
    value: times(base, percent(rate)),
    rules: own ? ['tariff.overhead.basis'] : ['tariff.overhead.rate', 'tariff.overhead.basis'],
  })
}
