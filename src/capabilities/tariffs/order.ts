import type { Step } from './calculation.ts'

/** The headings of the sheet, in the order a person would calculate in. */
export const sections: Record<Step['section'], string> = {
  costs: 'Omkostninger',
  units: 'Det, omkostningerne deles på',
  regulation: 'Regulering fra et tidligere år',
  tariff: 'Taksten',
  levels: 'Niveauer',
  prices: 'Samme takst på andre måder',
  check: 'Stemmer det?',
}

const order = Object.keys(sections) as Step['section'][]

/** The steps under their headings, those of nothing left out. */
export const bySection = (steps: readonly Step[]): [Step['section'], Step[]][] =>
  order
    .map((section): [Step['section'], Step[]] => [section, steps.filter((step) => step.section === section)])
    .filter(([, own]) => own.length > 0)
