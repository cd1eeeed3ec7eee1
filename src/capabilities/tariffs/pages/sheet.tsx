import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, type Column, Details, LinkButton, SummaryList, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { dayOf, dayText } from '../../../platform/values/day.ts'
import { exact, times } from '../../../platform/values/exact.ts'
import { type CalculationResult, type TariffRule, tariffUnits } from '../calculation.ts'
import type { FlowsOfTariff } from '../flowing.ts'
import { nameOf, type SheetToRead } from '../reading.ts'
import { changeText, danish, oreText, percentChange, periodText, quantityText } from '../shown.ts'
import { usedRules } from '../told.ts'
import { visibilities } from '../visibility.ts'
import { RulesUsed, StepTables } from './steps.tsx'
import { WaterfallPicture } from './waterfall-picture.tsx'
import { YearParts } from './year-parts.tsx'
import { YearResult } from './year-result.tsx'

export const perText = ({ unit }: Pick<CalculationResult, 'unit'>): string => `pr. ${tariffUnits[unit]}`

/** From cost line to day price, for whoever wants to check it. */
export function SheetPage(read: SheetToRead & { flows: FlowsOfTariff }, { today }: Pick<Ask, 'today'>): Page {
  const { calculation, of, seen, before } = read
  const { input, calculated } = calculation
  const { result } = calculated
  const name = nameOf(read)
  return {
    title: `${name}: takst ${input.year}`,
    lead: `${oreText(result.tariff.ore)} ${perText(result)}${before ? `, ${changeSentence(before.calculated.result, result)} fra ${before.input.year}` : ''}.`,
    crumbs: [
      { text: 'Takster', href: '/takster' },
      { text: 'Beregninger', href: `/takster/beregninger?aar=${input.year}` },
      { text: name },
    ],
    ...(calculation.example ? { marks: ['eksempeldata'] } : {}),
    body: (
      <>
        <Versions read={read} />
        {seen.why && (
          <p class="tariffs-why">
            {seen.why} <a href={seenHref(of)}>Hvem bestemmer det?</a>
          </p>
        )}
        <Facts read={read} />
        <ButtonRow>
          {seen.level !== 'price' && (
            <LinkButton href={`/takster/beregning/${calculation.id}/proev`} look="primary">
              Prøv med andre tal
            </LinkButton>
          )}
          <LinkButton href={`/tilbud/${of.offerId}`}>Se tilbuddet</LinkButton>
        </ButtonRow>
        <Levels result={result} open={seen.level !== 'price'} />
        <YearParts read={read} />
        <h2>Hvad har flyttet taksten?</h2>
        <Moved read={read} />
        {seen.level !== 'price' && (
          <>
            <h2>Sådan er taksten regnet</h2>
            <p>
              Hvert trin kan regnes efter med en lommeregner. Der afrundes først til sidst. Undervejs vises fire decimaler, så den
              fjerde kan afvige med 1.
            </p>
            <StepTables steps={read.steps} />
          </>
        )}
        <YearResult flows={read.flows} year={input.year} today={today} />
        <h2>Regler, der er brugt</h2>
        <p>
          Beregningen beholder disse regler, også når reglerne ændres.{' '}
          <a href={`/takster/regelsaet?aar=${input.year}`}>Se reglerne for {input.year}, som de er nu.</a>
        </p>
        <Details summary={rulesSentence(usedRules(read.steps, calculation.rules))}>
          <RulesUsed rules={usedRules(read.steps, calculation.rules)} />
        </Details>
        <Downloads id={calculation.id} full={seen.level !== 'price'} />
        <p class="source">{`Kilde: ${calculation.source}. Version ${calculation.version}, regnet ${dayText(dayOf(calculation.recordedAt))}.`}</p>
      </>
    ),
  }
}

const seenHref = ({ operatorId }: SheetToRead['of']): string =>
  operatorId === undefined ? '/takster/synlighed' : `/takster/synlighed?driftsherre=${operatorId}`

const rulesSentence = (rules: readonly TariffRule[]): string =>
  `${rules.length} regler, hvoraf ${rules.filter(({ confirmed }) => !confirmed).length} er ubekræftede`

const changeSentence = (before: CalculationResult, now: CalculationResult): string => {
  const change = now.tariff.ore - before.tariff.ore
  const percent = percentChange(before.tariff.ore, now.tariff.ore)
  return change === 0n ? 'uændret' : `${changeText(change)}${percent ? ` (${percent})` : ''}`
}

const Versions = ({ read: { calculation, line } }: { read: SheetToRead }) => {
  const newest = line.find(
    ({ year, validFrom }) => year === calculation.input.year && validFrom === calculation.input.period?.from,
  )
  return (
    <>
      {newest && newest.id !== calculation.id && (
        <Alert kind="warning" title="Der er en nyere version">
          <a href={`/takster/beregning/${newest.id}`}>Se version {newest.version}</a>, som retter denne.
        </Alert>
      )}
      {calculation.reason && <p>{`Version ${calculation.version} er en rettelse: ${calculation.reason}`}</p>}
    </>
  )
}

