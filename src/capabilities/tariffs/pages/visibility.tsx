import type { Ask, FormState } from '../../../platform/action.ts'
import {
  DayField,
  Form,
  Hidden,
  LinkButton,
  Radios,
  Select,
  SubmitRow,
  Table,
  Tag,
  TextArea,
  TextField,
} from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { type Day, dayOf, dayText } from '../../../platform/values/day.ts'
import { type Ownership, ownerships } from '../../offers/index.ts'
import type { Standing } from '../actions/visibility.ts'
import type { TariffRule } from '../calculation.ts'
import { type Decided, type Level, levelOf, levels, visibilities } from '../visibility.ts'

const title = 'Hvad alle kan se af en beregning'

const meanings: Record<Level, string> = {
  full: 'Hver omkostningslinje og hvert regnetrin.',
  groups: 'Omkostningerne lagt sammen i arter, fx løn og ejendom, og alle regnetrin efter dem. Ingen linjer.',
  price:
    'Prisen, heraf midlertidig regulering, dage om året, periode, året før og pris uden moms. Ikke omkostninger, pladser og belægning.',
}

/** What everybody sees, by whom it was decided, and what was decided before. */
export function VisibilityPage({ shown, decided, rules, operators, asked }: Standing, ask: Ask): Page {
  const edits = ask.may('tariffs.publish')
  const own = [...shown.byOperator.values()].filter(({ level }) => level !== undefined)
  const nowById = new Set([...shown.byOperator.values()].map(({ id }) => id))
  const history = asked ? decided.filter(({ operatorId }) => operatorId === asked.id) : decided
  return {
    title: asked ? `${title}: ${asked.name}` : title,
    lead: asked
      ? nowText(asked, shown)
      : 'Offentlige driftsherrer viser det hele, private viser hovedgrupper, og få pladser viser kun prisen. Sekretariatet kan bestemme andet for en driftsherre fra en dag.',
    crumbs: [
      { text: 'Takster', href: '/takster' },
      { text: 'Beregningsregler', href: '/takster/regelsaet' },
      { text: 'Synlighed', ...(asked ? { href: '/takster/synlighed' } : {}) },
      ...(asked ? [{ text: asked.name }] : []),
    ],
    body: (
      <>
        {edits && (
          <LinkButton href={asked ? `/takster/synlighed/ny?driftsherre=${asked.id}` : '/takster/synlighed/ny'} look="primary">
            {asked ? 'Bestem noget andet for driftsherren' : 'Bestem noget for en driftsherre'}
          </LinkButton>
        )}
        {asked && <History asked rows={history} now={nowById} today={ask.today} />}
        <h2>Tre måder at vise på</h2>
        <Table<Level>
          caption="Tre måder at vise på"
          captionHidden
          rows={levels}
          columns={[
            { head: 'Synlighed', rowHead: true, cell: (level) => visibilities[level] },
            { head: 'Det ser alle', cell: (level) => meanings[level] },
          ]}
        />
        <p>
          Driftsherren selv, sekretariatet og socialtilsynet ser altid det hele. Reglen følges overalt: på siderne, i PDF,
          regneark og åbne data.
        </p>
        <h2>Regler efter ejerform</h2>
        <RuleTable rules={rules.rules.filter(({ key }) => key.startsWith('tariff.visibility.'))} />
        <p class="quiet">
          Reglen om få pladser gælder også, når der er bestemt noget for driftsherren.
          {edits && (
            <>
              {' '}
              <a href="/kontor/regler">Ændr en regel</a>
            </>
          )}
        </p>
        {!asked && (
          <>
            <h2>Driftsherrer, hvor der er bestemt noget andet</h2>
            {own.length === 0 ? (
              <p>Ingen. Alle følger reglen for deres ejerform.</p>
            ) : (
              <DecidedTable rows={own} caption="Driftsherrer, hvor der er bestemt noget andet" now={nowById} today={ask.today} />
            )}
          </>
        )}
        {!asked && <History rows={history} now={nowById} today={ask.today} />}
        {asked ? (
          <p>
            <a href="/takster/synlighed">Se alle driftsherrer</a>
          </p>
        ) : (
          <form class="form" action="/takster/synlighed" method="get" aria-label="Se for en driftsherre">
            <Select
              name="driftsherre"
              label="Se, hvad der gælder for en driftsherre"
              options={choicesOf(operators)}
              empty="Vælg"
            />
            <div class="submit-row">
              <button class="button button-secondary" type="submit">
                Se
              </button>
            </div>
          </form>
        )}
      </>
    ),
  }
}

const History = ({ asked, ...of }: Omit<DecidedProps, 'caption'> & { asked?: boolean }) => (
  <>
    <h2>Alt, der er bestemt</h2>
    {of.rows.length === 0 ? (
      <p>{asked ? 'Der er ikke bestemt noget for driftsherren.' : 'Der er ikke bestemt noget for nogen driftsherre endnu.'}</p>
    ) : (
      <DecidedTable {...of} caption="Alt, der er bestemt" />
    )}
  </>
)

