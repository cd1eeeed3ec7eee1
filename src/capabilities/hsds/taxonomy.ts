import { freshnesses, type Municipality, ownerships, placeKinds } from '../offers/index.ts'
import { type LegalBasis, OWN, type Term } from '../terms/index.ts'
import type { Attribute, Taxonomy, TaxonomyTerm } from './answer.ts'
import { namedId } from './identity.ts'

/** What a service is described with: the standard's way of carrying what it has no field for. */

const bases: Taxonomy = {
  id: namedId('taxonomy:legal-basis'),
  name: 'Retsgrundlag',
  description: 'Den bestemmelse i loven, pladserne bruges efter. Ophørte bestemmelser er med, fordi gamle aftaler nævner dem.',
}
const kinds: Taxonomy = {
  id: namedId('taxonomy:kind'),
  name: 'Form',
  description: 'Om pladserne er døgn-, dag- eller aflastningspladser, eller om tilbuddet er ambulant.',
}
const owners: Taxonomy = {
  id: namedId('taxonomy:ownership'),
  name: 'Ejerform',
  description: 'Hvem der driver tilbuddet: en kommune, regionen, en selvejende institution eller en privat.',
}
const places: Taxonomy = {
  id: namedId('taxonomy:municipality'),
  name: 'Beliggenhedskommune',
  description: 'Den kommune, tilbuddet ligger i, med kommunekode.',
}
const numbers: Taxonomy = {
  id: namedId('taxonomy:places'),
  name: 'Pladser',
  description: 'Hvor mange pladser tilbuddet har. Tallet står i attributtens value. Et tal, der ikke er oplyst, er der ikke.',
}
const caveats: Taxonomy = {
  id: namedId('taxonomy:caveat'),
  name: 'Friskhed og forbehold',
  description:
    'Hvor meget en oplysning er til at stole på. På en capacity: hvor længe siden tallet blev bekræftet. På et tilbud eller en pris: om oplysningen er gammel eller opdigtet.',
}

/** What may be said against a figure. The names of the first four are those the pages use. */
const caveatNames = {
  ...freshnesses,
  from: 'Ledig fra',
  old: 'Gammel oplysning',
  example: 'Eksempeldata',
} as const
type Caveat = keyof typeof caveatNames

const caveatTexts: Record<Caveat, string> = {
  fresh: 'Tallet er bekræftet for nylig.',
  ageing: 'Det er noget tid siden, tallet blev bekræftet.',
  stale: 'Tallet er for gammelt til at regne med. Spørg tilbuddet.',
  none: 'Ingen har sagt, om der er ledige pladser. Det er ikke det samme som 0. Pladserne nævnes i value.',
  from: 'Pladserne er først ledige fra den dag, der står i value, med antallet bagefter.',
  old: 'Oplysningen er gammel eller uden dato. value siger, hvor gammel, med kildens egne ord.',
  example: 'Opdigtet, så prøveudgaven har noget at vise. Må ikke bruges.',
}

const numberNames = { approved: 'Godkendte pladser', inUse: 'Pladser i brug' } as const

const groupTaxonomy = (system: string, version: string | undefined): Taxonomy => ({
  id: namedId(`taxonomy:group:${system}`),
  name: system === OWN ? 'Målgrupper' : `Målgrupper (${system})`,
  description:
    system === OWN
      ? 'Fælles’ egen korte liste over målgrupper. value er den alder, pladserne er til.'
      : 'Målgrupper fra et indlæst kodesystem. value er den alder, pladserne er til.',
  ...(/^(https?|urn):/.test(system) ? { uri: system } : {}),
  ...(version ? { version } : {}),
})

const termOf = (taxonomy: Taxonomy, code: string, name: string, description: string, id?: string): TaxonomyTerm => ({
  id: id ?? namedId(`${taxonomy.id}:${code}`),
  code,
  name,
  description,
  taxonomy: taxonomy.name,
  taxonomy_id: taxonomy.id,
  language: 'da',
})

const fixed = <Key extends string>(taxonomy: Taxonomy, names: Readonly<Record<Key, string>>): Map<string, TaxonomyTerm> =>
  new Map(Object.entries<string>(names).map(([key, name]) => [key, termOf(taxonomy, key, name, `${name}.`)]))

