import { Details, Table, Tag } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { Step, StepInput, TariffRule } from '../calculation.ts'
import { bySection, sections } from '../order.ts'
import { inputText, quantityText } from '../shown.ts'

/** Every step as a line anybody can follow with a pocket calculator; each part folded under what it comes to. */
export const StepTables = ({ steps }: { steps: readonly Step[] }) => (
  <div class="tariffs-steps">
    {bySection(steps).map(([section, own]) => (
      <Details summary={summaryOf(section, own)} open={section === 'tariff'}>
        <Section title={sections[section]} steps={own} />
      </Details>
    ))}
  </div>
)

/** 'Omkostninger: 42.203.213,44 kr.' */
function summaryOf(section: Step['section'], steps: readonly Step[]): string {
  const whole = steps.findLast(({ key }) => totals.has(key)) ?? (section === 'check' ? steps.at(-1) : undefined)
  if (!whole) return sections[section]
  const value = quantityText(whole.value, whole.unit)
  return section === 'check' ? `${sections.check} Afrundingen giver ${value} på året` : `${sections[section]}: ${value}`
}

const Section = ({ title, steps }: { title: string; steps: readonly Step[] }) => (
  <Table<Step>
    caption={title}
    captionHidden
    compact
    rows={steps}
    rowClass={({ key }) => (totals.has(key) ? 'tariffs-total' : undefined)}
    columns={[
      { head: 'Trin', rowHead: true, cell: ({ name }) => name },
      { head: 'Sådan', cell: (step) => <How step={step} /> },
      { head: 'Giver', numeric: true, cell: ({ value, unit }) => <strong>{quantityText(value, unit)}</strong> },
    ]}
  />
)

const totals = new Set(['costs', 'units', 'regulation', 'published'])
const MANY = 3

/** The formula in words, and under it the numbers; a long sum unfolds. */
const How = ({ step: { formula, inputs, source } }: { step: Step }) => (
  <>
    {formula}
    {inputs.length > MANY ? (
      <Details summary={`${inputs.length} tal`}>
        <Inputs inputs={inputs} />
      </Details>
    ) : (
      <Inputs inputs={inputs} />
    )}
    {source && <span class="quiet">{`Kilde: ${source}`}</span>}
  </>
)

const Inputs = ({ inputs }: { inputs: readonly StepInput[] }) =>
  inputs.length === 0 ? null : (
    <ul class="tariffs-inputs">
      {inputs.map((input) => (
        <li>
          <span>{input.name}</span> <span class="tariffs-number">{inputText(input)}</span>
        </li>
      ))}
    </ul>
  )

/** The rules a calculation used, each with who says it, and whether anybody has confirmed it. */
export const RulesUsed = ({ rules, caption = 'Regler, der er brugt' }: { rules: readonly TariffRule[]; caption?: string }) => (
  <Table<TariffRule>
    caption={caption}
    captionHidden
    compact
    rows={rules}
    columns={[
      { head: 'Regel', rowHead: true, cell: ({ label }) => label },
      {
        head: 'Værdi',
        cell: ({ said, confirmed }) => (
          <>
            <strong>{said}</strong> {!confirmed && <Tag kind="warning">ubekræftet</Tag>}
          </>
        ),
      },
      {
        head: 'Gælder',
        cell: ({ validFrom, validUntil }) => `fra ${dayText(validFrom)}${validUntil ? ` indtil ${dayText(validUntil)}` : ''}`,
      },
      { head: 'Kilde', cell: ({ source, law }) => [law, source].filter(Boolean).join('. ') },
    ]}
  />
)
