import type { CalculationInput, CostLine, RuleSet } from '../../src/capabilities/tariffs/index.ts'

const usual: Record<string, string> = {
  'tariff.days': '365',
  'tariff.occupancy.years': '2',
  'tariff.occupancy.lag': '2',
  'tariff.occupancy.lower': '95',
  'tariff.occupancy.upper': '100',
  'tariff.occupancy.lowerShort': '90',
  'tariff.occupancy.outside': 'approval',
  'tariff.overhead.basis': 'direct',
  'tariff.overhead.rate': '6',
  'tariff.interest.basis': 'opening',
  'tariff.interest.rate': '4',
  'tariff.pension.rate': '15',
  'tariff.pl': '2.6',
  'tariff.surplus.share': '5',
  'tariff.surplus.of': 'basis',
  'tariff.surplus.mode': 'over',
  'tariff.surplus.lag': '2',
  'tariff.surplus.setAsideYears': '5',
  'tariff.surplus.symmetric': 'yes',
  'tariff.regulation.split': 'costs',
  'tariff.rounding.day': '100',
  'tariff.rounding.hour': '1',
  'tariff.rounding.net': '1',
  'tariff.month': 'year/12',
  'tariff.vat.share': '4.6',
  'tariff.partTime.1-2': '60',
  'tariff.partTime.3': '85',
  'tariff.partTime.4+': '100',
  'tariff.respite.count': 'days',
  'tariff.idle.years': '2',
  'tariff.waterfall.order': 'costs first',
  'tariff.supervision.1-7': '1',
  'tariff.supervision.8-24': '1.2',
  'tariff.supervision.25-49': '2',
  'tariff.supervision.50+': '3',
  'tariff.supervision.strict': '10',
  'tariff.supervision.persons': '10',
}

/** A rule set as a test needs it. */
export const ruleSet = (changed: Record<string, string | undefined> = {}, year = 2026): RuleSet => ({
  year,
  rules: Object.entries({ ...usual, ...changed }).map(([key, value]) => ({
    key,
    label: key,
    value,
    said: value ?? 'ikke oplyst',
    unit: '',
    validFrom: '2019-01-01',
    source: 'Test',
    confirmed: false,
  })),
})

export const pay = (kroner: number, part: CostLine['part'] = 'service'): CostLine => ({
  kind: 'pay',
  part,
  label: 'Løn',
  form: 'amount',
  amountOre: kroner * 100,
})

export const all = (count: string, year = 2026) => [{ count, from: `${year}-01-01`, until: `${year + 1}-01-01` }]

/** 3.650.000 kr. on 10 places: 1.000 kr. a day. */
export const input = (changed: Partial<CalculationInput> = {}): CalculationInput => ({
  year: 2026,
  unit: 'full_day',
  ownership: 'municipal',
  costs: [pay(3_650_000)],
  counting: { by: 'places', places: all('10'), occupancy: { from: 'set', percent: '100', reason: 'Fuldt hus' } },
  regulations: [],
  ...changed,
})
