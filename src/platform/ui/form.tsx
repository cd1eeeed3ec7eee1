import type { Child, PropsWithChildren } from 'hono/jsx'
import { idOf } from './field.tsx'
import { noteKey } from './field-words.ts'

type FormProps = PropsWithChildren<{
  action: string
  method?: 'get' | 'post'
  /** Field name → what is wrong. Told on top and, by the fields themselves, where it is. '' is the form as a whole. */
  errors?: Record<string, string> | undefined
  files?: boolean | undefined
  label?: string | undefined
}>

export const Form = ({ action, method = 'post', errors, files, label, children }: FormProps) => (
  <form
    class="form"
    action={action}
    method={method}
    novalidate
    enctype={files ? 'multipart/form-data' : undefined}
    aria-label={label}
    data-once={method === 'post' ? '' : undefined}
  >
    {errors && <ErrorSummary errors={errors} />}
    {children}
  </form>
)

export const ErrorSummary = ({ errors }: { errors: Record<string, string> }) => {
  const all = Object.entries(errors)
  if (all.length === 0) return null
  return (
    <div class="alert alert-error error-summary" role="alert" tabindex={-1} id="fejl">
      <div class="alert-body">
        <h2 class="alert-heading">{all.length === 1 ? 'Der er 1 fejl' : `Der er ${all.length} fejl`}</h2>
        <ul class="nobullet-list">
          {all.map(([name, text]) => (
            <li>{name ? <a href={`#${idOf(name)}`}>{text}</a> : text}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export const Hidden = ({ name, value }: { name: string; value: string }) => {
  if (name === '_key') noteKey(value)
  return <input type="hidden" name={name} value={value} />
}

type SubmitRowProps = {
  text: string
  /** Sent as `name=value` when two deeds share a form. */
  name?: string | undefined
  value?: string | undefined
  secondary?: { text: string; href: string } | { text: string; name: string; value: string } | undefined
  danger?: boolean | undefined
  children?: Child
}

export const SubmitRow = ({ text, name, value, secondary, danger, children }: SubmitRowProps) => (
  <div class="submit-row">
    <button class={danger ? 'button button-warning' : 'button button-primary'} type="submit" name={name} value={value}>
      {text}
    </button>
    {secondary &&
      ('href' in secondary ? (
        <a class="button button-secondary" href={secondary.href}>
          {secondary.text}
        </a>
      ) : (
        <button class="button button-secondary" type="submit" name={secondary.name} value={secondary.value}>
          {secondary.text}
        </button>
      ))}
    {children}
  </div>
)
