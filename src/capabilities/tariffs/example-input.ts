import type { Account, CalculationInput, CostKind, CostLine, Counting, Grading, Ownership, Part } from './calculation.ts'

/** What an invented calculation is made from; the offers are real, every number here is not. Danish: eksempeldata. */
export type ExampleTariff = ExampleInput & { origin: string; unit: string; label?: string }

export type ExampleInput = {
  ownership: Ownership
  places: number
  /** Thousand kroner a year in 2025. */
  costs: [CostKind, Part, string, number][]
  /** How much the costs rose to 2026, in percent, by kind; others as `other`. */
  rise: Partial<Record<CostKind, number>> & { other: number }
  morePlaces?: number
  days?: { count: number; reason: string }
  occupancy: [string, string]
  account?: Omit<Account, 'year'>
  grading?: (places: number) => Grading
}

const kroner = (thousands: number): number => Math.round(thousands * 1000) * 100

const ORE = 100_000

function lineOf([kind, part, label, thousands]: ExampleInput['costs'][number], percent: number): CostLine {
  const ore = Math.round((kroner(thousands) * (100 + percent)) / ORE) * (ORE / 100)
  return { kind, part, label, form: 'amount', amountOre: ore, source: 'Eksempel' }
}

function countingOf(
  { places, morePlaces = 0, days, occupancy: [older, newer] }: ExampleInput,
  year: number,
  rises: boolean,
): Counting {
  const whole = { count: String(places), from: `${year}-01-01`, until: `${year + 1}-01-01` }
  const parted = [
    { ...whole, until: `${year}-07-01` },
    { ...whole, count: String(places + morePlaces), from: `${year}-07-01` },
  ]
  return {
    by: 'places',
    places: rises && morePlaces > 0 ? parted : [whole],
    ...(days && { days }),
    occupancy: {
      from: 'accounts',
      accounts: [
        { year: year - 3, percent: older },
        { year: year - 2, percent: newer },
      ],
    },
  }
}

/** The same tariff for a year and, risen, for the year after, with overhead by the rule. */
export function inputFrom(example: ExampleInput, year: number, rises = year === 2026): CalculationInput {
  const rise = (kind: CostKind) => (rises ? (example.rise[kind] ?? example.rise.other) : 0)
  const { account, grading, places } = example
  return {
    year,
    unit: 'full_day',
    ownership: example.ownership,
    costs: [
      ...example.costs.map((line) => lineOf(line, rise(line[0]))),
      { kind: 'overhead', part: 'basis', label: 'Overhead af basis', form: 'rate' },
      { kind: 'overhead', part: 'service', label: 'Overhead af ydelse', form: 'rate' },
    ],
    counting: countingOf(example, year, rises),
    regulations:
      account && rises
        ? [{ account: { year: year - 2, ...account, source: `Regnskab ${year - 2}: Opfundet eksempel`, toYear: year } }]
        : [],
    ...(grading && { grading: grading(places) }),
  }
}

/** Costs as a place usually has them, from thousands of kroner of pay, rent and other. */
export const usual = (pay: number, rent: number, other: number): ExampleInput['costs'] => [
  ['pay', 'service', 'Pædagogisk personale', pay * 0.78],
  ['pay', 'service', 'Nattevagter', pay * 0.13],
  ['pay', 'basis', 'Ledelse og administration', pay * 0.09],
  ['property', 'basis', 'Husleje og ejendomsskat', rent * 0.7],
  ['property', 'basis', 'El, vand og varme', rent * 0.3],
  ['operation', 'basis', 'Kost', other * 0.5],
  ['operation', 'service', 'Aktiviteter og kørsel', other * 0.35],
  ['operation', 'basis', 'Kurser og supervision', other * 0.15],
  ['depreciation', 'basis', 'Biler og inventar', other * 0.12],
  ['supervision', 'basis', 'Socialtilsyn', 48],
  ['income', 'basis', 'Beboerbetaling', other * 0.2],
]

export const exampleTariffs: ExampleTariff[] = [
  {
    origin: 'real:himmelev',
    unit: 'Hele tilbuddet',
    ownership: 'regional',
    places: 28,
    costs: usual(31_200, 4_100, 3_600),
    rise: { pay: 3.4, other: 2 },
    days: { count: 364, reason: 'Region Sjælland regner med 364 dage' },
    occupancy: ['96,1', '97,4'],
    account: {
      revenueOre: 4_020_000_000,
      costsOre: 3_700_000_000,
      regulationOre: 0,
      basisOre: 4_000_000_000,
      budgetOre: 3_980_000_000,
    },
    grading: () => ({
      by: 'steps',
      levels: [
        { label: 'Takst 1', addOre: 0, places: '12' },
        { label: 'Takst 2', addOre: 65_000, places: '10' },
        { label: 'Takst 3', addOre: 165_000, places: '6' },
      ],
    }),
  },
  {
    origin: 'real:rosenkildevej-87-89',
    unit: 'Hele tilbuddet',
    ownership: 'municipal',
    places: 40,
    morePlaces: 2,
    costs: usual(28_900, 3_900, 2_700),
    rise: { pay: 4.1, property: 9, other: 1.5 },
    occupancy: ['97,2', '98,6'],
  },
  {
    origin: 'real:botilbud-raklev',
    unit: 'Hele tilbuddet',
    ownership: 'municipal',
    places: 6,
    costs: usual(6_300, 720, 540),
    rise: { pay: 11.5, other: 2.5 },
    occupancy: ['93,0', '95,8'],
    account: { revenueOre: 690_000_000, costsOre: 745_000_000, regulationOre: 0, basisOre: 695_000_000, budgetOre: 700_000_000 },
  },
  {
    origin: 'real:netvaerket-smedegade',
    unit: 'Midlertidigt',
    ownership: 'private',
    places: 10,
    costs: usual(8_800, 1_240, 900),
    rise: { pay: 5.8, property: 6, other: 4 },
    occupancy: ['94,4', '99,1'],
    grading: () => ({
      by: 'packages',
      levels: [
        { label: 'Pakke 1', number: 1, places: '3' },
        { label: 'Pakke 2', number: 2, places: '4' },
        { label: 'Pakke 4', number: 4, places: '3' },
      ],
    }),
  },
  {
    origin: 'real:marjatta',
    unit: 'Vidarslund/Breidablik',
    ownership: 'self_governing',
    places: 10,
    costs: usual(7_900, 980, 760),
    rise: { pay: 2.9, other: 2 },
    occupancy: ['98,0', '98,4'],
  },
]
