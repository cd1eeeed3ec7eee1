import { Field, FieldError, type FieldProps, Group, Hint, idOf, Must, type Width, wiring } from './field.tsx'
import { noteField } from './field-words.ts'

export type Choice = { value: string; text: string; hint?: string | undefined }

type SelectProps = FieldProps & { options: readonly Choice[]; empty?: string | undefined; width?: Width | undefined }

export const Select = (props: SelectProps) => {
  noteField(props.name, props.label, props.options)
  return (
    <Field field={props}>
      <select
        class={props.width ? `form-select wide-${props.width}` : 'form-select'}
        id={idOf(props.name)}
        name={props.name}
        {...wiring(props)}
      >
        {props.empty !== undefined && <option value="">{props.empty}</option>}
        {props.options.map(({ value, text }) => (
          <option value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** The first radio carries the field's own id, so that the error summary leads to it. */
export const Radios = (props: FieldProps & { options: readonly Choice[] }) => {
  noteField(props.name, props.label, props.options)
  return (
    <Group field={props}>
      {props.options.map((option, at) => {
        const id = at === 0 ? idOf(props.name) : `${idOf(props.name)}-${at + 1}`
        return (
          <div class="form-group-radio">
            <input
              class="form-radio"
              type="radio"
              id={id}
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              required={props.required || undefined}
              aria-describedby={option.hint && `${id}-hint`}
            />
            <label class="form-label" for={id}>
              {option.text}
            </label>
            {option.hint && (
              <span class="form-hint" id={`${id}-hint`}>
                {option.hint}
              </span>
            )}
          </div>
        )
      })}
    </Group>
  )
}

type CheckboxProps = Omit<FieldProps, 'value'> & { checked?: boolean | undefined; value?: string | undefined }

export const Checkbox = ({ checked, ...props }: CheckboxProps) => {
  noteField(props.name, props.label, [{ value: props.value ?? 'ja', text: 'Ja' }])
  return (
    <div class={props.error ? 'form-group form-error' : 'form-group'}>
      <FieldError {...props} />
      <div class="form-group-checkbox">
        <input
          class="form-checkbox"
          type="checkbox"
          id={idOf(props.name)}
          name={props.name}
          value={props.value ?? 'ja'}
          checked={checked || undefined}
          {...wiring(props)}
        />
        <label class="form-label" for={idOf(props.name)}>
          {props.label}
          {props.required && <Must />}
        </label>
        <Hint {...props} />
      </div>
    </div>
  )
}
