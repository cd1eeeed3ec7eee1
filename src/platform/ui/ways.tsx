import type { Child } from 'hono/jsx'
import { type Day, dayText } from '../values/day.ts'
import { Icon } from './icon.tsx'

/** Ways through: tabs, pages, steps and time. All of them links and lists; none needs a script. */

export type Way = { text: string; href: string; current?: boolean | undefined }

export const Tabs = ({ label, items }: { label: string; items: readonly Way[] }) => (
  <nav class="tab-container" aria-label={label}>
    <ul class="tab-list">
      {items.map(({ text, href, current }) => (
        <li>
          <a class="tab-button" href={href} aria-current={current ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type PagerProps = { page: number; pages: number; href: (page: number) => string; label?: string | undefined }

/** First, last and the neighbours of the page we are on; a gap of one is a page, not dots. */
const around = (page: number, pages: number): (number | 'gap')[] => {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages)
  return shown.flatMap((n, at) => {
    const before = shown[at - 1] ?? n - 1
    if (n - before === 1) return [n]
    return n - before === 2 ? [n - 1, n] : ['gap' as const, n]
  })
}

export const Pager = ({ page, pages, href, label = 'Sider' }: PagerProps) =>
  pages < 2 ? null : (
    <nav class="pager" aria-label={label}>
      {page > 1 && (
        <a class="pager-step" href={href(page - 1)} rel="prev">
          <Icon name="chevron-left" />
          Forrige
        </a>
      )}
      <ul class="pager-list">
        {around(page, pages).map((n) =>
          n === 'gap' ? (
            <li class="pager-gap">…</li>
          ) : (
            <li>
              <a href={href(n)} aria-label={`Side ${n}`} aria-current={n === page ? 'page' : undefined}>
                {n}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <a class="pager-step" href={href(page + 1)} rel="next">
          Næste
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )

type Moment = {
  title: Child
  /** A day, or words such as '2. kvartal 2026'. */
  day?: Day | undefined
  when?: string | undefined
  phase?: 'done' | 'now' | 'ahead' | undefined
  body?: Child
}

const phases = { done: 'Sket', now: 'Nu', ahead: 'Kommer' } as const

export const Timeline = ({ items }: { items: readonly Moment[] }) => (
  <ol class="timeline">
    {items.map(({ title, day, when, phase = 'done', body }) => (
      <li class={`moment moment-${phase}`}>
        <p class="moment-when">
          {day ? <time datetime={day}>{when ?? dayText(day)}</time> : when}
          <span class="moment-phase">{phases[phase]}</span>
        </p>
        <p class="moment-title">{title}</p>
        {body && <div class="moment-body">{body}</div>}
      </li>
    ))}
  </ol>
)

type Step = { text: string; href?: string | undefined; state: 'done' | 'current' | 'ahead'; hint?: string | undefined }

const StepInside = ({ step, at }: { step: Step; at: number }) => (
  <>
    <span class="step-number">{step.state === 'done' ? <Icon name="check" /> : <span>{at + 1}</span>}</span>
    <span>
      <span class="step-title">
        {step.state === 'done' && <span class="sr-only">Gennemført: </span>}
        {step.text}
      </span>
      {step.hint && <span class="step-information">{step.hint}</span>}
    </span>
  </>
)

export const Steps = ({ label, steps }: { label: string; steps: readonly Step[] }) => (
  <ol class="step-indicator" aria-label={label}>
    {steps.map((step, at) => (
      <li class={step.state === 'current' ? 'current' : step.href ? '' : 'disabled'}>
        {step.href ? (
          <a class="step" href={step.href} aria-current={step.state === 'current' ? 'step' : undefined}>
            <StepInside step={step} at={at} />
          </a>
        ) : (
          <div class="step" aria-current={step.state === 'current' ? 'step' : undefined}>
            <StepInside step={step} at={at} />
          </div>
        )}
      </li>
    ))}
  </ol>
)
