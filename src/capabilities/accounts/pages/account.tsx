import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, Details, LinkButton, type Page, SummaryList, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayOf, dayText } from '../../../platform/values/day.ts'
import {
  accountName,
  type Flow,
  flowHeading,
  flowText,
  isKnown,
  type KeptAccount,
  oreText,
  RulesUsed,
  StepTables,
  usedRules,
  Where,
} from '../../tariffs/index.ts'
import type { AccountToRead } from '../actions/open.ts'
import { asked } from '../figures.ts'

const nameOf = ({ line, account }: Pick<AccountToRead, 'line' | 'account'>) => accountName({ of: line, label: account.label })

/** What a year came to, where its result goes, and where that is known from. */
export function AccountPage(read: AccountToRead, ask: Pick<Ask, 'may' | 'today'>): Page {
  const { account, line, now, seen } = read
  const { year } = account
  const current = now?.account?.id === account.id
  const shown = seen.level !== 'price'
  const flow = current && shown ? now?.flow : undefined
  return {
    title: `Regnskab ${year}: ${nameOf(read)}`,
    lead: !shown ? seen.why : flow && isKnown(flow) ? flowText(flow.carried, year) : undefined,
    crumbs: [
      { text: 'Takster', href: '/takster' },
      { text: 'Regnskaber', href: `/takster/regnskaber?aar=${year}` },
      { text: nameOf(read) },
    ],
    marks: account.example ? ['eksempeldata'] : [],
    body: (
      <>
        <Newer read={read} />
        {account.reason && <p>{`Version ${account.version} er en rettelse: ${account.reason}`}</p>}
        {shown && !account.withdrawn && <Figures account={account} />}
        {line.operatorId !== undefined && current && ask.may('accounts.write', { partyId: line.partyId }) && (
          <ButtonRow>
            <LinkButton
              href={`/takster/regnskaber/driver/${line.operatorId}/${year}/skriv/${line.placeLineId}${account.label ? `?takst=${encodeURIComponent(account.label)}` : ''}`}
            >
              Ret regnskabet
            </LinkButton>
            <LinkButton href={`/takster/regnskaber/${account.id}/traek-tilbage`} look="tertiary">
              Træk det tilbage
            </LinkButton>
          </ButtonRow>
        )}
        {flow && now && (
          <>
            <h2>{flowHeading(now)}</h2>
            <Where row={now} lead={false} />
            {isKnown(flow) && (
              <>
                <StepTables steps={flow.steps} />
                <RuleWords rules={rulesOf(flow)} />
              </>
            )}
          </>
        )}
        <Versions read={read} />
        <ul>
          {(now?.calculations ?? []).map((id) => (
            <li>
              <a href={`/takster/beregning/${id}`}>{`Beregningen af taksten for ${year}`}</a>
            </li>
          ))}
          <li>
            <a href={`/tilbud/${line.offerId}`}>{line.offerName}</a>
          </li>
        </ul>
      </>
    ),
  }
}

/** What decided, and where something is set aside also for how long. */
const rulesOf = ({ steps, rules, carried }: Extract<Flow, { carried: unknown }>) => [
  ...usedRules(steps, rules),
  ...(carried.kept > 0n ? rules.rules.filter(({ key }) => key === 'tariff.surplus.setAsideYears') : []),
]

/** The rules as sentences, and under them who says so. */
const RuleWords = ({ rules }: { rules: Parameters<typeof RulesUsed>[0]['rules'] }) => (
  <>
    <h3>Reglerne, det følger</h3>
    <ul>
      {rules.map(({ label, said, confirmed }) => (
        <li>
          {`${label} ${said}. `}
          {!confirmed && <Tag kind="warning">ubekræftet</Tag>}
        </li>
      ))}
    </ul>
    <Details summary="Hvem siger det?">
      <RulesUsed rules={rules} />
    </Details>
  </>
)

const Newer = ({ read: { account, versions } }: { read: AccountToRead }) => {
  const [newest] = versions
  if (account.withdrawn)
    return (
      <Alert kind="warning" title="Regnskabet er trukket tilbage">
        {account.reason}
      </Alert>
    )
  return newest && newest.id !== account.id ? (
    <Alert kind="warning" title="Der er en nyere version">
      <a href={`/takster/regnskaber/${newest.id}`}>Se version {newest.version}</a>.
    </Alert>
  ) : null
}

const money = (ore: number | undefined) => (ore === undefined ? 'ikke oplyst' : oreText(BigInt(ore)))

const Figures = ({ account }: { account: KeptAccount }) => (
  <SummaryList
    items={[
      { term: 'Indtægt', value: money(account.revenueOre) },
      { term: 'Omkostninger', value: money(account.costsOre) },
      { term: 'Heraf regulering af tidligere år', value: money(account.regulationOre) },
      { term: 'Takstgrundlag', value: money(account.basisOre) },
      { term: 'Budget', value: money(account.budgetOre) },
      {
        term: asked.occupancy.replace(', procent', ''),
        value: account.occupancyPercent === undefined ? 'ikke oplyst' : `${account.occupancyPercent.replace('.', ',')} procent`,
      },
      { term: asked.days, value: account.daysUsed === undefined ? 'ikke oplyst' : numberText(account.daysUsed) },
      ...(account.note ? [{ term: 'Bemærkning', value: account.note }] : []),
      { term: 'Kilde', value: `${account.source}, ${dayText(account.sourceDay)}` },
    ]}
  />
)

const Versions = ({ read: { versions } }: { read: AccountToRead }) =>
  versions.length < 2 ? null : (
    <>
      <h2>Versioner</h2>
      <Table<KeptAccount>
        caption="Versioner"
        captionHidden
        compact
        rows={versions}
        columns={[
          { head: 'Version', rowHead: true, cell: ({ id, version }) => <a href={`/takster/regnskaber/${id}`}>{version}</a> },
          { head: 'Skrevet', cell: ({ recordedAt, actorName }) => `${dayText(dayOf(recordedAt))} af ${actorName}` },
          {
            head: 'Grund',
            cell: ({ reason, withdrawn }) => (withdrawn ? `Trukket tilbage: ${reason}` : (reason ?? 'Første version')),
          },
        ]}
      />
    </>
  )
