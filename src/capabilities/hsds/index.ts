export { standard } from './introduction.ts'
