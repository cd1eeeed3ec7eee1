import { type Actor, maySomewhere, ownParties, roles } from './access.ts'
import type { Ask, Site } from './platform/action.ts'
import type { FooterGroup, Frame, NavItem } from './platform/ui/page.ts'

/** What stands around every page: the three doors, the two rooms above them, and who is signed in. */

const open: NavItem[] = [
  { text: 'Forside', href: '/' },
  {
    text: 'Planen',
    href: '/plan',
    children: [
      { text: 'Overblik', href: '/plan' },
      { text: 'Status', href: '/plan/status' },
      { text: 'Tidslinje', href: '/plan/tidslinje' },
      { text: 'Kort', href: '/plan/kort' },
      { text: 'Programmet 2025', href: '/plan/aar/2025' },
      { text: 'Programmet 2026', href: '/plan/aar/2026' },
      { text: 'Beslutninger', href: '/plan/beslutninger' },
      { text: 'Fokusområder', href: '/plan/fokusomraader' },
      { text: 'Forbedringsforløb', href: '/plan/forloeb' },
    ],
  },
  {
    text: 'Tilbud',
    href: '/tilbud',
    children: [
      { text: 'Find tilbud', href: '/tilbud' },
      { text: 'Ledige pladser', href: '/ledige' },
      { text: 'Kapacitet', href: '/tilbud/kapacitet' },
      { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
      { text: 'Driftsherrer', href: '/tilbud/drivere' },
      { text: 'Tilsyn', href: '/tilsyn' },
      { text: 'Begreber', href: '/begreber' },
    ],
  },
  {
    text: 'Takster',
    href: '/takster',
    children: [
      { text: 'Alle takster', href: '/takster' },
      { text: 'Efter målgruppe', href: '/takster/maalgrupper' },
      { text: 'År for år', href: '/takster/aar' },
      { text: 'Stigninger', href: '/takster/stigninger', also: ['/takster/leverandoerbrev'] },
      { text: 'Beregninger', href: '/takster/beregninger', also: ['/takster/beregning'] },
      { text: 'Regnskaber', href: '/takster/regnskaber' },
      { text: 'Regler og nøgletal', href: '/takster/regler' },
      { text: 'Beregningsregler', href: '/takster/regelsaet', also: ['/takster/synlighed', '/takster/deling'] },
    ],
  },
  { text: 'Parter', href: '/plan/parter' },
  { text: 'Statusrapporter', href: '/plan/rapporter' },
  {
    text: 'Om Fælles',
    href: '/om',
    children: [
      { text: 'Om samarbejdet', href: '/om' },
      { text: 'Vejledning', href: '/om/vejledning' },
      { text: 'Regler', href: '/om/regler' },
    ],
  },
]

const people: NavItem = { text: 'Personer', href: '/kontor/personer' }
const supervision: NavItem = { text: 'Tilsynets opgaver', href: '/tilsyn/opgaver' }
const ownTariffs: NavItem = { text: 'Vores takster', href: '/takster/mine', also: ['/takster/skema'] }
const sheets: NavItem = { text: 'Regneark', href: '/regneark' }

const office = (managesPeople: boolean): NavItem => ({
  text: 'Kontoret',
  href: '/kontor',
  children: [
    { text: 'Overblik', href: '/kontor' },
    { text: 'Det mangler', href: '/plan/mangler' },
    { text: 'Udbakke', href: '/kontor/udbakke' },
    { text: 'Påmindelser', href: '/kontor/paamindelser' },
    { text: 'Ledige pladser', href: '/kontor/ledige' },
    { text: 'Takstrunder', href: '/takster/runder', also: ['/takster/skema'] },
    { text: 'Tilsynets opgaver', href: '/tilsyn/opgaver' },
    { text: 'Hændelser', href: '/kontor/haendelser' },
    { text: 'Regler', href: '/kontor/regler' },
    ...(managesPeople ? [people] : []),
    { text: 'Eksempeldata', href: '/kontor/eksempeldata' },
  ],
})

/** One menu for each kind of reader, made once and the same from request to request. */
const menus = new Map<string, readonly NavItem[]>()

function menuOf({ actor }: Ask): readonly NavItem[] {
  if (actor.id === undefined) return open
  const reports = maySomewhere(actor, 'plan.import')
  const inOffice = maySomewhere(actor, 'office.read')
  const managesPeople = maySomewhere(actor, 'people.manage')
  const supervises = maySomewhere(actor, 'supervision.write') && !inOffice
  const ownSheets = ownParties(actor, 'tariffSheets.write').length > 0
  const key = `${reports} ${inOffice} ${managesPeople} ${supervises} ${ownSheets}`
  const known = menus.get(key) ?? [
    ...(ownSheets ? open.map(withOwnTariffs) : open),
    ...(supervises ? [supervision] : []),
    ...(reports ? [sheets] : []),
    ...(inOffice ? [office(managesPeople)] : []),
  ]
  menus.set(key, known)
  return known
}

const withOwnTariffs = (item: NavItem): NavItem =>
  item.href === '/takster' ? { ...item, children: [...(item.children ?? []), ownTariffs] } : item

const footer: FooterGroup[] = [
  {
    heading: 'Fælles',
    links: [
      { text: 'Om Fælles', href: '/om' },
      { text: 'Vejledning', href: '/om/vejledning' },
      { text: 'Åbne data og API', href: '/api' },
      { text: 'Driftstilstand', href: '/sundhed' },
    ],
  },
  {
    heading: 'Følg med',
    links: [
      { text: 'Ændringer (Atom)', href: '/plan/aendringer.atom' },
      { text: 'Milepæle (kalender)', href: '/plan/milepaele.ics' },
      { text: 'Planen som regneark', href: '/plan/plan.xlsx' },
    ],
  },
  {
    heading: 'Om siden',
    links: [
      { text: 'Tilgængelighedserklæring', href: '/tilgaengelighed' },
      { text: 'Cookies', href: '/cookies' },
      { text: 'Privatliv', href: '/privatliv' },
    ],
  },
]

const signIn = { href: '/log-ind', text: 'Log ind' } as const
const signOut = { href: '/log-ud', text: 'Log ud', post: true } as const

export function frameOf(ask: Ask): Frame {
  const { actor, site, url } = ask
  const inside = actor.id !== undefined
  return {
    nav: menuOf(ask),
    path: url.pathname,
    siteName: 'Fælles',
    tagline: 'Rammeaftale Sjælland, trin for trin: planen, hvem der er hvor langt, og hvad der kommer nu.',
    footer,
    signIn: inside ? signOut : signIn,
    actor: inside ? { name: actor.name, role: roleText(actor), href: '/mig' } : undefined,
    edition: editionOf(site),
  }
}

const editionOf = ({ trial, examples }: Site) => (trial ? (examples ? 'Prøveudgave med eksempeldata' : 'Prøveudgave') : undefined)

const roleText = ({ grants }: Actor): string =>
  [...new Set(grants.map(({ role }) => roles[role]))].join(', ') || 'Ingen rolle endnu'
