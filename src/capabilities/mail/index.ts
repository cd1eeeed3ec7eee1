export { type Attached, isAddress, sizeText } from './message.ts'
export { attachedTo, attachmentAt, exampleMail, mailCounts, type Post, post } from './store.ts'
