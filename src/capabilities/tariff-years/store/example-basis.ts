import type { CalculationBasis } from '../../tariffs/index.ts'

const kroner = (thousands: number): number => thousands * 100_000

/** An invented basis with a line in each form that the rules can count, places that change in July, and three levels. */
export const exampleBasis = (year: number): CalculationBasis => ({
  costs: [
    { kind: 'pay', part: 'service', label: 'Pædagogisk personale', form: 'amount', amountOre: kroner(5_120) },
    { kind: 'pay', part: 'service', label: 'Nattevagter', form: 'amount', amountOre: kroner(840) },
    { kind: 'pay', part: 'basis', label: 'Ledelse', form: 'amount', amountOre: kroner(610) },
    { kind: 'property', part: 'basis', label: 'Husleje og forsyning', form: 'amount', amountOre: kroner(640) },
    {
      ...{ kind: 'depreciation', part: 'basis', label: 'Bus med lift', form: 'asset', boughtYear: year - 3 },
      ...{ acquisitionOre: kroner(620), scrapOre: kroner(60), lifeYears: 8 },
    },
    {
      ...{ kind: 'pensions', part: 'basis', label: 'Pension til to tjenestemænd', form: 'pension', coverage: 'covered' },
      ...{ payOre: 0, premiumOre: kroner(96) },
    },
    { kind: 'overhead', part: 'basis', label: 'Overhead af basis', form: 'rate' },
    { kind: 'overhead', part: 'service', label: 'Overhead af ydelse', form: 'rate' },
    { kind: 'idle', part: 'basis', label: 'Åbning af Hus 3', form: 'idle', totalOre: kroner(180), years: 2 },
    { kind: 'income', part: 'basis', label: 'Beboerbetaling', form: 'amount', amountOre: kroner(70) },
  ],
  counting: {
    by: 'places',
    places: [
      { count: '8', from: `${year}-01-01`, until: `${year}-07-01` },
      { count: '10', from: `${year}-07-01`, until: `${year + 1}-01-01` },
    ],
    occupancy: {
      from: 'accounts',
      accounts: [
        { year: year - 3, percent: '96.2' },
        { year: year - 2, percent: '97.8' },
      ],
    },
  },
  regulations: [
    {
      account: {
        year: year - 2,
        revenueOre: kroner(6_900),
        costsOre: kroner(7_500),
        regulationOre: 0,
        basisOre: kroner(7_000),
        budgetOre: kroner(7_050),
      },
    },
  ],
  grading: {
    by: 'steps',
    levels: [
      { label: 'Niveau 1', addOre: 0, places: '4' },
      { label: 'Niveau 2', addOre: 45_000, places: '3' },
      { label: 'Niveau 3', addOre: 110_000, places: '2.01' },
    ],
  },
})

/** An invented basis of a tariff by the hour. */
export const exampleHours: CalculationBasis = {
  costs: [
    { kind: 'pay', part: 'service', label: 'Støttepersoner', form: 'amount', amountOre: kroner(2_940) },
    { kind: 'operation', part: 'basis', label: 'Kørsel og telefoner', form: 'amount', amountOre: kroner(185) },
    { kind: 'overhead', part: 'service', label: 'Overhead af ydelse', form: 'rate' },
  ],
  counting: { by: 'hours', hours: '6200' },
  regulations: [],
}
