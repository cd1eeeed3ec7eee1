import type { Child, PropsWithChildren } from 'hono/jsx'

type HeroProps = PropsWithChildren<{ title: string; lead?: Child; eyebrow?: string | undefined }>

/** The opening of a front page; give it to `Page.hero`. Children stand below the lead: buttons, then `Stats`. */
export const Hero = ({ title, lead, eyebrow, children }: HeroProps) => (
  <div class="hero">
    <div class="container">
      {eyebrow && <p class="hero-eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {lead && <p class="hero-lead">{lead}</p>}
      {children}
    </div>
  </div>
)

type Stat = { figure: Child; text: string; href?: string | undefined }

/** Few, large figures. The text says what is counted: '13' 'indsatsområder'. */
export const Stats = ({ items }: { items: readonly Stat[] }) => (
  <ul class="stats">
    {items.map(({ figure, text, href }) => (
      <li class="stat">
        <span class="stat-figure">{figure}</span> <span class="stat-text">{href ? <a href={href}>{text}</a> : text}</span>
      </li>
    ))}
  </ul>
)

type Door = { title: string; href: string; text: string; foot?: Child }

/** The two to four ways in, side by side, each with its own colour. */
export const Doors = ({ items, level = 2 }: { items: readonly Door[]; level?: 2 | 3 | undefined }) => {
  const Heading = `h${level}` as 'h2'
  return (
    <div class="doors">
      {items.map(({ title, href, text, foot }) => (
        <div class="doorway">
          <Heading class="doorway-heading">
            <a href={href}>{title}</a>
          </Heading>
          <p>{text}</p>
          {foot && <div class="doorway-foot">{foot}</div>}
        </div>
      ))}
    </div>
  )
}

/** Two columns where there is room for them, one under the other where there is not. Give it two elements. */
export const Split = ({ children }: PropsWithChildren) => <div class="split">{children}</div>
