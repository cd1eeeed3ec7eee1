import { Alert, Form, LinkButton, SummaryList, TextField } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { exact, over } from '../../../platform/values/exact.ts'
import type { Calculated, CalculationInput, CostLine } from '../calculation.ts'
import { costKinds, parts } from '../calculation.ts'
import { nameOf, type SheetToRead } from '../reading.ts'
import { changeText, danish, oreText, percentChange } from '../shown.ts'
import type { Waterfall } from '../waterfall.ts'
import { lineField, type Trial, type Tried } from '../what-if.ts'
import { perText } from './sheet.tsx'
import { StepTables } from './steps.tsx'
import { WaterfallPicture } from './waterfall-picture.tsx'

export type Trying = {
  read: Pick<SheetToRead, 'calculation' | 'of'>
  /** What may be seen of what the tariff was made from. */
  input: CalculationInput
  /** What that comes to: the tariff itself. */
  original: Calculated
  written: Tried
  /** Has anything been tried yet? */
  begun: boolean
  outcome: Trial
  fall: Waterfall | undefined
}

/** Other numbers on a copy: the answer first, then the numbers to change. Nothing is kept, and no script is needed. */
export function WhatIfPage(trying: Trying): Page {
  const { read, begun } = trying
  const { calculation } = read
  const at = `/takster/beregning/${calculation.id}`
  return {
    title: 'Prøv med andre tal',
    lead: `${nameOf(read)}, takst ${calculation.input.year}. Skift et eller flere tal, og se, hvad taksten ville være. Intet gemmes.`,
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: `Takst ${calculation.input.year}`, href: at }, { text: 'Prøv' }],
    ...(calculation.example ? { marks: ['eksempeldata'] } : {}),
    robots: 'noindex',
    body: (
      <>
        {begun && <Answer trying={trying} />}
        <h2>Tallene</h2>
        <Numbers trying={trying} />
        {begun && 'calculated' in trying.outcome && (
          <>
            <h2>Sådan er den prøvede takst regnet</h2>
            <StepTables steps={trying.outcome.calculated.steps} />
          </>
        )}
      </>
    ),
  }
}

const Answer = ({ trying: { outcome, original, fall } }: { trying: Trying }) => {
  if ('sentence' in outcome)
    return (
      <Alert kind="error" title="Det kan ikke regnes">
        {outcome.sentence}
      </Alert>
    )
  const { result } = outcome.calculated
  const before = original.result.tariff.ore
  const change = result.tariff.ore - before
  const percent = percentChange(before, result.tariff.ore)
  return (
    <>
      <p class="tariffs-answer" role="status">
        <strong>{`${oreText(result.tariff.ore)} ${perText(result)}`}</strong>
        <span>
          {change === 0n
            ? 'det samme som i dag'
            : `${changeText(change)}${percent ? ` (${percent})` : ''} i forhold til ${oreText(before)}`}
        </span>
      </p>
      {result.yearly && original.result.yearly && (
        <SummaryList
          items={[
            {
              term: 'Pr. år',
              value: `${oreText(result.yearly.ore)} (${changeText(result.yearly.ore - original.result.yearly.ore)})`,
            },
            ...(result.levels.length > 0
              ? [
                  {
                    term: 'Niveauer',
                    value: result.levels.map(({ label, price }) => `${label}: ${oreText(price.ore)}`).join(' · '),
                  },
                ]
              : []),
          ]}
        />
      )}
      {fall && change !== 0n && <WaterfallPicture fall={fall} names={{ from: 'Taksten', to: 'Prøvet' }} />}
    </>
  )
}

const Numbers = ({ trying: { read, input, written, outcome } }: { trying: Trying }) => {
  const at = `/takster/beregning/${read.calculation.id}`
  const wrong = 'field' in outcome ? outcome.field : undefined
  const error = (name: string) => (wrong === name && 'sentence' in outcome ? outcome.sentence : undefined)
  return (
    <Form action={`${at}/proev`} method="get" label="Prøv med andre tal">
      <div class="tariffs-fields">
        {volumes(input, read.calculation.calculated).map(({ name, label, suffix, value }) => (
          <TextField
            name={name}
            label={label}
            suffix={suffix}
            width="s"
            inputmode="decimal"
            value={written[name] ?? value}
            error={error(name)}
          />
        ))}
      </div>
      <h3>Omkostninger i kroner</h3>
      <div class="tariffs-fields">
        {input.costs.map((line, index) => {
          const name = lineField(index)
          return line.form === 'amount' ? (
            <TextField
              name={name}
              label={labelOf(line)}
              suffix="kr."
              width="m"
              inputmode="decimal"
              value={written[name] ?? kroner(line.amountOre)}
              error={error(name)}
            />
          ) : null
        })}
      </div>
      <Fixed costs={input.costs} />
      <div class="submit-row">
        <button class="button button-primary" type="submit">
          Regn
        </button>
        <LinkButton href={`${at}/proev`}>Begynd forfra</LinkButton>
      </div>
    </Form>
  )
}

const kroner = (ore: number): string => danish(over(exact(ore), exact(100)), 0, 2)

const labelOf = ({ kind, part, label }: CostLine): string =>
  label === 'I alt' || label === costKinds[kind]
    ? `${costKinds[kind]} (${parts[part].toLowerCase()})`
    : `${label} (${costKinds[kind].toLowerCase()})`

const Fixed = ({ costs }: { costs: readonly CostLine[] }) => {
  const computed = costs.filter(({ form }) => form !== 'amount')
  return computed.length === 0 ? null : (
    <p class="quiet">{`Regnes af sig selv: ${computed.map(({ label }) => label).join(', ')}.`}</p>
  )
}

type Volume = { name: string; label: string; suffix: string; value: string }

function volumes({ counting }: CalculationInput, { result }: Calculated): Volume[] {
  if (counting.by === 'hours')
    return [{ name: 'timer', label: 'Timer leveret', suffix: 'timer', value: danish(result.units, 0, 6) }]
  if (counting.by === 'respite')
    return [{ name: 'overnatninger', label: 'Overnatninger', suffix: 'døgn', value: String(counting.nights) }]
  const { places, days, occupancyPercent } = result
  return [
    ...(places ? [{ name: 'pladser', label: 'Pladser', suffix: 'pladser', value: danish(places, 0, 6) }] : []),
    ...(days === undefined ? [] : [{ name: 'dage', label: 'Dage på året', suffix: 'dage', value: String(days) }]),
    ...(occupancyPercent
      ? [{ name: 'belaegning', label: 'Belægning', suffix: 'procent', value: danish(occupancyPercent, 0, 6) }]
      : []),
  ]
}
