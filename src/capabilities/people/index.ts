export { admin } from './admin-command.ts'
export { deedName, deedNames } from './deed-names.ts'
export { loadDemoPeople, shutDemoPeopleOut } from './load.ts'
export { actorOfApiToken, actorOfSession, beginSession } from './store/sessions.ts'
