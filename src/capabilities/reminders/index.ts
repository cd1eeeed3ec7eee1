export { exampleReminders } from './store.ts'
