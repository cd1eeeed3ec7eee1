export { loadParameters } from './load.ts'
export { type Parameter, type Rule, rulesOn, valueText } from './rule.ts'
export { allParameters, parameterOn } from './store.ts'
