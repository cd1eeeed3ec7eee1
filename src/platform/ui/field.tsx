import type { PropsWithChildren } from 'hono/jsx'
import { noteField } from './field-words.ts'

/** What every field takes. The id is `idOf(name)`, so that an error on top of the form can lead to it. */
export type FieldProps = {
  name: string
  label: string
  hint?: string | undefined
  value?: string | undefined
  error?: string | undefined
  required?: boolean | undefined
}

export const idOf = (name: string): string => `felt-${name.replace(/[^\w-]+/g, '-')}`

/** What the browser must know about hint, error and remaining length, wired to the control by id. */
export const wiring = ({ name, hint, error, required }: FieldProps, extra?: string) => ({
  'aria-describedby':
    [hint && `${idOf(name)}-hint`, error && `${idOf(name)}-error`, extra].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
  required: required || undefined,
})

export const Must = () => <span class="weight-normal"> (skal udfyldes)</span>

export const Hint = ({ name, hint }: FieldProps) =>
  hint ? (
    <span class="form-hint" id={`${idOf(name)}-hint`}>
      {hint}
    </span>
  ) : null

export const FieldError = ({ name, error }: FieldProps) =>
  error ? (
    <span class="form-error-message" id={`${idOf(name)}-error`}>
      <span class="sr-only">Fejl: </span>
      {error}
    </span>
  ) : null

/** Label, hint, error and the control itself, in the order the design system wants them. */
export const Field = ({ field, children }: PropsWithChildren<{ field: FieldProps }>) => {
  noteField(field.name, field.label)
  return (
    <div class={field.error ? 'form-group form-error' : 'form-group'}>
      <label class="form-label" for={idOf(field.name)}>
        {field.label}
        {field.required && <Must />}
      </label>
      <Hint {...field} />
      <FieldError {...field} />
      {children}
    </div>
  )
}

export const Group = ({ field, children }: PropsWithChildren<{ field: FieldProps }>) => {
  noteField(field.name, field.label)
  const { required: _, ...aria } = wiring(field)
  return (
    <div class={field.error ? 'form-group form-error' : 'form-group'}>
      <fieldset aria-describedby={aria['aria-describedby']}>
        <legend class="form-label">
          {field.label}
          {field.required && <Must />}
        </legend>
        <Hint {...field} />
        <FieldError {...field} />
        {children}
      </fieldset>
    </div>
  )
}

export type Width = 'xs' | 's' | 'm' | 'l'

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'url' | 'tel' | 'search' | 'password' | undefined
  width?: Width | undefined
  inputmode?: 'numeric' | 'decimal' | undefined
  autocomplete?: string | undefined
  maxlength?: number | undefined
  suffix?: string | undefined
}

export const TextField = (props: TextFieldProps) => {
  const input = (
    <input
      class={props.width ? `form-input wide-${props.width}` : 'form-input'}
      id={idOf(props.name)}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value}
      inputmode={props.inputmode}
      autocomplete={props.autocomplete}
      maxlength={props.maxlength}
      {...wiring(props)}
    />
  )
  return (
    <Field field={props}>
      {props.suffix ? (
        <div class="form-input-wrapper form-input-wrapper--suffix">
          {input}
          <div class="form-input-suffix" aria-hidden="true">
            {props.suffix}
          </div>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

type TextAreaProps = FieldProps & { rows?: number | undefined; maxlength?: number | undefined }

/** The limit stands as a sentence; the script counts down from it. The browser does not cut what is pasted: the server says it. */
export const TextArea = (props: TextAreaProps) => {
  const id = idOf(props.name)
  return (
    <Field field={props}>
      <textarea
        class="form-input"
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        data-limit={props.maxlength}
        {...wiring(props, props.maxlength ? `${id}-limit` : undefined)}
      >
        {props.value}
      </textarea>
      {props.maxlength && (
        <span class="form-hint character-limit" id={`${id}-limit`}>
          Der er plads til {props.maxlength} tegn.
        </span>
      )}
    </Field>
  )
}

type DayFieldProps = FieldProps & { min?: string | undefined; max?: string | undefined }

/** `value`, `min` and `max` are 'YYYY-MM-DD'. A browser without date inputs shows a text field. */
export const DayField = (props: DayFieldProps) => (
  <Field field={props}>
    <input
      class="form-input wide-s"
      type="date"
      id={idOf(props.name)}
      name={props.name}
      value={props.value}
      min={props.min}
      max={props.max}
      {...wiring(props)}
    />
  </Field>
)

/** `accept` as in HTML: '.xlsx,.csv'. */
export const FileField = (props: Omit<FieldProps, 'value'> & { accept?: string | undefined }) => (
  <Field field={props}>
    <input class="form-file" type="file" id={idOf(props.name)} name={props.name} accept={props.accept} {...wiring(props)} />
  </Field>
)
