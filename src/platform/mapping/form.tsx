import type { FormState } from '../action.ts'
import { FieldError, idOf, wiring } from '../ui/field.tsx'
import { Button, fieldIn, Select, Tag, TextField } from '../ui/index.ts'
import { choiceName } from './choosing.ts'
import type { Field } from './field.ts'
import type { Survey } from './survey.ts'

type Props = { survey: Survey; fields: readonly Field[]; form: FormState }
type Column = Survey['columns'][number]

/** Column by column: what stands over it, what stands in it, and what it is to be read as. */
export const ColumnChoices = ({ survey, fields, form }: Props) => (
  <table class="table table-sm-responsive-headers mapping">
    <caption class="sr-only">Filens kolonner, og hvad de læses som</caption>
    <thead>
      <tr>
        <th scope="col">Kolonne i filen</th>
        <th scope="col">De første værdier</th>
        <th scope="col">Læses som</th>
      </tr>
    </thead>
    <tbody>
      {survey.columns.map((column) => (
        <tr class={column.field === undefined ? 'mapping-unknown' : undefined}>
          <th scope="row" data-title="Kolonne i filen">
            <span class="mapping-letter">{column.letter}</span> {column.title}
          </th>
          <td data-title="De første værdier">
            <span class="mapping-samples">{column.samples.map((sample) => sample.slice(0, 40)).join(' · ') || '(tom)'}</span>
          </td>
          <td data-title="Læses som">
            <ColumnChoice column={column} fields={fields} form={form} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const known = { remembered: 'som sidst', same: 'samme navn', similar: 'forslag', nothing: 'ukendt kolonne' } as const

function ColumnChoice({ column, fields, form }: { column: Column; fields: readonly Field[]; form: FormState }) {
  const name = choiceName(column.at)
  const value = form.values[name] ?? column.field ?? ''
  const props = { name, label: `Kolonne ${column.letter}`, error: form.errors[name] }
  return (
    <div class={props.error ? 'form-group form-error' : 'form-group'}>
      <FieldError {...props} />
      <label class="sr-only" for={idOf(name)}>
        Kolonne {column.letter}, {column.title}, læses som
      </label>
      <select class="form-select" id={idOf(name)} name={name} {...wiring(props)}>
        <option value="">Læs ikke kolonnen</option>
        {[...new Set(fields.map(({ group }) => group))].map((group) => (
          <optgroup label={group}>
            {fields
              .filter((field) => field.group === group)
              .map(({ key, label }) => (
                <option value={key} selected={key === value}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <Tag kind={column.by === 'similar' ? 'info' : column.by === 'nothing' ? 'warning' : undefined}>{known[column.by]}</Tag>
    </div>
  )
}

/** Where the titles were found. */
export const titlesText = ({ sheet, from, to, columns }: Survey): string =>
  `${sheet === '' ? 'Filen' : `Arket »${sheet}«`} har ${columns.length} kolonner. Overskrifterne står i ${from === to ? `række ${to}` : `række ${from} og ${to}`}.`

type Elsewhere = { survey: Survey & { wanted?: { row?: number | undefined } | undefined }; form: FormState }

/** Where a person says the titles are. Sent as `sheet` and `row`, with `svar` saying `find`. */
export const TitlesElsewhere = ({ survey: { sheets, sheet, to, wanted }, form }: Elsewhere) => (
  <>
    {sheets.length > 1 && (
      <Select
        name="sheet"
        label="Ark"
        value={form.values['sheet'] ?? sheet}
        options={sheets.map(({ name }) => ({ value: name, text: name }))}
      />
    )}
    <TextField
      {...fieldIn(form, 'row', wanted?.row ?? to)}
      label="Nederste række med overskrifter"
      width="xs"
      inputmode="numeric"
    />
    <Button look="secondary" name="svar" value="find">
      Find kolonnerne igen
    </Button>
  </>
)
