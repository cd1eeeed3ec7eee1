import type { Child } from 'hono/jsx'

export type Crumb = { text: string; href?: string }

/** What one page says about itself. The layout writes the heading, the lead and everything around the body. */
export type Page = {
  title: string
  body: Child
  crumbs?: Crumb[] | undefined
  /** Full width for matrices and timelines. */
  wide?: boolean | undefined
  lead?: string | undefined
  /** Replaces heading and lead: a full-width opening with its own h1. */
  hero?: Child
  /** Shown as a visible line on the page, such as 'eksempeldata'. */
  marks?: string[] | undefined
  /** A sentence shown on top when the page is read as of another day. */
  asOf?: string | undefined
  feeds?: { title: string; href: string }[] | undefined
  robots?: 'noindex' | undefined
}

/** `also`: other addresses that lie under the item, though they do not begin with its own. */
export type NavItem = { text: string; href: string; also?: readonly string[]; current?: boolean; children?: NavItem[] }

export type FooterGroup = { heading: string; links: { text: string; href: string }[] }

export type Flash = { kind: 'success' | 'info' | 'warning' | 'error'; text: string }

/** What stands around every page. Keep `nav` and `footer` the same arrays from request to request: they are rendered once. */
export type Frame = {
  nav: readonly NavItem[]
  path: string
  siteName: string
  tagline: string
  footer: readonly FooterGroup[]
  /** The way in, or out: `post` makes it a button that sends a form. */
  signIn: { href: string; text: string; post?: true } | undefined
  actor?: { name: string; role: string; party?: string; href?: string } | undefined
  flash?: Flash | undefined
  /** Such as 'Prøveudgave med eksempeldata'. */
  edition?: string | undefined
}
