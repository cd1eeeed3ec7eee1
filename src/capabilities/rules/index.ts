export { loadParameters } from './load.ts'
export { type Parameter, type Rule, rulesOn, type Topic, valueText } from './rule.ts'
export { allParameters, parameterOn } from './store.ts'
