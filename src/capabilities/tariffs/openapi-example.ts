/** What stands in the description of the open API: 3.650.000 kr. on ten places is 1.000 kr. a day. A test holds it true. */
export const exampleAsked = {
  year: 2026,
  unit: 'full_day',
  ownership: 'municipal',
  costs: [{ form: 'amount', kind: 'pay', part: 'service', label: 'Løn', amountOre: 365_000_000 }],
  counting: {
    by: 'places',
    places: [{ count: '10', from: '2026-01-01', until: '2027-01-01' }],
    occupancy: { from: 'set', percent: '100', reason: 'Fuldt hus' },
  },
  regulations: [],
}

export const exampleAnswer = {
  year: 2026,
  unit: 'full_day',
  visibility: 'full',
  tariff: '1000',
  temporary: '0',
  basis: '0',
  service: '1000',
  perMonth: '30417',
  perYear: '365000',
  places: '10',
  days: 365,
  occupancyPercent: '100',
  units: '3650',
  remainder: '0',
  levels: [],
  steps: [],
  rules: [],
}