const caveatTerms = new Map(
  Object.entries(caveatNames).map(([key, name]) => [key, termOf(caveats, key, name, caveatTexts[key as Caveat])]),
)

/** Every taxonomy with its terms, and each term by what it is called here. */
export type Book = {
  taxonomies: readonly Taxonomy[]
  terms: readonly TaxonomyTerm[]
  basis: ReadonlyMap<string, TaxonomyTerm>
  group: ReadonlyMap<number, TaxonomyTerm>
  municipality: ReadonlyMap<number, TaxonomyTerm>
  kind: ReadonlyMap<string, TaxonomyTerm>
  ownership: ReadonlyMap<string, TaxonomyTerm>
  number: ReadonlyMap<string, TaxonomyTerm>
  caveat: ReadonlyMap<string, TaxonomyTerm>
}

type Known = { bases: readonly LegalBasis[]; groups: readonly Term[]; municipalities: readonly Municipality[] }

export function bookOf(known: Known): Book {
  const systems = new Map(known.groups.map(({ system, systemVersion }) => [system, groupTaxonomy(system, systemVersion)]))
  const uuids = new Map(known.groups.map(({ id, uuid }) => [id, uuid]))
  const group = new Map(
    known.groups.flatMap((one): [number, TaxonomyTerm][] => {
      const taxonomy = systems.get(one.system)
      const parent = one.parentId === undefined ? undefined : uuids.get(one.parentId)
      const term =
        taxonomy && termOf(taxonomy, one.code, one.label, one.definition ?? `${one.label}. Kilde: ${one.source}.`, one.uuid)
      return term ? [[one.id, parent ? { ...term, parent_id: parent } : term]] : []
    }),
  )
  const basis = new Map(known.bases.map((one) => [one.key, termOf(bases, one.code, `${one.code} ${one.title}`, basisText(one))]))
  const municipality = new Map(
    known.municipalities.map(({ code, name, region }) => [code, termOf(places, String(code), name, `${name}, ${region}.`)]),
  )
  const kind = fixed(kinds, placeKinds)
  const ownership = fixed(owners, ownerships)
  const number = fixed(numbers, numberNames)
  const all = { basis, group, municipality, kind, ownership, number, caveat: caveatTerms }
  return {
    ...all,
    taxonomies: [bases, ...systems.values(), kinds, owners, places, numbers, caveats],
    terms: Object.values(all).flatMap((terms): TaxonomyTerm[] => [...terms.values()]),
  }
}

const basisText = ({ act, section, title, validUntil }: LegalBasis): string =>
  `${act} ${section}: ${title}.${validUntil ? ` Ophørt ${validUntil}.` : ''}`

/** What an attribute hangs on. */
export type Link = { id: string; entity: 'service' | 'service_capacity' | 'cost_option' | 'location' | 'organization' }

const attributeOf = (link: Link, type: string, term: TaxonomyTerm | undefined, value?: string): Attribute[] =>
  term
    ? [
        {
          id: namedId(`${link.id}:${term.id}:${value ?? ''}`),
          link_id: link.id,
          link_entity: link.entity,
          link_type: type,
          taxonomy_term_id: term.id,
          ...(value === undefined ? {} : { value }),
          taxonomy_term: term,
        },
      ]
    : []

/** Says something of a thing with a term; nothing when nobody knows the term. */
export const said = {
  basis: (book: Book, link: Link, key: string, evidence?: string) =>
    attributeOf(link, 'legal_basis', book.basis.get(key), evidence),
  group: (book: Book, link: Link, id: number, ages: string | undefined) =>
    attributeOf(link, 'target_group', book.group.get(id), ages),
  kind: (book: Book, link: Link, key: string | undefined) => attributeOf(link, 'place_kind', book.kind.get(key ?? '')),
  ownership: (book: Book, link: Link, key: string | undefined) => attributeOf(link, 'ownership', book.ownership.get(key ?? '')),
  municipality: (book: Book, link: Link, code: number | undefined) =>
    attributeOf(link, 'municipality', code === undefined ? undefined : book.municipality.get(code)),
  number: (book: Book, link: Link, key: keyof typeof numberNames, count: number | undefined) =>
    attributeOf(link, 'places', count === undefined ? undefined : book.number.get(key), String(count)),
  caveat: (book: Book, link: Link, key: Caveat, value?: string) => attributeOf(link, 'caveat', book.caveat.get(key), value),
}
