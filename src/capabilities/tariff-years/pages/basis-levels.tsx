import type { Ask, FormState } from '../../../platform/action.ts'
import { ButtonRow, type Column, choicesOf, LinkButton, type Page, Select, Table, TextField } from '../../../platform/ui/index.ts'
import { danish, type Grading, oreText, partTimeBands } from '../../tariffs/index.ts'
import type { BasisLooked } from '../actions/basis.ts'
import { type GradingSlug, type GradingWay, gradingNames, gradings, MOST_LEVELS } from '../level-input.ts'
import { basisCrumbs, fieldsOf, kronerField, PartForm, plainOf } from './basis-parts.tsx'

type Level = { label: string; places: string; value: string; ore: bigint | undefined }

const slugOf = (by: GradingWay): string => Object.entries(gradings).find(([, way]) => way === by)?.[0] ?? ''

/** Several tariffs that together bring in the costs, or one for all. */
export const LevelsSection = ({ looked }: { looked: BasisLooked }) => {
  const { basis, writable, href, outcome } = looked
  const { grading, counting } = basis
  if (!grading && counting.by !== 'places') return null
  const prices = outcome && 'calculated' in outcome ? outcome.calculated.result.levels : []
  return (
    <>
      <h2>Niveauer</h2>
      {grading ? (
        <Table
          caption={`Niveauer: ${gradingNames[grading.by].toLowerCase()}`}
          compact
          columns={columns(grading.by)}
          rows={levelsOf(grading).map((level, at): Level => ({ ...level, ore: prices[at]?.price.ore }))}
        />
      ) : (
        <p>Taksten er den samme for alle. Den kan deles i niveauer, der tilsammen bringer omkostningerne ind.</p>
      )}
      {writable && (
        <ButtonRow>
          {Object.entries(gradings).map(([slug, by]) => (
            <LinkButton href={`${href}/niveauer/${slug}`} look={grading?.by === by ? 'secondary' : 'tertiary'}>
              {grading?.by === by ? `Ret ${gradingNames[by].toLowerCase()}` : `Del efter ${gradingNames[by].toLowerCase()}`}
            </LinkButton>
          ))}
          {grading && (
            <LinkButton href={`${href}/uden-niveauer`} look="tertiary">
              Fjern niveauerne
            </LinkButton>
          )}
        </ButtonRow>
      )}
    </>
  )
}

const valueTexts: Record<GradingWay, string> = {
  weights: 'Vægt',
  steps: 'Trin, kr. oven i det laveste',
  packages: 'Pakkens nummer',
  'part time': 'Dage om ugen',
}

/** Each level with its own number as people write it. */
const levelsOf = (grading: Grading): Omit<Level, 'ore'>[] => {
  if (grading.by === 'weights')
    return grading.levels.map(({ label, places, weight }) => ({ label, places, value: plainOf(weight) ?? '' }))
  if (grading.by === 'steps')
    return grading.levels.map(({ label, places, addOre }) => ({ label, places, value: kronerField(addOre) ?? '' }))
  if (grading.by === 'packages')
    return grading.levels.map(({ label, places, number }) => ({ label, places, value: String(number) }))
  return grading.levels.map(({ label, places, band }) => ({ label, places, value: band }))
}

const columns = (by: GradingWay): Column<Level>[] => [
  { head: 'Niveau', rowHead: true, cell: ({ label }) => label },
  {
    head: valueTexts[by],
    numeric: by !== 'part time',
    cell: ({ value }) => (by === 'part time' ? (partTimeBands[value as keyof typeof partTimeBands] ?? value) : value),
  },
  { head: 'Pladser', numeric: true, cell: ({ places }) => plainOf(places) },
  { head: 'Takst', numeric: true, cell: ({ ore }) => (ore === undefined ? '–' : oreText(ore)) },
]

const SPARE = 3
const FEWEST = 4

const leads: Record<GradingWay, string> = {
  weights: 'Et niveau med vægt 2 koster det dobbelte af et med vægt 1.',
  steps: 'Hvert niveau koster det laveste og et fast trin oven i.',
  packages: 'Basis betales af alle; pakken koster sit nummer minus en halv gange prisen for et interval.',
  'part time': 'En del af fuldtidstaksten efter dage om ugen; hvor stor en del, siger reglen.',
}

type Found = { looked: BasisLooked; how: GradingSlug }

export function GradingPage({ looked, how }: Found, _: Ask, form: FormState): Page {
  const by = gradings[how]
  const { grading, counting } = looked.basis
  const same = grading?.by === by
  const levels = grading ? levelsOf(grading).map((level) => (same ? level : { ...level, value: '' })) : []
  const now = {
    interval: grading?.by === 'packages' ? kronerField(grading.intervalOre) : undefined,
    ...Object.fromEntries(
      levels.flatMap(({ label, places, value }, at) => [
        [`label-${at}`, label],
        [`places-${at}`, plainOf(places)],
        [`value-${at}`, value],
      ]),
    ),
  }
  const of = fieldsOf(form, now)
  const count = Math.min(Math.max(levels.length + SPARE, FEWEST), MOST_LEVELS)
  return {
    title: `Niveauer: ${gradingNames[by].toLowerCase()}`,
    lead: leads[by],
    crumbs: basisCrumbs(looked, gradingNames[by]),
    body: (
      <PartForm looked={looked} tail={`/niveauer/${slugOf(by)}`} form={form} text="Gem niveauerne">
        <p>{countedText(looked)} Rækker uden tekst springes over.</p>
        {by === 'packages' && counting.by === 'places' && (
          <TextField
            {...of('interval', 'Pris for et interval')}
            hint="Tomt: ydelsesdelens omkostninger delt på pakkerne"
            suffix="kr."
            width="m"
            inputmode="decimal"
          />
        )}
        {Array.from({ length: count }, (_, at) => (
          <fieldset class="tariffs-level">
            <legend>Niveau {at + 1}</legend>
            <div class="tariffs-fields">
              <TextField {...of(`label-${at}`, 'Navn')} maxlength={60} />
              {by === 'part time' ? (
                <Select {...of(`value-${at}`, valueTexts[by])} options={choicesOf(partTimeBands)} empty="Vælg" />
              ) : (
                <TextField {...of(`value-${at}`, valueTexts[by])} inputmode="decimal" />
              )}
              <TextField {...of(`places-${at}`, 'Pladser')} inputmode="decimal" />
            </div>
          </fieldset>
        ))}
      </PartForm>
    ),
  }
}

function countedText({ outcome }: BasisLooked): string {
  const places = outcome && 'calculated' in outcome ? outcome.calculated.result.places : undefined
  return places ? `Pladserne skal give ${danish(places, 0, 2)} tilsammen.` : 'Pladserne skal give dem, taksten regner med.'
}

export const RemoveGradingPage = ({ looked }: { looked: BasisLooked }, _: Ask, form: FormState): Page => ({
  title: 'Fjern niveauerne',
  lead: 'Taksten bliver den samme for alle.',
  crumbs: basisCrumbs(looked, 'Fjern niveauerne'),
  body: <PartForm looked={looked} tail="/uden-niveauer" form={form} danger={{ text: 'Fjern niveauerne', keep: 'Behold dem' }} />,
})
