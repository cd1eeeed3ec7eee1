type Thing = { text: string; href?: string }

/** What a deed was done to, said as people say it, and where it can be seen. */
export function thingOf(subject: string, personName?: string): Thing {
  const [kind = '', rest = ''] = subject.split(/:(.*)/s)
  return things[kind]?.(rest, personName) ?? { text: subject }
}

const things: Record<string, (key: string, personName?: string) => Thing> = {
  party: (key) => ({ text: `Part: ${key}`, href: `/plan/parter/${key.replace('/', '#')}` }),
  plan: (key) => ({ text: `Plan: ${key}`, href: `/plan/historik/${key}` }),
  cycle: (key) => ({ text: `Forløb: ${key}`, href: `/plan/initiativer/${key.replace('/', '/forloeb/')}` }),
  snapshot: (key) => ({ text: `Status: ${key}`, href: `/plan/status/${key}` }),
  import: (key) => ({ text: `Regneark nr. ${key}` }),
  offer: (key) => ({ text: `Tilbud nr. ${key}`, href: `/tilbud/${key}` }),
  specialised: (key) => ({ text: `Mest specialiseret: ${key}`, href: `/tilbud/saerlige/mest-specialiserede/${key}` }),
  national: () => ({ text: 'Landsdækkende tilbud', href: '/tilbud/saerlige/landsdaekkende' }),
  schooling: (key) => ({ text: `Specialundervisning: ${key}`, href: `/tilbud/saerlige/specialundervisning?aar=${key}` }),
  boernehus: (key) => ({ text: `Børnehus Sjælland: ${key}`, href: '/tilbud/saerlige/boernehus' }),
  taskForce: (key) => ({ text: `Task force-sag nr. ${key}`, href: `/tilbud/saerlige/task-force/${key}` }),
  'supervision-tariff': (key) => ({ text: `Tilsynstakster: ${key}`, href: '/tilsyn/takster' }),
  account: (key) => ({ text: `Regnskab nr. ${key}`, href: `/takster/regnskaber/${key}` }),
  operator: (key) => ({ text: `Driftsherre nr. ${key}`, href: `/tilbud/drivere/${key}` }),
  mail: (key) => ({ text: `Mail nr. ${key}`, href: `/kontor/udbakke/${key}` }),
  rule: (key) => ({ text: `Regel: ${key}`, href: `/kontor/regler/${key}` }),
  person: (key, name) => ({ text: name ? `Person: ${name}` : `Person nr. ${key}`, href: `/kontor/personer/${key}` }),
  reminders: () => ({ text: 'Påmindelser', href: '/kontor/paamindelser' }),
  examples: () => ({ text: 'Eksempeldata', href: '/kontor/eksempeldata' }),
}
