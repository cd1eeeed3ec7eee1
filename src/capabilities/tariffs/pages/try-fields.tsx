import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Details, idOf, Select, TextField } from '../../../platform/ui/index.ts'
import { type CalculationInput, type CostLine, costKinds, parts } from '../calculation.ts'
import { isChanged, type TryField, type TryGroup, tryGroups } from '../try-field.ts'
import { dropField, lineName } from '../try-lines.ts'
import { MOST_NEW, newFields, newRows, type Tried } from '../what-if.ts'

type Props = {
  input: CalculationInput
  fields: readonly TryField[]
  written: Tried
  /** The field something is wrong with, and what. */
  wrong: { field: string | undefined; sentence: string } | undefined
}

/** So many cost lines stand open; the smaller ones are folded. */
const OPEN_LINES = 8

/** The numbers of a calculation, to be changed: the important ones first, the rest folded until somebody has changed them. */
export const TryFields = (props: Props) => {
  const { input, fields } = props
  const of = (group: TryGroup) => fields.filter((field) => field.group === group)
  const [large, small] = bySize(of('line'), input.costs)
  return (
    <>
      <Grid {...props} fields={of('main')} />
      <h3>Omkostninger i kroner</h3>
      <Grid {...props} fields={large} />
      <Folded {...props} fields={small} summary={`${small.length} mindre omkostninger`} />
      <Folded {...props} fields={of('computed')} summary={tryGroups.computed}>
        <p class="quiet">Det, der regnes, følger med, når du ændrer en omkostning.</p>
      </Folded>
      <NewLines {...props} />
      {(['occupancy', 'regulation', 'level'] as const).map((group) => (
        <Folded {...props} fields={of(group)} summary={tryGroups[group]}>
          <p class="quiet">{hints[group]}</p>
        </Folded>
      ))}
    </>
  )
}

const hints = {
  occupancy:
    'Belægningen er gennemsnittet af årene, holdt inden for reglens grænser. Skriver du en belægning øverst, gælder den.',
  regulation: 'Underskud lægges til og overskud trækkes fra efter reglen. Skriver du en regulering øverst, gælder den.',
  level: 'Ændrer du pladserne på et niveau, følger pladserne i alt med.',
} as const

/** The largest lines first, as they stand in the sheet. */
function bySize(fields: readonly TryField[], costs: readonly CostLine[]): [TryField[], TryField[]] {
  const size = ({ line }: TryField): number => {
    const cost = line === undefined ? undefined : costs[line]
    return cost?.form === 'amount' ? cost.amountOre : 0
  }
  const open = new Set(fields.toSorted((a, b) => size(b) - size(a)).slice(0, OPEN_LINES))
  return [fields.filter((field) => open.has(field)), fields.filter((field) => !open.has(field))]
}

const Grid = ({ fields, written, wrong }: Omit<Props, 'input'>) => (
  <div class="tariffs-fields">
    {fields.map(({ name, label, suffix, value, options }) => {
      const error = wrong?.field === name ? wrong.sentence : undefined
      return options ? (
        <Select
          name={name}
          label={label}
          value={written[name] ?? value}
          options={Object.entries(options).map(([key, text]) => ({ value: key, text }))}
          error={error}
        />
      ) : (
        <TextField
          name={name}
          label={label}
          suffix={suffix}
          width={suffix === 'kr.' ? 'm' : 's'}
          inputmode="decimal"
          value={written[name] ?? value}
          error={error}
        />
      )
    })}
  </div>
)

const isTouched = (fields: readonly TryField[], { written, wrong }: Pick<Props, 'written' | 'wrong'>): boolean =>
  fields.some((field) => isChanged(field, written[field.name]) || wrong?.field === field.name)

const Folded = ({ summary, children, ...props }: Props & { summary: string; children?: Child }) =>
  props.fields.length === 0 ? null : (
    <Details summary={summary} open={isTouched(props.fields, props)}>
      {children}
      <Grid {...props} />
    </Details>
  )

const choices = (record: Readonly<Record<string, string>>) => Object.entries(record).map(([value, text]) => ({ value, text }))

const NewLines = ({ input, written, wrong }: Props) => {
  const rows = newRows(written).filter((at) => at <= MOST_NEW)
  const error = (name: string) => (wrong?.field === name ? wrong.sentence : undefined)
  const dropped = input.costs.some((_, at) => written[dropField(at)])
  return (
    <Details
      summary="Tilføj eller fjern en omkostning"
      open={rows.length > 1 || dropped || (wrong?.field ?? '').startsWith('ny-')}
    >
      {rows.map((at) => {
        const { kind, label, amount, part } = newFields(at)
        return (
          <fieldset class="tariffs-new">
            <legend class="form-label">Ny omkostning {at}</legend>
            <div class="tariffs-fields">
              <TextField name={label} label="Hvad er det?" value={written[label]} error={error(label)} maxlength={100} />
              <TextField
                name={amount}
                label="Beløb om året"
                suffix="kr."
                width="m"
                inputmode="decimal"
                value={written[amount]}
                error={error(amount)}
              />
              <Select name={kind} label="Art" value={written[kind] ?? 'operation'} options={choices(costKinds)} />
              <Select name={part} label="Del af taksten" value={written[part] ?? 'basis'} options={choices(parts)} />
            </div>
          </fieldset>
        )
      })}
      <fieldset class="tariffs-drop">
        <legend class="form-label">Tag en omkostning ud</legend>
        {input.costs.map((line, at) => DropBox(dropField(at), lineName(line), Boolean(written[dropField(at)])))}
      </fieldset>
    </Details>
  )
}

/** Written with the escaping `html`: there are as many as there are costs. */
const DropBox = (name: string, label: string, checked: boolean) =>
  html`<div class="form-group-checkbox"><input class="form-checkbox" type="checkbox" id="${idOf(name)}" name="${name}" value="ja"${checked ? html` checked` : ''}><label class="form-label" for="${idOf(name)}">${label}</label></div>`
