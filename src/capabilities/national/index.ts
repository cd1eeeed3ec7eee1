export { exampleNational, loadNational } from './load.ts'
export { linesOf, nameOf, spanText } from './national.ts'
export { allFigures, conclusions, groups } from './store/national.ts'
