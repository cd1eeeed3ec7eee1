import type { FormState } from '../../platform/action.ts'
import { DayField, Details, Form, Hidden, SubmitRow, Table, TextArea, TextField } from '../../platform/ui/index.ts'
import type { Page } from '../../platform/ui/page.ts'
import { type Day, dayShort, dayText, instantText } from '../../platform/values/day.ts'
import { type Parameter, type Rule, valueText } from './rule.ts'

const lead = 'Tal, som Fælles regner med, og som kan ændres: hvad der gælder nu, siden hvornår, og hvem der siger det.'

/** What anyone may read. */
export const RulesPage = (rules: Rule[]): Page => ({
  title: 'Regler, der kan ændres',
  lead,
  crumbs: [{ text: 'Om Fælles', href: '/om' }, { text: 'Regler' }],
  body: (
    <>
      <RulesTable rules={rules} />
      <h2>Alle værdier gennem tiden</h2>
      {rules.map((rule) => (
        <Details summary={rule.label}>
          <History rule={rule} />
        </Details>
      ))}
    </>
  ),
})

export const OfficeRulesPage = (rules: Rule[], { may }: { may: (permission: 'parameters.set') => boolean }): Page => ({
  title: 'Regler',
  lead,
  body: <RulesTable rules={rules} hrefs={may('parameters.set')} />,
})

const RulesTable = ({ rules, hrefs = false }: { rules: Rule[]; hrefs?: boolean }) => (
  <Table<Rule>
    caption="Regler, der gælder nu"
    captionHidden
    rows={rules}
    columns={[
      {
        head: 'Regel',
        rowHead: true,
        cell: ({ key, label }) => (hrefs ? <a href={`/kontor/regler/${key}`}>{label}</a> : label),
      },
      { head: 'Værdi nu', cell: ({ now }) => (now ? <strong>{valueText(now)}</strong> : 'Ingen endnu') },
      { head: 'Gælder fra', cell: ({ now }) => (now ? dayShort(now.validFrom) : '') },
      ...(rules.some(({ coming }) => coming.length > 0) ? [comingColumn] : []),
      { head: 'Kilde', cell: ({ now }) => now?.source ?? '' },
    ]}
  />
)

const comingColumn = {
  head: 'På vej',
  cell: ({ coming: [next] }: Rule) => (next ? `${valueText(next)} fra ${dayText(next.validFrom)}` : 'Ingen ændring'),
}

const History = ({ rule: { label, past, coming } }: { rule: Rule }) => (
  <Table<Parameter>
    caption={`Værdier af »${label}«`}
    captionHidden
    compact
    rows={[...coming.toReversed(), ...past]}
    columns={[
      { head: 'Gælder fra', rowHead: true, cell: ({ validFrom }) => dayText(validFrom) },
      { head: 'Værdi', cell: valueText },
      { head: 'Kilde', cell: ({ source }) => source },
      { head: 'Begrundelse', cell: ({ note }) => note ?? 'Værdi ved start' },
    ]}
  />
)

export const RulePage = (rule: Rule, { today }: { today: Day }, { key, values, errors }: FormState): Page => ({
  title: rule.label,
  lead: rule.now ? `Nu ${valueText(rule.now)}, siden ${dayText(rule.now.validFrom)}.` : 'Ingen værdi gælder endnu.',
  crumbs: [{ text: 'Regler', href: '/kontor/regler' }, { text: rule.label }],
  body: (
    <>
      <h2>Sæt en ny værdi</h2>
      <Form action={`/kontor/regler/${rule.key}`} errors={errors}>
        <Hidden name="_key" value={key} />
        <TextField
          name="value"
          label="Ny værdi"
          suffix={rule.unit}
          width="xs"
          inputmode="decimal"
          value={values['value']}
          error={errors['value']}
          required
        />
        <DayField
          name="validFrom"
          label="Gælder fra"
          hint="I dag eller senere. Indtil da gælder den gamle værdi."
          min={today}
          value={values['validFrom'] ?? today}
          error={errors['validFrom']}
          required
        />
        <TextField
          name="source"
          label="Kilde"
          hint="Hvem har besluttet det, og hvor står det? For eksempel »Styregruppen 2. maj 2026, punkt 4«."
          width="l"
          value={values['source']}
          error={errors['source']}
          required
        />
        <TextArea
          name="reason"
          label="Begrundelse"
          rows={3}
          maxlength={1000}
          value={values['reason']}
          error={errors['reason']}
          required
        />
        <SubmitRow text="Gem ny værdi" secondary={{ text: 'Fortryd', href: '/kontor/regler' }} />
      </Form>
      <h2>Alle værdier</h2>
      <History rule={rule} />
      <WhoSet rule={rule} />
    </>
  ),
})

const WhoSet = ({ rule: { past, coming } }: { rule: Rule }) => {
  const [last] = [...coming, ...past]
    .filter(({ actorName }) => actorName)
    .sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime())
  return last ? (
    <p class="quiet">
      Sidst ændret af {last.actorName} {instantText(last.recordedAt)}.
    </p>
  ) : null
}
