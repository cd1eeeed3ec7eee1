import { Alert } from '../../../platform/ui/index.ts'
import type { Day } from '../../../platform/values/day.ts'
import { dayText } from '../../../platform/values/day.ts'
import { isKnown } from '../flow.ts'
import { flowHeading, flowText, notReceivedText, takenText } from '../flow-text.ts'
import { type FlowsOfTariff, isShown, type YearOfLine } from '../flowing.ts'
import { changeText } from '../shown.ts'
import { StepTables } from './steps.tsx'

/** What this year's result does to a later tariff, and what earlier years do to this one. */
export const YearResult = ({ flows: { own, before }, year, today }: { flows: FlowsOfTariff; year: number; today: Day }) => (
  <>
    {before.length > 0 && (
      <>
        <h2>Fra tidligere år</h2>
        {before.map((row) => (
          <FromYear row={row} into={year} today={today} />
        ))}
      </>
    )}
    {own && <OwnYear row={own} today={today} />}
  </>
)

const OwnYear = ({ row, today }: { row: YearOfLine; today: Day }) => {
  const { year, account, flow } = row
  return (
    <>
      <h2>{account && isShown(row) ? flowHeading(row) : `Resultatet for ${year}`}</h2>
      {!account ? <NotReceived row={row} today={today} /> : !isShown(row) ? <p>{row.seen.why}</p> : <Where row={row} />}
      {account && flow && isShown(row) && isKnown(flow) && <StepTables steps={flow.steps} />}
    </>
  )
}

const NotReceived = ({ row: { year, taken, toYear, seen }, today }: { row: YearOfLine; today: Day }) => (
  <p>
    <strong>{notReceivedText(year, today)}</strong>{' '}
    {today >= `${year + 1}-01-01` && 'Resultatet kendes derfor ikke. Det er ikke det samme som 0.'}{' '}
    {toYear !== undefined && `Efter reglen går det videre til taksten for ${toYear}.`}
    {taken?.state === 'other' && seen.level !== 'price' && (
      <>
        {' '}
        <a href={`/takster/beregning/${taken.ids[0]}`}>
          {taken.ids.length > 1 ? `Taksterne på pladserne i ${toYear}` : `Taksten for ${toYear}`}
        </a>
        {` har alligevel taget ${changeText(taken.ore)} ind fra ${year}.`}
      </>
    )}
  </p>
)

/** Where the result goes, whether it has come there, and where it is known from; without `lead` only whether it has. */
export const Where = ({ row: { account, flow, taken }, lead = true }: { row: YearOfLine; lead?: boolean }) => {
  if (!account || !flow) return null
  if (!isKnown(flow))
    return (
      <>
        <p>{flow.why}</p>
        {lead && <AccountSource account={account} />}
      </>
    )
  const { carried } = flow
  const outcome = taken && takenText(taken, carried)
  const link =
    taken && 'ids' in taken && taken.ids[0] !== undefined ? (
      <a href={`/takster/beregning/${taken.ids[0]}`}>{`Se taksten for ${carried.toYear}`}</a>
    ) : null
  return (
    <>
      {lead && <p>{flowText(carried, account.year)}</p>}
      {outcome &&
        (taken.state === 'missing' || taken.state === 'other' ? (
          <Alert kind="warning">
            {outcome} {link}
          </Alert>
        ) : (
          <p>
            {outcome} {link}
          </p>
        ))}
      {lead && <AccountSource account={account} />}
    </>
  )
}

const AccountSource = ({ account }: { account: NonNullable<YearOfLine['account']> }) => (
  <p class="source">
    Kilde: <a href={`/takster/regnskaber/${account.id}`}>{`Regnskab ${account.year}`}</a>
    {`, ${account.source}, ${dayText(account.sourceDay)}.${account.version > 1 ? ` Version ${account.version}.` : ''}`}
  </p>
)

/** What a tariff has to do with an earlier year: beside what it says. */
const FromYear = ({ row, into, today }: { row: YearOfLine; into: number; today: Day }) => {
  const { year, account, flow, taken } = row
  if (!account) return <NotReceived row={row} today={today} />
  if (!isShown(row)) return <p>{row.seen.why}</p>
  if (!flow || !isKnown(flow)) return <Where row={row} />
  const { regulation } = flow.carried
  const says =
    taken?.state === 'taken'
      ? 'Taksten har taget det ind.'
      : taken?.state === 'missing'
        ? 'Taksten har ikke taget det ind.'
        : taken?.state === 'other'
          ? `Taksten har taget ${changeText(taken.ore)} ind.`
          : ''
  const text =
    regulation === 0n && taken?.state !== 'other'
      ? `Intet af resultatet for ${year} går videre til ${into}.`
      : `Efter reglen går ${changeText(regulation)} fra ${year} videre til ${into}. ${says}`
  return (
    <>
      {taken?.state === 'missing' || taken?.state === 'other' ? <Alert kind="warning">{text}</Alert> : <p>{text}</p>}
      <AccountSource account={account} />
    </>
  )
}
