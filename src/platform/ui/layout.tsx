import { html, raw } from 'hono/html'
import { assetUrl } from '../assets.ts'
import { footerOf, headerOf } from './frame.ts'
import { iconMarkup } from './icon.tsx'
import type { Crumb, Flash, Frame, Page } from './page.ts'

/** So that the words of heading and lead do not move when the fonts come. */
const ahead = (['plex-regular.woff2', 'plex-semibold.woff2'] as const).map(
  (name) => `<link rel="preload" href="${assetUrl(name)}" as="font" type="font/woff2" crossorigin>`,
)

/** What no page changes: charset, styles, the fonts ahead of time, the script. */
const headStart = raw(
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">' +
    ahead.join('') +
    `<link rel="stylesheet" href="${assetUrl('faelles.css')}">` +
    `<link rel="icon" href="${assetUrl('faelles.svg')}" type="image/svg+xml">` +
    `<script src="${assetUrl('faelles.js')}" defer></script><meta name="theme-color" content="#0c4a50">`,
)

const head = (page: Page, frame: Frame) => html`<head>${headStart}<title>${page.title} – ${frame.siteName}</title>
<meta name="description" content="${page.lead ?? frame.tagline}">
${page.robots && raw('<meta name="robots" content="noindex">')}
${page.feeds?.map(({ title, href }) => html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${href}">`)}
</head>`

const chevron = iconMarkup('chevron-right')

const crumb = (
  { text, href }: Crumb,
  at: number,
) => html`<li class="breadcrumbs__list-item"${href ? '' : raw(' aria-current="page"')}>
${at > 0 && chevron}${href ? html`<a class="breadcrumbs__link" href="${href}">${text}</a>` : text}</li>`

/** The page itself is not a link to itself. */
const notTo = (path: string) => (one: Crumb) => (one.href === path ? { text: one.text } : one)

const crumbs = (list: Crumb[] | undefined, path: string) =>
  list &&
  html`<nav class="breadcrumbs" aria-label="Brødkrumme"><ol class="breadcrumbs__list">${list.map(notTo(path)).map(crumb)}</ol></nav>`

const flashOf = ({
  kind,
  text,
}: Flash) => html`<div class="alert alert-${kind} flash" role="${kind === 'error' || kind === 'warning' ? 'alert' : 'status'}">
${iconMarkup(kind)}<div class="alert-body"><p class="alert-text">${text}</p></div></div>`

const and = new Intl.ListFormat('da')

/** What the reader must know before reading: the day it speaks of, and that it is not all real. */
const notices = ({ asOf, marks = [] }: Page, path: string) => html`${
  asOf &&
  html`<p class="as-of">${iconMarkup('calendar-month')}<span>${asOf} <a href="${path}">Se siden som den er i dag</a></span></p>`
}
${marks.length > 0 && html`<p class="mark-line">${iconMarkup('info')}<span>Siden viser <strong>${and.format(marks)}</strong>.</span></p>`}`

const heading = ({ title, lead }: Page) =>
  html`<div class="page-head"><h1>${title}</h1>${lead && html`<p class="lead">${lead}</p>`}</div>`

/** The whole document but its doctype. */
export const layout = (page: Page, frame: Frame) => html`<html lang="da">${head(page, frame)}
<body${page.wide ? raw(' class="wide"') : ''}><a class="skipnav" href="#indhold">Gå til sidens indhold</a>
${headerOf(frame)}
<main id="indhold" tabindex="-1" class="page">${page.hero}
<div class="container">${crumbs(page.crumbs, frame.path)}${frame.flash && flashOf(frame.flash)}${notices(page, frame.path)}
${page.hero ? '' : heading(page)}${page.body}</div></main>
${footerOf(frame)}
</body></html>`
