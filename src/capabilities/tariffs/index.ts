export {
  type AccountFigures,
  type AccountOf,
  type KeptAccount,
  mustBeAccount,
  mustNotBeTwice,
  sameFigures,
  sourceOf,
} from './account.ts'
export { exampleAccounts } from './accounts-load.ts'
export { writtenQuery } from './actions/what-if.ts'
export { calculate } from './calculate.ts'
export {
  type Account,
  type Calculated,
  type CalculationBasis,
  type CalculationInput,
  type CalculationResult,
  type CostKind,
  type CostLine,
  type Counting,
  type Coverage,
  costKindKeys,
  costKinds,
  coverages,
  type Grading,
  type LevelPrice,
  type Occupancy,
  type Part,
  type PartTimeBand,
  type Period,
  type PlacePeriod,
  type Price,
  parts,
  partTimeBands,
  type Regulation,
  type RuleSet,
  type Step,
  type TariffRule,
  type TariffUnit,
  tariffUnits,
} from './calculation.ts'
export { type ExampleInput, inputFrom, usual } from './example-input.ts'
export { sheetSeen, wholeSheet } from './files.ts'
export { type Flow, flowOf, flowsInto, isKnown, partsOf, type Taken, takenOf } from './flow.ts'
export { accountName, flowHeading, flowText, notReceivedText, resultText, takenText } from './flow-text.ts'
export { accountYear, isShown, type YearOfLine, yearsFlowingInto, yearsOfLines } from './flowing.ts'
export { asInput, calculationInput } from './input.ts'
export { levelLabel } from './levels.ts'
export { exampleCalculations } from './load.ts'
export { withChange } from './mid-year.ts'
export { mustBeCostLine } from './must.ts'
export { RulesUsed, StepTables } from './pages/steps.tsx'
export { TryFields } from './pages/try-fields.tsx'
export { Compared } from './pages/what-if.tsx'
export { Where } from './pages/year-result.tsx'
export { withoutVat } from './prices.ts'
export { ruleSetOfYear, shownOn } from './reading.ts'
export { type Carried, carried, regulationOf } from './regulation.ts'
export { type Rules, rulesOf, wholeOf } from './rule-set.ts'
export { type SupervisionSize, sharedAmong, sizeOf, strictSupervision, supervisionSizes, supervisionTariff } from './sharing.ts'
export { changeText, danish, oreText, quantityText } from './shown.ts'
export {
  accountsOf,
  accountWith,
  addAccount,
  type LineOf,
  linesOfOperator,
  lineWith,
  type NewAccount,
  type OperatorWithLines,
  operatorsWithLines,
  versionsOf,
  yearsWithAccounts,
} from './store/accounts.ts'
export {
  addCalculation,
  type Calculation,
  type CalculationEntry,
  calculationIn,
  calculationsIn,
  calculationWith,
  type NewCalculation,
} from './store/calculations.ts'
export { temporaryOfLevels } from './temporary.ts'
export { usedRules } from './told.ts'
export type { TryField } from './try-field.ts'
export { isOutside, occupancyOf } from './units.ts'
export { type Level, type Shown, type Visibility, visibilities, visibilityOf } from './visibility.ts'
export { type Bar, type Waterfall, waterfall } from './waterfall.ts'
export {
  type Change,
  changedFields,
  changesOf,
  fieldsOf,
  mustBeSmall,
  type Tried,
  trial,
  tried,
} from './what-if.ts'
export { type LineWorth, worthOf } from './worth.ts'
