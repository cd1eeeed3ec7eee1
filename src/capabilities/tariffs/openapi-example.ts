/** What stands in the description of the open API. A test holds it true; the steps and rules of the answers are left out there. */

const counting = {
  by: 'places',
  places: [{ count: '10', from: '2026-01-01', until: '2027-01-01' }],
  occupancy: { from: 'set', percent: '100', reason: 'Fuldt hus' },
}

const answered = {
  year: 2026,
  unit: 'full_day',
  visibility: 'full',
  temporary: '0',
  places: '10',
  days: 365,
  occupancyPercent: '100',
  units: '3650',
  remainder: '0',
  steps: [],
  rules: [],
}

/** 3.650.000 kr. on ten places is 1.000 kr. a day. */
const simple = {
  summary: 'One price: 3.650.000 kr. on ten places',
  input: {
    year: 2026,
    unit: 'full_day',
    ownership: 'municipal',
    costs: [{ form: 'amount', kind: 'pay', part: 'service', label: 'Løn', amountOre: 365_000_000 }],
    counting,
    regulations: [],
  },
  output: {
    ...answered,
    tariff: '1000',
    basis: '0',
    service: '1000',
    perMonth: '30417',
    perYear: '365000',
    levels: [],
  },
}

/** 4.380.000 kr. on six places of weight 1 and four of weight 1,5, which is twelve weighted places: 1.000 and 1.500 kr. a day. */
const graded = {
  summary: 'Two levels by weight: 4.380.000 kr. on six places of weight 1 and four of weight 1,5',
  input: {
    year: 2026,
    unit: 'full_day',
    ownership: 'municipal',
    costs: [
      { form: 'amount', kind: 'pay', part: 'service', label: 'Løn', amountOre: 400_000_000 },
      { form: 'amount', kind: 'property', part: 'basis', label: 'Husleje', amountOre: 38_000_000 },
    ],
    counting,
    regulations: [],
    grading: {
      by: 'weights',
      levels: [
        { label: 'Niveau 1', weight: '1', places: '6' },
        { label: 'Niveau 2', weight: '1.5', places: '4' },
      ],
    },
  },
  output: {
    ...answered,
    tariff: '1200',
    basis: '104',
    service: '1096',
    perMonth: '36500',
    perYear: '438000',
    levels: [
      { label: 'Niveau 1', tariff: '1000' },
      { label: 'Niveau 2', tariff: '1500' },
    ],
  },
}

export const examples = { simple, graded }
