import { Alert, Form, LinkButton, SummaryList, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Calculated, CalculationInput, CalculationResult } from '../calculation.ts'
import { nameOf, type SheetToRead } from '../reading.ts'
import { changeText, oreText, percentChange } from '../shown.ts'
import type { TryField } from '../try-field.ts'
import type { Waterfall } from '../waterfall.ts'
import type { Change, Trial, Tried } from '../what-if.ts'
import { perText } from './sheet.tsx'
import { StepTables } from './steps.tsx'
import { TryFields } from './try-fields.tsx'
import { WaterfallPicture } from './waterfall-picture.tsx'

export type Trying = {
  read: Pick<SheetToRead, 'calculation' | 'of' | 'seen'>
  /** What may be seen of what the tariff was made from. */
  input: CalculationInput
  fields: TryField[]
  /** What that comes to: the tariff itself. */
  original: Calculated
  written: Tried
  /** Has anything been sent yet? */
  begun: boolean
  changes: Change[]
  outcome: Trial
  fall: Waterfall | undefined
}

/** Other numbers on a copy: the answer first, then the numbers to change. Nothing is kept, and no script is needed. */
export function WhatIfPage(trying: Trying): Page {
  const { read, begun, input, fields, written, outcome } = trying
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
        {read.seen.level === 'groups' && (
          <p class="tariffs-why">{read.seen.why} Derfor regnes overhead ikke om, når du ændrer en anden gruppe.</p>
        )}
        <Form action={`${at}/proev`} method="get" label="Prøv med andre tal">
          <TryFields input={input} fields={fields} written={written} wrong={'sentence' in outcome ? outcome : undefined} />
          <div class="submit-row">
            <button class="button button-primary" type="submit">
              Regn
            </button>
            <LinkButton href={`${at}/proev`}>Begynd forfra</LinkButton>
          </div>
        </Form>
        {begun && 'calculated' in outcome && (
          <>
            <h2>Sådan er den prøvede takst regnet</h2>
            <StepTables steps={outcome.calculated.steps} />
          </>
        )}
      </>
    ),
  }
}

const Answer = ({ trying: { outcome, original, fall, changes } }: { trying: Trying }) => {
  if ('sentence' in outcome)
    return (
      <Alert kind="error" title="Det kan ikke regnes">
        {outcome.sentence}
      </Alert>
    )
  return <Compared before={original.result} after={outcome.calculated.result} changes={changes} fall={fall} />
}

type ComparedProps = {
  before: CalculationResult
  after: CalculationResult
  changes: readonly Change[]
  fall: Waterfall | undefined
  names?: { from: string; to: string }
}

/** What the tariff would be, what was changed, and what each change moved. */
export const Compared = ({ before, after, changes, fall, names = { from: 'Taksten', to: 'Prøvet' } }: ComparedProps) => {
  const change = after.tariff.ore - before.tariff.ore
  const percent = percentChange(before.tariff.ore, after.tariff.ore)
  return (
    <>
      <p class="tariffs-answer" role="status">
        <strong>{`${oreText(after.tariff.ore)} ${perText(after)}`}</strong>
        <span>
          {change === 0n
            ? 'det samme som i dag'
            : `${changeText(change)}${percent ? ` (${percent})` : ''} i forhold til ${oreText(before.tariff.ore)}`}
        </span>
      </p>
      {after.yearly && before.yearly && (
        <SummaryList
          items={[
            { term: 'Pr. år', value: `${oreText(after.yearly.ore)} (${changeText(after.yearly.ore - before.yearly.ore)})` },
          ]}
        />
      )}
      <LevelsCompared before={before} after={after} />
      {changes.length === 0 ? <p>Du har ikke ændret noget endnu.</p> : <Changes changes={changes} />}
      {fall && change !== 0n && <WaterfallPicture fall={fall} names={names} />}
    </>
  )
}

const Changes = ({ changes }: { changes: readonly Change[] }) => (
  <Table<Change>
    caption="Det er ændret"
    compact
    rows={changes}
    columns={[
      { head: 'Tal', rowHead: true, cell: ({ label }) => label },
      { head: 'Før', numeric: true, cell: ({ from }) => from },
      { head: 'Nu', numeric: true, cell: ({ to }) => <strong>{to}</strong> },
    ]}
  />
)

type LevelPair = { label: string; was: bigint | undefined; now: bigint }

const LevelsCompared = ({ before, after }: Pick<ComparedProps, 'before' | 'after'>) =>
  after.levels.length === 0 ? null : (
    <Table<LevelPair>
      caption="Niveauer"
      compact
      rows={after.levels.map(({ label, price }, at) => ({ label, was: before.levels[at]?.price.ore, now: price.ore }))}
      columns={[
        { head: 'Niveau', rowHead: true, cell: ({ label }) => label },
        { head: 'Før', numeric: true, cell: ({ was }) => (was === undefined ? '–' : oreText(was)) },
        { head: 'Nu', numeric: true, cell: ({ now }) => <strong>{oreText(now)}</strong> },
      ]}
    />
  )
