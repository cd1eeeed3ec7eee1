import { decimal } from '../../platform/values/exact.ts'
import { type CostLine, costKinds, parts, type RuleSet } from './calculation.ts'
import { kronerIn, numberIn, oreIn, type TryField, wholeIn } from './try-field.ts'

/** The fields of a cost line: 'linje-3', or 'linje-3-scrap' where a line is made of several numbers. */
export const lineField = (at: number, part = ''): string => `linje-${at}${part && `-${part}`}`

/** The box that leaves a line out. */
export const dropField = (at: number): string => `fjern-${at}`

/** 'Nattevagter (løn)'; a line that is called as its kind, or sums it up, is told by its part. */
export const lineName = ({ kind, part, label }: CostLine): string =>
  label === 'I alt' || label === costKinds[kind]
    ? `${costKinds[kind]} (${parts[part].toLowerCase()})`
    : `${label} (${costKinds[kind].toLowerCase()})`

type Spec = { part: string; label: string; suffix: string; value: string; put: (field: TryField, written: string) => object }

/** Everything that may be changed of the cost lines, line by line. */
export const lineFields = (costs: readonly CostLine[], rules: RuleSet): TryField[] =>
  costs.flatMap((line, at) => {
    const specs = specsOf(line, rules)
    const only = specs.length === 1
    return specs.map(({ put, ...spec }): TryField => {
      const field: TryField = {
        name: lineField(at, spec.part),
        label: only && spec.label === '' ? lineName(line) : `${lineName(line)}: ${spec.label}`,
        group: line.form === 'amount' ? 'line' : 'computed',
        suffix: spec.suffix,
        value: spec.value,
        line: at,
        put: (input, written) => ({
          ...input,
          costs: input.costs.map((one, index) => (index === at ? ({ ...one, ...put(field, written) } as CostLine) : one)),
        }),
      }
      return field
    })
  })

const amount = (part: string, label: string, key: string, ore: number): Spec => ({
  ...{ part, label, suffix: 'kr.', value: kronerIn(ore) },
  put: (field, written) => ({ [key]: oreIn(field, written) }),
})

const whole = (part: string, label: string, suffix: string, [key, value]: [string, number]): Spec => ({
  ...{ part, label, suffix, value: String(value) },
  put: (field, written) => ({ [key]: wholeIn(field, written) }),
})

const percent = (part: string, label: string, key: string, value: string): Spec => ({
  ...{ part, label, suffix: 'procent', value: value.replace('.', ',') },
  put: (field, written) => ({ [key]: decimal(numberIn(field, written), 6) }),
})

const ruleValue = ({ rules }: RuleSet, key: string): string => rules.find((rule) => rule.key === key)?.value ?? ''

function specsOf(line: CostLine, rules: RuleSet): Spec[] {
  if (line.form === 'amount')
    return [amount('', line.level === 'last year' ? 'i sidste års priser' : '', 'amountOre', line.amountOre)]
  if (line.form === 'rate') return [percent('procent', '', 'percent', line.percent ?? ruleValue(rules, 'tariff.overhead.rate'))]
  if (line.form === 'asset')
    return [
      amount('pris', 'anskaffelse', 'acquisitionOre', line.acquisitionOre),
      amount('scrap', 'scrapværdi', 'scrapOre', line.scrapOre),
      whole('levetid', 'levetid', 'år', ['lifeYears', line.lifeYears]),
      { ...whole('koebt', 'anskaffet i', 'år', ['boughtYear', line.boughtYear]) },
    ]
  if (line.form === 'pension')
    return [
      amount('loen', 'løn', 'payOre', line.payOre),
      amount('praemie', 'præmie', 'premiumOre', line.premiumOre),
      ...(line.coverage === 'partly' ? [percent('daekket', 'afdækket', 'coveredPercent', line.coveredPercent ?? '0')] : []),
    ]
  const years = line.years ?? Number(ruleValue(rules, 'tariff.idle.years') || 1)
  return [amount('i-alt', 'i alt', 'totalOre', line.totalOre), whole('aar', 'fordeles på', 'år', ['years', years])]
}