const Facts = ({ read: { calculation, seen, openly, of, before } }: { read: SheetToRead }) => {
  const { result } = calculation.calculated
  const open = seen.level !== 'price'
  const facts = [
    { term: 'Takst', value: <strong>{`${oreText(result.tariff.ore)} ${perText(result)}`}</strong> },
    ...(calculation.input.period ? [{ term: 'Gælder', value: periodText(calculation.input.period) }] : []),
    ...(result.temporaryOre === 0n
      ? []
      : [{ term: 'Heraf midlertidig', value: `${changeText(result.temporaryOre)} fra et tidligere år` }]),
    ...(open
      ? [{ term: 'Basis og ydelse', value: `${oreText(result.parts.basis.ore)} + ${oreText(result.parts.service.ore)}` }]
      : []),
    ...(before
      ? [
          {
            term: `Taksten ${before.input.year}`,
            value: <a href={`/takster/beregning/${before.id}`}>{oreText(before.calculated.result.tariff.ore)}</a>,
          },
        ]
      : []),
    ...(result.net ? [{ term: 'Uden indirekte moms', value: oreText(result.net.ore) }] : []),
    ...(result.month && result.yearly
      ? [{ term: 'Pr. måned og pr. år', value: `${oreText(result.month.ore)} · ${oreText(result.yearly.ore)}` }]
      : []),
    ...(open
      ? [{ term: result.places ? 'Pladser, dage, belægning' : 'Deles på', value: sharedText(result) }]
      : result.days === undefined
        ? []
        : [{ term: 'Dage om året', value: String(result.days) }]),
    { term: 'Driftsherre', value: of.operatorName ?? 'Ikke oplyst' },
    { term: 'Alle ser', value: <a href={seenHref(of)}>{visibilities[openly.level]}</a> },
  ]
  return <SummaryList items={facts} />
}

const sharedText = ({ places, days, occupancyPercent, units, unit }: CalculationResult): string =>
  places && occupancyPercent
    ? `${danish(places, 0, 2)} pladser · ${days} dage · ${danish(occupancyPercent, 0, 2)} procent`
    : quantityText(units, unit === 'hour' ? 'timer' : 'døgn')

const Levels = ({ result, open }: { result: CalculationResult; open: boolean }) =>
  result.levels.length === 0 ? null : (
    <>
      <h2>Takst på hvert niveau</h2>
      <Table<CalculationResult['levels'][number]>
        caption="Takst på hvert niveau"
        captionHidden
        rows={result.levels}
        columns={[
          { head: 'Niveau', rowHead: true, cell: ({ label }) => label },
          { head: `Takst ${perText(result)}`, numeric: true, cell: ({ price }) => oreText(price.ore) },
          ...(open ? takenTogether : []),
        ]}
      />
      <p class="quiet">{`Gennemsnittet af niveauerne er ${oreText(result.tariff.ore)} ${perText(result)}.`}</p>
    </>
  )

/** Level by level, so that anybody can sum them up to the costs. */
const takenTogether: Column<CalculationResult['levels'][number]>[] = [
  { head: 'Enheder', numeric: true, cell: ({ units }) => quantityText(units, 'døgn') },
  { head: 'Giver på et år', numeric: true, cell: ({ price, units }) => quantityText(times(exact(price.ore), units), 'øre') },
]

const Moved = ({ read: { before, fall, calculation, movedSeen } }: { read: SheetToRead }) => {
  if (!before) return <p>{`Der er ingen beregning for ${calculation.input.year - 1} at sammenligne med.`}</p>
  if (!fall)
    return <p>{`Taksten for ${before.input.year} er regnet på en anden måde, så de to kan ikke sammenlignes tal for tal.`}</p>
  const order = calculation.rules.rules.find(({ key }) => key === 'tariff.waterfall.order')
  if (!movedSeen)
    return (
      <p>{`Taksten er ændret med ${changeText(fall.to - fall.from)} siden ${before.input.year}. Hvad der har flyttet den, vises ikke.`}</p>
    )
  return (
    <>
      <WaterfallPicture fall={fall} names={{ from: `Takst ${before.input.year}`, to: `Takst ${calculation.input.year}` }} />
      <p class="quiet">
        {`Tallene skiftes et ad gangen fra ${before.input.year} til ${calculation.input.year}, i denne orden: ${order?.said ?? ''}. En anden orden ville fordele ændringen lidt anderledes.`}
      </p>
    </>
  )
}

const Downloads = ({ id, full }: { id: number; full: boolean }) => (
  <>
    <h2>Hent</h2>
    <ButtonRow>
      {full && <LinkButton href={`/takster/beregning/${id}/ark.xlsx`}>Regneark med formler</LinkButton>}
      <LinkButton href={`/takster/beregning/${id}/ark.pdf`}>PDF</LinkButton>
      <LinkButton href={`/takster/beregning/${id}/ark.json`}>JSON</LinkButton>
    </ButtonRow>
  </>
)
