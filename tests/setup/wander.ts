import { rooms } from '../../src/app.ts'

/** Opens an address as somebody would; undefined when what comes is no page. */
export type Open = (address: string) => Promise<string | undefined>

export type Seen = { type: string; address: string; html: string }

/** What nobody links to: it comes in a mail, or after a deed. */
export const unlinked = [
  '/paamindelser/stop/gaettet',
  '/paamindelser/stoppet',
  '/log-ud',
  '/takster/forklaring/gaettet',
  '/takster/leverandoerbrev/hoering/afslut',
]

/** Some pages are there only when somebody has done something; who may not, is refused. */
export const traces: [address: string, fields: Record<string, string>][] = [
  ['/mig/noegler/ny', { navn: 'Regneark', dage: '30' }],
  ['/plan/rapporter/frys', { title: '2. halvår 2026' }],
  ['/kontor/paamindelser/send', {}],
  ['/kontor/ledige/1/send', { last: '0' }],
  [
    '/tilsyn/tilbud/1/ny',
    {
      kind: 'approval',
      day: '2026-11-02',
      authorityKey: 'oest',
      published: 'yes',
      publishedUrl: 'https://tilbudsportalen.dk/',
      source: 'Tilbudsportalen',
    },
  ],
  [
    '/tilsyn/afgoerelser/1/siden',
    { kind: 'changed', day: '2026-11-03', authorityKey: 'ankestyrelsen', published: 'no', source: 'Afgørelsen' },
  ],
]

const codeSystem = {
  resourceType: 'CodeSystem',
  url: 'urn:oid:1.2.3',
  title: 'Prøve',
  concept: [{ code: 'a', display: 'Autisme' }],
}

/** Files that leave a page behind: what is wrong with a workbook that is none, what a code system would change, and what offers ask. */
export const files = [
  { address: '/regneark', name: 'status.xlsx', text: 'ikke et regneark' },
  { address: `/takster/skema/${new Date().getFullYear() + 1}/2/regneark`, name: 'takster.xlsx', text: 'ikke et regneark' },
  {
    address: `/takster/regnskaber/driver/2/${new Date().getFullYear() - 1}/regneark`,
    name: 'regnskab.xlsx',
    text: 'ikke et regneark',
  },
  { address: '/begreber/kodesystem', name: 'kodesystem.json', text: JSON.stringify(codeSystem) },
  { address: '/tilbud/indlaes', name: 'huse.csv', text: 'Hus;Farve\nDet gule;gul\n' },
  { address: '/tilbud/indlaes', name: 'navne.csv', text: 'Tilbud;Driftsherre\nKofoedsminde;Region Sjælland\n' },
] as const

/** So many addresses of one type are opened to find links in; the first of them is the one that is looked at. */
const ENOUGH = 20

const typeOf = rooms.map(({ kind, path }) => ({ kind, path, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }))

/** Every address of ours that shows a page. */
export const pageTypes = rooms.filter(({ kind }) => kind === 'page' || kind === 'form').map(({ path }) => path)

/** Opens what can be reached by links and forms, and gives the first address found of each page type. */
export async function wander(open: Open, from: readonly string[]): Promise<Seen[]> {
  const seen = new Map<string, Seen>()
  const opened = new Map<string, number>()
  const queue = [...from]
  const known = new Set(queue)
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const type = pageTypeOf(address)
    const times = type === undefined ? ENOUGH : (opened.get(type) ?? 0)
    if (type === undefined || times >= ENOUGH) continue
    const html = await open(address)
    if (html === undefined) continue
    opened.set(type, times + 1)
    if (!seen.has(type)) seen.set(type, { type, address, html })
    for (const next of linksIn(html).filter((link) => !known.has(link))) {
      known.add(next)
      queue.push(next)
    }
  }
  return [...seen.values()]
}

/** The first declared address decides, as in the program. */
function pageTypeOf(address: string): string | undefined {
  const [path = ''] = address.split('?')
  const first = typeOf.find(({ pattern }) => pattern.test(path))
  return first && (first.kind === 'page' || first.kind === 'form') ? first.path : undefined
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/ (?:href|action)="(\/[^"#]*)/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'))
