export { actorOfApiToken, actorOfSession, beginSession, endSession } from './store.ts'
