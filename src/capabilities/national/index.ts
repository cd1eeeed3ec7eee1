export { exampleNational, loadNational } from './load.ts'
export { linesOf, type Conclusion, spanText } from './national.ts'
export { allFigures, conclusions } from './store/national.ts'
