export { exampleMail, mailCounts, type Post, post } from './store.ts'
