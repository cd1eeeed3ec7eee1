import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { looksLikeCpr } from '../../platform/values/cpr.ts'
import { isDay } from '../../platform/values/day.ts'
import { keysOf } from '../../platform/values/keys.ts'
import { type FieldRule, linkKinds, type PlanField, planFields, planKinds } from './plan.ts'

const here = new URL('../../../data/programme/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, here), 'utf8'))

const day = z.string().refine(isDay, 'a day that exists')
const key = z.string().regex(/^[A-Za-z0-9-]+$/)
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const text = z.string().min(1)
const sourceRef = z.string().regex(/^(\d{3}:[1-9]\d*|K)$/)
const sourceRefs = z.array(sourceRef).min(1)
const fact = z.strictObject({
  field: z.enum(keysOf(planFields)),
  value: z.unknown(),
  from: day,
  until: day.optional(),
  sources: sourceRefs,
  note: text.optional(),
})
const item = z.strictObject({
  kind: z.enum(keysOf(planKinds)),
  key,
  slug,
  parent: key.nullable(),
  position: z.int().min(1),
  facts: z.array(fact).min(1),
  links: z.array(z.strictObject({ kind: z.enum(linkKinds), to: key, from: day, sources: sourceRefs })),
})
const organisation = z.strictObject({
  key: slug,
  slug,
  name: text,
  kind: z.enum(['external', 'secretariat']),
  aliases: z.array(text),
  note: text,
  sources: sourceRefs,
})
const body = z.strictObject({
  key: slug,
  name: text,
  kind: z.enum(['political', 'administrative', 'management', 'steering', 'forum', 'network', 'adhoc', 'workgroup']),
  aliases: z.array(text),
  parentCurrent: slug.nullable(),
  parentProposed: slug.nullable(),
  note: text,
  status: z.enum(['active', 'proposed', 'planned', 'forming']),
  sources: sourceRefs,
})
const party = z.strictObject({
  key: slug,
  slug,
  name: text,
  longName: text,
  short: z.string().min(3).max(5),
  kind: z.enum(['municipality', 'region']),
  code: z.int().nullable(),
  validFrom: day.nullable(),
  validUntil: day.nullable(),
  successor: slug.optional(),
  tile: z.strictObject({ col: z.int().min(0), row: z.int().min(0) }).nullable(),
  source: z.literal('K'),
  namedIn: z.array(sourceRef),
})
const said = z.strictObject({ source: z.string(), line: z.int().min(1).optional(), text })
const note = z.strictObject({
  key: z.string().regex(/^[KG]\d+$/),
  kind: z.enum(['contradiction', 'gap']),
  title: text,
  shown: z.boolean(),
  says: z.array(said).min(1),
  resolution: text,
  items: z.array(key),
  bodies: z.array(slug).optional(),
})
const source = z.strictObject({
  key: z.string(),
  title: text,
  day,
  dayText: text.optional(),
  kind: text,
  ageRank: z.int(),
  file: z.string().nullable(),
  description: text,
})
const parameter = z.strictObject({
  key: text,
  label: text,
  value: z.number(),
  unit: text,
  validFrom: day,
  source: text,
  note: text,
})
const sources = z.array(source).parse(read('sources.json'))
const directory = z
  .strictObject({ parties: z.array(party), organisations: z.array(organisation), bodies: z.array(body) })
  .parse(read('parties.json'))
const notes = z.array(note).parse(read('notes.json'))
const parameters = z.array(parameter).parse(read('parameters.json'))
const files = readdirSync(new URL('plan/', here)).filter((name) => name.endsWith('.json'))
const plan = files.flatMap((name) => z.array(item).parse(read(`plan/${name}`)))

const byKey = new Map(plan.map((i) => [i.key, i]))
const ofKind = (kind: string) => plan.filter((i) => i.kind === kind)
const actors = [...directory.parties, ...directory.organisations, ...directory.bodies]
const actorKeys = new Set(actors.map((a) => a.key))
const rules: Record<string, FieldRule> = planFields
const fieldRule = (name: string) => rules[name] as FieldRule
const every = plan.flatMap((i) => i.facts.map((f) => ({ ...f, item: i.key, rule: fieldRule(f.field) })))
const knownFrom = (i: (typeof plan)[number]) =>
  i.facts
    .filter((f) => f.field === 'title')
    .map((f) => f.from)
    .sort()[0] ?? '9999-12-31'
const repeated = (list: readonly string[]) => list.filter((x, at) => list.indexOf(x) !== at)
const valuesOf = (itemKey: string, field: PlanField) =>
  byKey
    .get(itemKey)
    ?.facts.filter((f) => f.field === field)
    .map((f) => f.value)

/** Whether a value is of the type its field says. */
function isOfType(type: FieldRule['type'], value: unknown): boolean {
  if (type === 'number') return typeof value === 'number'
  if (type === 'flag') return typeof value === 'boolean'
  if (type === 'day') return typeof value === 'string' && isDay(value)
  if (type === 'body') return typeof value === 'string' && actorKeys.has(value)
  if (type === 'period') return z.strictObject({ text, from: day, until: day }).safeParse(value).success
  return typeof value === 'string' && value === value.trim() && value.length > 0
}

describe('the programme as data', () => {
  it('gives every fact a value of its field’s type', () => {
    expect(every.filter((f) => !isOfType(f.rule.type, f.value)).map((f) => `${f.item}.${f.field}`)).toEqual([])
  })

  it('lets every period and every fact begin before it ends', () => {
    const periods = every
      .filter((f) => f.rule.type === 'period')
      .map((f) => ({ at: f.item, ...(f.value as { from: string; until: string }) }))
    const dated = every.flatMap((f) => (f.until ? [{ at: f.item, from: f.from, until: f.until }] : []))
    expect([...periods, ...dated].filter((x) => x.from >= x.until)).toEqual([])
  })

  it('has no two facts of the same day fighting for one field', () => {
    const single = every.filter((f) => !f.rule.many).map((f) => `${f.item}.${f.field} ${f.from}`)
    expect(repeated(single)).toEqual([])
    expect(repeated(every.filter((f) => f.rule.many).map((f) => `${f.item}.${f.field} ${String(f.value)} ${f.from}`))).toEqual([])
  })

  it('names every item from the first day anything is known of it, and its parent no later', () => {
    expect(plan.filter((i) => i.facts.some((f) => f.from < knownFrom(i))).map((i) => i.key)).toEqual([])
    const late = plan.filter((i) => i.parent && knownFrom(byKey.get(i.parent) ?? i) > knownFrom(i))
    expect(late.map((i) => i.key)).toEqual([])
  })

  it('finds every parent and every link, and has no circles', () => {
    expect(plan.filter((i) => i.parent && !byKey.has(i.parent)).map((i) => i.key)).toEqual([])
    expect(
      plan.flatMap((i) => i.links.filter((l) => !byKey.has(l.to) || l.to === i.key).map((l) => `${i.key} → ${l.to}`)),
    ).toEqual([])
    for (const i of plan) {
      const above = new Set<string>()
      for (let at = i.parent; at; at = byKey.get(at)?.parent ?? null) {
        expect(above.has(at)).toBe(false)
        above.add(at)
      }
    }
  })

  it('keeps keys unique, and slugs unique within a kind', () => {
    expect(repeated(plan.map((i) => i.key))).toEqual([])
    expect(repeated(plan.map((i) => `${i.kind}/${i.slug}`))).toEqual([])
    expect(repeated(actors.map((a) => a.key))).toEqual([])
    expect(repeated(directory.parties.map((p) => p.short))).toEqual([])
    expect(repeated(directory.parties.flatMap((p) => (p.tile ? [`${p.tile.col},${p.tile.row}`] : [])))).toEqual([])
  })

  it('counts as the agreement does: 17 municipalities, 13 action areas, 3 purposes, 3 principles, 3 focus areas, 12 initiatives', () => {
    const municipalities = directory.parties.filter((p) => p.kind === 'municipality')
    expect(municipalities.length).toBe(17)
    expect(municipalities.filter((p) => p.code === null || !p.tile)).toEqual([])
    const years = ofKind('area').map((i) => valuesOf(i.key, 'programmeYear')?.[0])
    expect([years.filter((y) => y === 2025).length, years.filter((y) => y === 2026).length]).toEqual([7, 6])
    expect([ofKind('purpose').length, ofKind('principle').length, ofKind('initiative').length]).toEqual([3, 3, 12])
    expect(ofKind('focus').filter((i) => i.parent === 'RA2025').length).toBe(3)
  })

  it('says of every action area what to do, for whom, when, and whom it serves or that this is unknown', () => {
    const needed: PlanField[] = [
      'title',
      'summary',
      'scope',
      'startTerm',
      'programmeYear',
      'programmeNumber',
      'shownActive2025',
      'planned',
    ]
    for (const i of ofKind('area')) {
      for (const field of needed) expect(valuesOf(i.key, field), `${i.key}.${field}`).not.toEqual([])
      const serves = i.links.some((l) => l.kind === 'serves')
      expect(serves || i.facts.some((f) => f.field === 'unknown' && /formål/.test(String(f.value))), i.key).toBe(true)
    }
  })

  it('holds 34 contradictions and 8 gaps, and points them to things that exist', () => {
    expect(notes.map((n) => n.key)).toEqual([
      ...Array.from({ length: 34 }, (_, n) => `K${n + 1}`),
      ...Array.from({ length: 8 }, (_, n) => `G${n + 1}`),
    ])
    expect(
      notes.flatMap((n) => [...n.items.filter((k) => !byKey.has(k)), ...(n.bodies ?? []).filter((k) => !actorKeys.has(k))]),
    ).toEqual([])
    for (const n of notes) expect(n.kind, n.key).toBe(n.key.startsWith('K') ? 'contradiction' : 'gap')
  })

  it('lets a party that ends hand over to its successor the same day', () => {
    for (const p of directory.parties.filter((x) => x.successor)) {
      expect(directory.parties.find((x) => x.key === p.successor)?.validFrom, p.key).toBe(p.validUntil)
    }
    expect(directory.bodies.flatMap((b) => [b.parentCurrent, b.parentProposed]).filter((k) => k && !actorKeys.has(k))).toEqual([])
  })

  it('dates its rules once each', () => {
    expect(repeated(parameters.map((p) => `${p.key} ${p.validFrom}`))).toEqual([])
  })
})

describe('the words', () => {
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
  const all = ['sources', 'parties', 'notes', 'parameters', 'example-reports', 'example-cycles']
    .flatMap((name) => strings(read(`${name}.json`)))
    .concat(strings(plan))

  it('are whole sentences where a sentence is asked for, and bare in titles', () => {
    const sentences = every.filter((f) => f.rule.type === 'longtext').map((f) => String(f.value))
    const said = notes.flatMap((n) => [n.resolution, ...n.says.map((s) => s.text)])
    const factNotes = every.flatMap((f) => f.note ?? [])
    const told = [...directory.organisations, ...directory.bodies].map((a) => a.note)
    expect([...sentences, ...said, ...factNotes, ...told].filter((s) => s && !/^[»A-ZÆØÅÉ0-9].*[.?!]$/.test(s))).toEqual([])
    const titles = every.filter((f) => f.rule.type === 'text' && f.field !== 'status').map((f) => String(f.value))
    expect(titles.filter((s) => /\.$/.test(s) || !/^[»A-ZÆØÅÉ0-9]/.test(s))).toEqual([])
    expect(all.filter((s) => / {2}|\s$|\([KG]\d/.test(s))).toEqual([])
  })

  it('hold no CPR number and no e-mail address', () => {
    expect(all.filter((s) => looksLikeCpr(s) || /\S@\S/.test(s))).toEqual([])
  })
})

describe('the sources', () => {
  const documents = new URL('../../../../shared/sources/', import.meta.url)
  const present = existsSync(documents)
  const lines = new Map(
    sources.flatMap((s) => (present && s.file ? [[s.key, readFileSync(new URL(s.file, documents), 'utf8').split('\n')]] : [])),
  )
  const cited = [
    ...every.flatMap((f) => f.sources),
    ...plan.flatMap((i) => i.links.flatMap((l) => l.sources)),
    ...actors.flatMap((a) => ('sources' in a ? a.sources : a.namedIn)),
    ...notes.flatMap((n) => n.says.map((s) => (s.line ? `${s.source}:${s.line}` : s.source))),
  ]

  it('that are cited are listed', () => {
    expect(sources.map((s) => s.key)).toEqual(['000', '001', '002', '003', '004', 'K'])
    expect(cited.filter((c) => !sources.some((s) => s.key === c.split(':')[0]))).toEqual([])
  })

  test.skipIf(!present)('have something on every line that is cited', () => {
    const empty = cited.filter((c) => c !== 'K' && !lines.get(c.slice(0, 3))?.[Number(c.slice(4)) - 1]?.trim())
    expect([...new Set(empty)]).toEqual([])
  })

  test.skipIf(!present)('are told in our own words: no eight words in a row are theirs', () => {
    const words = (s: string) => s.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
    const runs = (list: string[]) => list.flatMap((_, at) => (at + 8 <= list.length ? [list.slice(at, at + 8).join(' ')] : []))
    const theirs = new Set([...lines.values()].flatMap((l) => runs(words(l.join(' ')))))
    const copied = every.filter((f) => f.rule.type === 'longtext' && runs(words(String(f.value))).some((run) => theirs.has(run)))
    expect(copied.map((f) => `${f.item}.${f.field}: ${String(f.value)}`)).toEqual([])
  })
})
