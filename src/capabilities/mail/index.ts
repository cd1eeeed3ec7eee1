export { mailJobs } from './jobs.ts'
export { exampleMail, mailCounts, type Post, post } from './store.ts'
