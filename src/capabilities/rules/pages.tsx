import type { FormState } from '../../platform/action.ts'
import {
  Checkbox,
  DayField,
  Details,
  Form,
  fieldIn,
  Hidden,
  Select,
  SubmitRow,
  Table,
  Tag,
  TextArea,
  TextField,
} from '../../platform/ui/index.ts'
import type { Page } from '../../platform/ui/page.ts'
import { type Day, dayShort, dayText, instantText } from '../../platform/values/day.ts'
import { valuesOf, weighedAt } from './change.ts'
import { type Parameter, type Rule, valueText } from './rule.ts'

const lead = 'Tal, som Fælles regner med, og som kan ændres: hvad der gælder nu, siden hvornår, og hvem der siger det.'

/** What anyone may read. */
export const RulesPage = (rules: Rule[]): Page => ({
  title: 'Regler, der kan ændres',
  lead,
  crumbs: [{ text: 'Om Fælles', href: '/om' }, { text: 'Regler' }],
  body: (
    <>
      <Topics rules={rules} />
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
  body: <Topics rules={rules} hrefs={may('parameters.set')} />,
})

type Shown = { rules: Rule[]; hrefs?: boolean }

const Topics = ({ rules, hrefs = false }: Shown) => (
  <>
    <RulesTable caption="Regler, der gælder nu" rules={rules.filter(({ topic }) => topic === 'house')} hrefs={hrefs} />
    <h2>Regler for takster</h2>
    <p>
      En beregning beholder de regler, den er lavet efter. <a href="/takster/regelsaet">Se reglerne for et takstår.</a>
    </p>
    <RulesTable
      caption="Regler for takster, der gælder nu"
      rules={rules.filter(({ topic }) => topic === 'tariffs')}
      hrefs={hrefs}
    />
  </>
)

const RulesTable = ({ caption, rules, hrefs = false }: Shown & { caption: string }) => (
  <Table<Rule>
    caption={caption}
    captionHidden
    rows={rules}
    columns={[
      {
        head: 'Regel',
        rowHead: true,
        cell: ({ key, label }) => (hrefs ? <a href={`/kontor/regler/${key}`}>{label}</a> : label),
      },
      { head: 'Værdi nu', cell: ({ now }) => (now ? <Value of={now} /> : 'Ingen endnu') },
      { head: 'Gælder fra', cell: ({ now }) => (now ? dayShort(now.validFrom) : '') },
      ...(rules.some(({ coming }) => coming.length > 0) ? [comingColumn] : []),
      { head: 'Kilde', cell: ({ now }) => now?.source ?? '' },
    ]}
  />
)

const Value = ({ of }: { of: Parameter }) => (
  <>
    <strong>{valueText(of)}</strong>
    {!of.confirmed && <Tag>ubekræftet</Tag>}
  </>
)

const comingColumn = {
  head: 'På vej',
  cell: ({ coming: [next] }: Rule) => (next ? `${valueText(next)} fra ${dayText(next.validFrom)}` : 'Ingen ændring'),
}

/** A value whose day can be moved: it says something, and no later row has taken its day. */
const isMovable = (rule: Rule, { validFrom, value, word }: Parameter, at: number): boolean =>
  (value ?? word) !== undefined && valuesOf(rule).findIndex((one) => one.validFrom === validFrom) === at

const History = ({ rule, movable = false }: { rule: Rule; movable?: boolean }) => (
  <Table<Parameter>
    caption={`Værdier af »${rule.label}«`}
    captionHidden
    compact
    rows={valuesOf(rule)}
    columns={[
      {
        head: 'Gælder fra',
        rowHead: true,
        cell: (parameter) => (
          <>
            {dayText(parameter.validFrom)}{' '}
            {movable && isMovable(rule, parameter, valuesOf(rule).indexOf(parameter)) && (
              <a
                href={`/kontor/regler/${rule.key}?flyt=${parameter.validFrom}`}
                aria-label={`Flyt dagen ${dayText(parameter.validFrom)}`}
              >
                Flyt dagen
              </a>
            )}
          </>
        ),
      },
      { head: 'Værdi', cell: (parameter) => <Value of={parameter} /> },
      { head: 'Kilde', cell: ({ source }) => source },
      { head: 'Begrundelse', cell: ({ note }) => note ?? 'Værdi ved start' },
    ]}
  />
)

type RuleAsk = { today: Day; query: { flyt?: Day | undefined } }

export const RulePage = (rule: Rule, { today, query: { flyt } }: RuleAsk, form: FormState): Page => {
  const moved = valuesOf(rule).find(({ validFrom }) => validFrom === (form.values['moves'] ?? flyt))
  return {
    title: rule.label,
    lead: rule.now ? `Nu ${valueText(rule.now)}, siden ${dayText(rule.now.validFrom)}.` : 'Ingen værdi gælder endnu.',
    crumbs: [{ text: 'Regler', href: '/kontor/regler' }, { text: rule.label }],
    body: (
      <>
        <h2>{moved ? `Flyt dagen for »${valueText(moved)}« fra ${dayText(moved.validFrom)}` : 'Sæt en ny værdi'}</h2>
        <ChangeForm rule={rule} today={today} form={form} moved={moved} />
        <h2>Alle værdier</h2>
        <History rule={rule} movable={rule.topic === 'tariffs'} />
        <WhoSet rule={rule} />
      </>
    ),
  }
}

type ChangeProps = { rule: Rule; today: Day; form: FormState; moved: Parameter | undefined }

/** Saves at once; where a change leads to something that can be listed, that is shown first. */
export const ChangeForm = ({ rule, today, form, moved }: ChangeProps) => {
  const weighed = weighedAt(rule.key)
  return (
    <Form action={weighed ?? `/kontor/regler/${rule.key}`} method={weighed ? 'get' : 'post'} errors={form.errors}>
      {!weighed && <Hidden name="_key" value={form.key} />}
      <ChangeFields rule={rule} today={today} form={form} moved={moved} />
      <SubmitRow
        text={weighed ? 'Se, hvad ændringen flytter' : 'Gem ny værdi'}
        secondary={{ text: 'Fortryd', href: moved ? `/kontor/regler/${rule.key}` : '/kontor/regler' }}
      />
    </Form>
  )
}

const ChangeFields = ({ rule, today, form, moved }: ChangeProps) => {
  const ofTariffs = rule.topic === 'tariffs'
  return (
    <>
      {moved ? (
        <>
          <Hidden name="moves" value={moved.validFrom} />
          <Hidden name="value" value={moved.word ?? String(moved.value ?? '').replace('.', ',')} />
        </>
      ) : (
        <ValueField rule={rule} value={form.values['value']} error={form.errors['value']} />
      )}
      <DayField
        {...fieldIn(form, 'validFrom', moved?.validFrom ?? today)}
        label="Gælder fra"
        hint={
          ofTariffs
            ? 'For et takstår: 1. januar. Beregninger, der er lavet, beholder deres regler.'
            : 'I dag eller senere. Indtil da gælder den gamle værdi.'
        }
        min={ofTariffs ? undefined : today}
        required
      />
      <TextField
        {...fieldIn(form, 'source', moved?.source)}
        label="Kilde"
        hint="Hvem har besluttet det, og hvor står det? For eksempel »Styregruppen 2. maj 2026, punkt 4«."
        width="l"
        required
      />
      {ofTariffs && <TariffFields form={form} moved={moved} />}
      <TextArea {...fieldIn(form, 'reason')} label="Begrundelse" rows={3} maxlength={1000} required />
    </>
  )
}

const ValueField = ({ rule, value, error }: { rule: Rule; value: string | undefined; error: string | undefined }) => {
  const [newest = rule.past[0]] = [rule.now, rule.coming[0]].filter((parameter) => parameter !== undefined)
  return newest?.choices ? (
    <Select
      name="value"
      label={rule.label}
      options={Object.entries(newest.choices).map(([word, text]) => ({ value: word, text }))}
      value={value ?? newest.word}
      error={error}
    />
  ) : (
    <TextField
      name="value"
      label="Ny værdi"
      suffix={rule.unit}
      width="xs"
      inputmode="decimal"
      value={value}
      error={error}
      required
    />
  )
}

const TariffFields = ({ form, moved }: { form: FormState; moved: Parameter | undefined }) => (
  <>
    <DayField
      {...fieldIn(form, 'validUntil')}
      label="Gælder til (kan udelades)"
      hint="Den første dag, reglen ikke længere gælder. En sats for et år slutter 1. januar året efter."
    />
    <TextField {...fieldIn(form, 'law')} label="Lov eller aftale (kan udelades)" width="l" />
    <Checkbox
      name="confirmed"
      label="Reglen er bekræftet af den, der bestemmer"
      checked={form.values['confirmed'] !== undefined || (Object.keys(form.values).length === 0 && moved?.confirmed)}
    />
  </>
)

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
