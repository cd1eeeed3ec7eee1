export { exampleNational, loadNational } from './load.ts'
export { type Conclusion, linesOf, spanText } from './national.ts'
export { allFigures, conclusions } from './store/national.ts'
