import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/** Who may use whom. A new arrow is a design decision: it shows here. */
const arrows: Record<string, string[]> = {
  parties: [],
  rules: [],
  people: ['parties', 'rules'],
  plan: [],
  programme: ['cycles', 'increases', 'parties', 'plan', 'progress', 'tariff-years'],
  progress: ['parties', 'plan', 'rules', 'people'],
  cycles: ['parties', 'plan'],
  snapshots: ['parties', 'plan', 'progress', 'rules'],
  exchange: ['parties', 'plan', 'progress', 'rules', 'snapshots'],
  search: ['offers', 'plan', 'progress', 'tariff-years'],
  mail: ['rules'],
  reminders: ['mail', 'parties', 'people', 'progress', 'rules'],
  site: ['parties', 'plan', 'progress', 'rules'],
  office: ['mail', 'parties', 'people', 'plan', 'progress', 'reminders', 'rules', 'specialised'],
  terms: [],
  offers: ['parties', 'rules', 'terms'],
  vacancies: ['mail', 'offers', 'rules', 'terms'],
  tariffs: ['offers', 'parties', 'rules'],
  hsds: ['offers', 'terms', 'vacancies'],
  national: ['offers', 'rules'],
  schooling: ['parties', 'rules'],
  boernehus: ['offers', 'parties', 'rules'],
  specialised: ['boernehus', 'national', 'offers', 'parties', 'plan', 'rules', 'schooling'],
  accounts: ['offers', 'tariffs', 'tariff-years'],
  trial: [
    'cycles',
    'increases',
    'mail',
    'national',
    'offers',
    'people',
    'progress',
    'reminders',
    'schooling',
    'snapshots',
    'specialised',
    'supervision',
    'tariffs',
    'tariff-years',
    'vacancies',
  ],
  'tariff-years': ['mail', 'offers', 'parties', 'rules', 'tariffs', 'terms'],
  supervision: ['offers', 'rules', 'tariffs', 'terms'],
  increases: ['mail', 'offers', 'parties', 'rules', 'tariffs'],
  register: ['offers', 'parties', 'specialised', 'supervision', 'tariff-years', 'terms', 'vacancies'],
  intake: ['offers', 'parties', 'rules', 'terms'],
}

/** Who writes which table; everybody else asks. */
const tables: Record<string, string[]> = {
  parties: ['party', 'body'],
  rules: ['parameter'],
  people: ['person', 'role_grant', 'session', 'api_token'],
  plan: ['source', 'plan_item', 'plan_fact', 'plan_link', 'plan_note'],
  progress: ['status_report', 'status_confirmation', 'status_policy'],
  cycles: ['cycle', 'cycle_entry'],
  snapshots: ['snapshot'],
  exchange: ['import_status', 'import_fact'],
  mail: ['outbox', 'outbox_attachment'],
  reminders: ['reminder', 'reminder_stop'],
  terms: ['legal_basis', 'term', 'term_change', 'term_import'],
  offers: [
    'municipality',
    'operator',
    'offer',
    'offer_unit',
    'place_line',
    'place_group',
    'place_count',
    'offer_price',
    'cover_rule',
    'offer_usage',
    'offer_lineage',
    'offer_change',
    'offer_search',
    'offer_word',
  ],
  intake: ['intake_row', 'intake_choice'],
  vacancies: ['vacancy_link', 'vacancy_statement', 'occupancy_return', 'capacity_change'],
  national: ['national_group', 'national_offer', 'national_figure', 'national_conclusion'],
  schooling: ['school_usage'],
  boernehus: ['boernehus_figure', 'boernehus_target'],
  specialised: ['specialised_offer', 'specialised_event', 'task_force_case', 'task_force_step'],
  'tariff-years': [
    'tariff',
    'tariff_version',
    'tariff_lineage',
    'tariff_lineage_undone',
    'tariff_before',
    'tariff_note',
    'tariff_deadline_rule',
    'tariff_round',
    'tariff_round_deadline',
    'tariff_sheet',
    'tariff_sheet_step',
    'tariff_sheet_line',
    'tariff_sheet_row',
    'tariff_reminder',
  ],
  platform: ['migration', 'deed', 'column_mapping', 'import_draft', 'import_progress', 'import_piece'],
  tariffs: ['tariff_rule_set', 'tariff_calculation', 'tariff_cost_line', 'tariff_visibility', 'tariff_account'],
  accounts: ['account_row'],
  increases: [
    'increase_case',
    'increase_step',
    'increase_link',
    'supplier_letter',
    'letter_hearing',
    'letter_dispatch',
    'report_mailbox',
    'increase_half_year',
  ],
  supervision: [
    'supervision_authority',
    'supervision_fact',
    'supervision_tariff',
    'supervision_figure',
    'supervision_population',
  ],
}

