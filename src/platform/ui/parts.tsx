import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Day, dayText } from '../values/day.ts'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'success' | 'info' | 'warning' | 'error'

/** A short word about a thing. Not a button: the design system's own tag is. */
export const Tag = ({ kind, children }: PropsWithChildren<{ kind?: Kind | 'accent' | undefined }>) => (
  <span class={kind ? `label label-${kind}` : 'label'}>{children}</span>
)

/** A state told by colour, sign and text. The colours and signs stand in public/css/states.css as `state-<state>`. */
export const State = ({ state, children }: PropsWithChildren<{ state: string }>) => (
  <span class={`state state-${state}`}>{children}</span>
)

const spoken: Record<Kind, string> = { success: 'Lykkedes', info: 'Til orientering', warning: 'Vær opmærksom', error: 'Fejl' }

type AlertProps = PropsWithChildren<{ kind: Kind; title?: string | undefined; level?: 2 | 3 | 4 | undefined }>

/** Stands in the page from the start; what happens later is told by the frame's flash. */
export const Alert = ({ kind, title, level = 2, children }: AlertProps) => {
  const Heading = `h${level}` as 'h2'
  return (
    <div class={`alert alert-${kind}`}>
      <Icon name={kind} />
      <div class="alert-body">
        {title ? <Heading class="alert-heading">{title}</Heading> : <span class="sr-only">{spoken[kind]}: </span>}
        <div class="alert-text">{children}</div>
      </div>
    </div>
  )
}

type CardProps = PropsWithChildren<{
  title: string
  href?: string | undefined
  eyebrow?: string | undefined
  level?: 2 | 3 | 4 | undefined
  foot?: Child
}>

/** With `href` the whole card can be pressed, while the link's name stays the title alone. */
export const Card = ({ title, href, eyebrow, level = 3, foot, children }: CardProps) => {
  const Heading = `h${level}` as 'h3'
  return (
    <div class={href ? 'tile tile-link' : 'tile'}>
      {eyebrow && <p class="eyebrow">{eyebrow}</p>}
      <Heading class="tile-heading">{href ? <a href={href}>{title}</a> : title}</Heading>
      {children && <div class="tile-body">{children}</div>}
      {foot && <div class="tile-foot">{foot}</div>}
    </div>
  )
}

export const CardGrid = ({ children, columns = 3 }: PropsWithChildren<{ columns?: 2 | 3 | 4 | undefined }>) => (
  <div class={`tiles tiles-${columns}`}>{children}</div>
)

type Look = 'primary' | 'secondary' | 'tertiary' | 'warning'

type ButtonProps = PropsWithChildren<{ look?: Look; name?: string; value?: string; icon?: IconName }>

export const Button = ({ look = 'primary', name, value, icon, children }: ButtonProps) => (
  <button class={`button button-${look}`} type="submit" name={name} value={value}>
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

type LinkButtonProps = PropsWithChildren<{ href: string; look?: Look; icon?: IconName }>

export const LinkButton = ({ href, look = 'secondary', icon, children }: LinkButtonProps) => (
  <a class={`button button-${look}`} href={href}>
    {icon && <Icon name={icon} />}
    {children}
  </a>
)

export const ButtonRow = ({ children }: PropsWithChildren) => <div class="button-row">{children}</div>

export const Details = ({ summary, open, children }: PropsWithChildren<{ summary: Child; open?: boolean | undefined }>) => (
  <details class="details" open={open || undefined}>
    <summary class="details-summary">{summary}</summary>
    <div class="details-text">{children}</div>
  </details>
)

type SummaryItem = { term: string; value: Child; action?: { text: string; href: string } | undefined }

export const SummaryList = ({ items }: { items: readonly SummaryItem[] }) => (
  <dl class="summary">
    {items.map(({ term, value, action }) => (
      <div class="summary-row">
        <dt>{term}</dt>
        <dd>
          {value}
          {action && (
            <a class="summary-action" href={action.href}>
              {action.text}
              <span class="sr-only"> ({term})</span>
            </a>
          )}
        </dd>
      </div>
    ))}
  </dl>
)

type SourceProps = { title: string; place?: string | undefined; day?: Day | undefined; href?: string | undefined }

/** 'Kilde: Handleplan, linje 99 · 4. oktober 2024'. */
export const Source = ({ title, place, day, href }: SourceProps) => (
  <p class="source">
    Kilde: {href ? <a href={href}>{title}</a> : title}
    {place && `, ${place}`}
    {day && (
      <>
        {' · '}
        <time datetime={day}>{dayText(day)}</time>
      </>
    )}
  </p>
)

type EmptyProps = PropsWithChildren<{
  title: string
  level?: 2 | 3 | undefined
  action?: { text: string; href: string } | undefined
}>

/** Nothing here yet, and what to do about it. */
export const Empty = ({ title, level = 2, action, children }: EmptyProps) => {
  const Heading = `h${level}` as 'h2'
  return (
    <div class="empty">
      <Heading class="empty-heading">{title}</Heading>
      {children && <div>{children}</div>}
      {action && <LinkButton href={action.href}>{action.text}</LinkButton>}
    </div>
  )
}

type ProgressProps = { value: number; of: number; text: string; poll?: string | undefined }

/** '7 af 18 har meldt' with a bar. `poll` is an address answering `{ value, of, text, href? }`, asked each second by the script. */
export const Progress = ({ value, of, text, poll }: ProgressProps) => (
  <div class="progress" data-progress={poll}>
    <p class="progress-text" role={poll ? 'status' : undefined}>
      <strong>
        {value} af {of}
      </strong>{' '}
      <span>{text}</span>
    </p>
    <progress max={of} value={value} aria-label={text} />
  </div>
)
