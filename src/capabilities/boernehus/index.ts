export { standing as boernehusStanding } from './cases.ts'
export { loadBoernehus } from './load.ts'
export { allFigures as boernehusFigures } from './store.ts'