const files = walk('src').filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
const text = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))
const roomOf = (path: string) => path.match(/^src\/capabilities\/([^/]+)\//)?.[1]
const nameOf = (path: string) => path.split('/').at(-1) ?? ''
const storing = (path: string) => /(^|\/)(store|load)(\.ts$|\/)/.test(path) || /(store|load)\.ts$/.test(path)

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name === 'node_modules') return []
    return entry.isDirectory() ? walk(path) : [path]
  })
}

const importsOf = (path: string): string[] =>
  [...(text.get(path) ?? '').matchAll(/^(?:import|export)\s[^'"]*?from '(\.[^']+)'/gms)].map(([, to = '']) =>
    normalize(join(dirname(path), to)),
  )

const broken = (rule: (path: string, to: string) => boolean): string[] =>
  files.flatMap((path) =>
    importsOf(path)
      .filter((to) => rule(path, to))
      .map((to) => `${path} → ${to}`),
  )

test('the platform knows nothing of the rooms', () => {
  expect(
    broken((path, to) => path.startsWith('src/platform/') && !to.startsWith('src/platform/') && to !== 'src/access.ts'),
  ).toEqual([])
})

test('values import nothing but values', () => {
  expect(broken((path, to) => path.startsWith('src/platform/values/') && !to.startsWith('src/platform/values/'))).toEqual([])
})

test('access imports nothing of ours', () => {
  expect(importsOf('src/access.ts')).toEqual([])
})

test('a room reaches another only through its front door and along a drawn arrow', () => {
  const stray = broken((path, to) => {
    const from = roomOf(path)
    const room = roomOf(to)
    if (!from || !room || from === room) return false
    return nameOf(to) !== 'index.ts' || !(arrows[from] ?? []).includes(room)
  })
  expect(stray).toEqual([])
})

test('no arrow goes in a circle', () => {
  const reaches = (from: string, seen: string[] = []): string[] =>
    (arrows[from] ?? []).flatMap((to) => (seen.includes(to) ? [to] : [to, ...reaches(to, [...seen, to])]))
  expect(Object.keys(arrows).filter((room) => reaches(room).includes(room))).toEqual([])
})

test('nothing in a room calls upward', () => {
  expect(broken((path, to) => roomOf(path) !== undefined && /^src\/[^/]+\.tsx?$/.test(to) && to !== 'src/access.ts')).toEqual([])
})

test('pages show and never ask: no page imports a store', () => {
  expect(broken((path, to) => /pages?(\.tsx$|\/)/.test(path) && storing(to)).filter((line) => !isTypeOnly(line))).toEqual([])
})

test('SQL stands only in stores', () => {
  const stray = files.filter((path) => roomOf(path) && !storing(path) && /\b(sql|db|tx)(<[^`]*>)?`/.test(text.get(path) ?? ''))
  expect(stray).toEqual([])
})

test('a room writes only its own tables', () => {
  const stray = files.flatMap((path) => {
    const owner = roomOf(path) ?? 'platform'
    const written = [...(text.get(path) ?? '').matchAll(/\b(?:insert into|update|delete from) ([a-z_]+)/g)].map(
      ([, table = '']) => table,
    )
    const known = new Set(Object.values(tables).flat())
    return written
      .filter((table) => known.has(table) && !(tables[owner] ?? []).includes(table))
      .map((table) => `${path} writes ${table}`)
  })
  expect(stray).toEqual([])
})

test('no source file passes 300 lines', () => {
  const all = ['src', 'tests', 'bench', 'bin'].flatMap(walk).filter((path) => /\.(ts|tsx|js)$/.test(path))
  expect(all.filter((path) => readFileSync(path, 'utf8').split('\n').length > 301)).toEqual([])
})

test('no folder is called what nobody decided', () => {
  const undecided = /\/(services|controllers|repositories|utils|shared|common|lib|helpers|types)\//
  expect(files.filter((path) => undecided.test(path))).toEqual([])
})

/** `import type` from a store is a type, not a query. */
function isTypeOnly(line: string): boolean {
  const [path = '', to = ''] = line.split(' → ')
  const name = to.split('/').at(-1)
  return [...(text.get(path) ?? '').matchAll(/^import type [^'"]*from '([^']+)'/gm)].some(([, from = '']) =>
    from.endsWith(`/${name}`),
  )
}
