import type { Permission } from '../../access.ts'

/** What somebody did, in a few words, by the permission the deed asks for. Danish: hændelse. */
export const deedNames: Partial<Record<Permission, string>> = {
  'status.report': 'Meldte status',
  'status.reportForOthers': 'Meldte status for en part',
  'status.approve': 'Godkendte status',
  'status.policy': 'Ændrede, hvornår status vises',
  'plan.edit': 'Rettede planen',
  'plan.import': 'Læste et regneark ind',
  'cycles.write': 'Skrev i et forbedringsforløb',
  'snapshots.freeze': 'Frøs status',
  'reminders.send': 'Sendte påmindelser',
  'reminders.stop': 'Valgte om påmindelser',
  'reminders.stopByLink': 'Stoppede påmindelser fra en mail',
  'vacancies.confirm': 'Meldte ledige pladser',
  'vacancies.answerByLink': 'Svarede fra mailen om ledige pladser',
  'vacancies.chase': 'Sendte mail om ledige pladser',
  'capacity.announce': 'Meldte en kapacitetsændring ud',
  'specialised.edit': 'Rettede listen over de mest specialiserede tilbud',
  'taskForce.run': 'Skrev i en task force-sag',
  'supervision.setTariffs': 'Skrev, hvad tilsyn koster',
  'national.edit': 'Skrev om landsdækkende tilbud',
  'schooling.edit': 'Skrev elevtal i specialundervisning',
  'boernehus.edit': 'Skrev tal om Børnehus Sjælland',
  'supervision.write': 'Skrev om tilsyn',
  'terms.edit': 'Rettede begreber eller retsgrundlag',
  'offers.edit': 'Rettede et tilbud',
  'tariffs.publish': 'Arbejdede med takster',
  'offers.import': 'Læste tilbud ind fra et regneark',
  'tariffSheets.write': 'Skrev i et takstskema',
  'tariffSheets.handIn': 'Indsendte et takstskema',
  'parameters.set': 'Ændrede en regel',
  'people.manage': 'Ændrede personer eller roller',
  'outbox.decide': 'Afgjorde en mail',
  'examples.remove': 'Fjernede eksempeldata',
  'me.read': 'Ændrede egne nøgler eller login',
  'site.read': 'Loggede ind eller ud',
}

/** Where one permission covers deeds that people would call by different names. */
const closer: Record<string, string> = {
  'site.read /log-ud': 'Loggede ud',
  'me.read /mig/noegler/ny': 'Lavede en nøgle',
  'me.read /mig/noegler/:id/slut': 'Afsluttede en nøgle',
  'me.read /mig/log-ud-andre': 'Loggede ud andre steder',
  'people.manage /kontor/personer/ny': 'Tilføjede en person',
  'people.manage /kontor/personer/:id/roller/ny': 'Gav en rolle',
  'people.manage /kontor/personer/:id/roller/:roleId/slut': 'Afsluttede en rolle',
  'people.manage /kontor/personer/:id/log-ud': 'Loggede en person ud',
  'status.report /plan/parter/:slug/:key/bekraeft': 'Bekræftede status',
  'status.report /plan/parter/:slug/bekraeft': 'Bekræftede al status',
  'cycles.write /plan/initiativer/:key/forloeb/nyt': 'Begyndte et forbedringsforløb',
  'offers.import /tilbud/indlaes': 'Sendte et regneark med tilbud',
  'offers.import /tilbud/indlaes/:id/kolonner': 'Sagde, hvad et regnearks kolonner er',
  'offers.import /tilbud/indlaes/:id/valg': 'Sagde, hvilke tilbud et regnearks rækker er',
  'vacancies.confirm /ledige/driftsherre/:id': 'Bekræftede ledige pladser',
  'vacancies.confirm /ledige/tilbud/:id/bekraeft': 'Bekræftede ledige pladser',
  'vacancies.confirm /ledige/driftsherre/:id/belaegning': 'Indberettede belægning',
  'tariffs.publish /takster/runder/ny': 'Åbnede en takstrunde',
  'tariffs.publish /takster/runder/:year/frister': 'Ændrede frister for takster',
  'tariffs.publish /takster/skema/:year/:id/spoerg': 'Stillede spørgsmål til et takstskema',
  'tariffs.publish /takster/skema/:year/:id/godkend': 'Godkendte et takstskema',
  'tariffs.publish /takster/skema/:year/:id/offentliggoer': 'Offentliggjorde takster',
  'tariffs.publish /takster/:id/ret': 'Rettede en offentliggjort takst',
  'tariffs.publish /takster/regler/ny': 'Skrev et nøgletal eller en regel om takster',
  'tariffs.publish /takster/synlighed/ny': 'Ændrede, hvad der vises af en beregning',
  'supervision.write /tilsyn/afgoerelser/:id/ret': 'Rettede en afgørelse fra tilsynet',
  'supervision.write /tilsyn/udfald/:id/ret': 'Rettede, hvad der skete med en afgørelse',
  'npm run admin': 'Udpegede en administrator fra serveren',
}

/** A deed's name in the log is its permission and its address. */
export function deedName(name: string): string {
  const [permission = ''] = name.split(' ')
  if (name.startsWith('site.read /log-ind')) return 'Loggede ind'
  return closer[name] ?? deedNames[permission as Permission] ?? name
}