type Operator = Standing['operators'][number]

const nowText = ({ id, ownership }: Operator, shown: Standing['shown']): string => {
  const level = levelOf({ operatorId: id, ownership }, shown)
  const row = shown.byOperator.get(id)
  const why =
    row?.level === undefined ? `reglen for ${ownershipName(ownership)}` : `bestemt fra ${dayText(row.validFrom)}: ${row.reason}`
  return `${visibilities[level]} vises (${why}). ${meanings[level]}`
}

const ownershipName = (ownership: Ownership | undefined): string =>
  ownership ? `ejerformen ${ownerships[ownership].toLowerCase()}` : 'private, fordi ejerformen ikke er oplyst'

const choicesOf = (operators: readonly Operator[]) =>
  operators.map(({ id, name, ownership }) => ({
    value: String(id),
    text: `${name}${ownership ? ` (${ownerships[ownership].toLowerCase()})` : ''}`,
  }))

const RuleTable = ({ rules }: { rules: readonly TariffRule[] }) => (
  <Table<TariffRule>
    caption="Regler efter ejerform"
    captionHidden
    rows={rules}
    columns={[
      { head: 'Regel', rowHead: true, cell: ({ label }) => label },
      {
        head: 'Nu',
        cell: ({ said, confirmed }) => (
          <>
            <strong>{said}</strong> {!confirmed && <Tag kind="warning">ubekræftet</Tag>}
          </>
        ),
      },
      { head: 'Fra', cell: ({ validFrom }) => dayText(validFrom) },
      { head: 'Kilde', cell: ({ source }) => source },
    ]}
  />
)

type DecidedProps = { rows: readonly Decided[]; caption: string; now: ReadonlySet<number>; today: Day }

const DecidedTable = ({ rows, caption, now, today }: DecidedProps) => (
  <Table<Decided>
    caption={caption}
    captionHidden
    rows={rows}
    columns={[
      {
        head: 'Driftsherre',
        rowHead: true,
        cell: ({ operatorId, operatorName }) => <a href={`/takster/synlighed?driftsherre=${operatorId}`}>{operatorName}</a>,
      },
      {
        head: 'Alle ser',
        cell: ({ id, level, validFrom }) => (
          <>
            {level ? visibilities[level] : 'Som reglen for ejerformen'}{' '}
            {now.has(id) ? (
              <Tag kind="success">gælder nu</Tag>
            ) : validFrom > today ? (
              <Tag kind="info">kommer</Tag>
            ) : (
              <Tag>afløst</Tag>
            )}
          </>
        ),
      },
      { head: 'Fra', cell: ({ validFrom }) => dayText(validFrom) },
      { head: 'Grund', cell: ({ reason }) => reason },
      {
        head: 'Kilde',
        cell: ({ source, actorName, recordedAt }) => (
          <>
            {source}
            <br />
            <span class="quiet">{`Skrevet ${dayText(dayOf(recordedAt))} af ${actorName}`}</span>
          </>
        ),
      },
    ]}
  />
)

/** One operator, one level, from a day. */
export function SetVisibilityPage({ operators, asked }: Standing, { today }: Ask, { key, values, errors }: FormState): Page {
  const of = (name: string, label: string) => ({ name, label, value: values[name], error: errors[name] })
  return {
    title: 'Bestem, hvad alle kan se',
    lead: 'For alle driftsherrens beregninger, fra den dag du skriver. Det, der gjaldt før, bliver stående i historien.',
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'Synlighed', href: '/takster/synlighed' }, { text: 'Ny' }],
    body: (
      <Form action="/takster/synlighed/ny" errors={errors}>
        <Hidden name="_key" value={key} />
        <Select
          {...of('operator', 'Driftsherre')}
          value={values['operator'] ?? (asked ? String(asked.id) : undefined)}
          options={choicesOf(operators)}
          empty="Vælg"
          required
        />
        <Radios
          {...of('level', 'Hvad kan alle se?')}
          options={[
            ...levels.map((level) => ({ value: level, text: visibilities[level], hint: meanings[level] })),
            { value: 'rule', text: 'Som reglen for ejerformen', hint: 'Der er så ikke længere bestemt noget særligt.' },
          ]}
          required
        />
        <DayField {...of('validFrom', 'Gælder fra')} value={values['validFrom'] ?? today} min={today} required />
        <TextArea {...of('reason', 'Hvorfor?')} maxlength={500} rows={3} required />
        <TextField {...of('source', 'Kilde')} hint="Fx »Aftale med driftsherren, 3. marts 2026«" required maxlength={300} />
        <SubmitRow text="Gem" secondary={{ text: 'Fortryd', href: '/takster/synlighed' }} />
      </Form>
    ),
  }
}
