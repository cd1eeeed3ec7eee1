import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, ButtonRow, LinkButton, type Page } from '../../../platform/ui/index.ts'
import { type CalculationResult, oreText, StepTables, tariffUnits } from '../../tariffs/index.ts'
import type { BasisLooked } from '../actions/basis.ts'
import { isWholeYear } from '../line.ts'
import { CostsSection } from './basis-cost.tsx'
import { CountingSection } from './basis-counting.tsx'
import { LevelsSection } from './basis-levels.tsx'
import { basisCrumbs, lineName, PartForm } from './basis-parts.tsx'
import { RegulationSection } from './basis-regulation.tsx'

/** Everything a tariff is calculated from: what it comes to first, then the parts, then every step. */
export function BasisPage(looked: BasisLooked, _: Ask): Page {
  const { standing, line, outcome, writable, href } = looked
  return {
    title: 'Beregningsgrundlag',
    lead: `${lineName(looked)}, takst ${standing.year}.`,
    crumbs: basisCrumbs(looked),
    wide: true,
    marks: standing.example ? ['eksempeldata'] : [],
    body: (
      <>
        <Answer looked={looked} />
        {line.basis === undefined && writable && (
          <p class="quiet">Grundlaget begynder med taksten faste tal. Ret en del, så gemmes det som et fuldt grundlag.</p>
        )}
        {!isWholeYear(line, standing.year) && (
          <p class="quiet">
            Taksten gælder kun en del af året. Skriv omkostninger og pladser, som gjaldt de hele året; afregningen følger dagene.
          </p>
        )}
        <CostsSection looked={looked} />
        <CountingSection looked={looked} />
        <RegulationSection looked={looked} />
        <LevelsSection looked={looked} />
        {outcome && 'calculated' in outcome && (
          <>
            <h2>Sådan er taksten regnet</h2>
            <StepTables steps={outcome.calculated.steps} />
          </>
        )}
        <ButtonRow>
          <LinkButton href={href.replace(/\/linje\/.*$/, '')}>Til skemaet</LinkButton>
          {writable && line.basis !== undefined && (
            <LinkButton href={`${href}/fjern`} look="tertiary">
              Gå tilbage til faste tal
            </LinkButton>
          )}
        </ButtonRow>
      </>
    ),
  }
}

const perText = ({ unit }: CalculationResult) => `pr. ${tariffUnits[unit]}`

/** The tariff, or the plain reason why there is none. */
const Answer = ({ looked: { outcome, standing } }: { looked: BasisLooked }) => {
  if (!outcome || 'why' in outcome)
    return (
      <Alert kind="warning" title="Taksten kan ikke beregnes endnu">
        {outcome?.why ?? 'Der er ikke oplyst nok.'}
      </Alert>
    )
  const { result } = outcome.calculated
  const graded = result.levels.length > 0
  return (
    <>
      <p class="tariffs-answer" role="status">
        <strong>{`${oreText(result.tariff.ore)} ${perText(result)}`}</strong>
        <span>{graded ? `i gennemsnit af ${result.levels.length} niveauer` : `takst ${standing.year}`}</span>
      </p>
      {graded && <p>{result.levels.map(({ label, price }) => `${label}: ${oreText(price.ore)}`).join(' · ')}</p>}
      {outcome.awaits && (
        <Alert kind="info">
          Belægningen er uden for grænserne. Den gælder, når sekretariatet har godkendt skemaet, og forklaringen følger med.
        </Alert>
      )}
    </>
  )
}

export const DropBasisPage = ({ looked }: { looked: BasisLooked }, _: Ask, form: FormState): Page => ({
  title: 'Gå tilbage til faste tal',
  lead: `${lineName(looked)}: linjer, perioder, regulering og niveauer fjernes. Taksten regnes derefter af de tal, grundlaget gav.`,
  crumbs: basisCrumbs(looked, 'Gå tilbage'),
  body: <PartForm looked={looked} tail="/fjern" form={form} danger={{ text: 'Fjern grundlaget', keep: 'Behold det' }} />,
})
