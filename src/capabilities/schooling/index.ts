export { exampleSchooling } from './load.ts'
export { yearsTold } from './store.ts'
export { schoolYearText } from './usage.ts'
