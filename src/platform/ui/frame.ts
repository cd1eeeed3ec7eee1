import { html, raw } from 'hono/html'
import { iconMarkup } from './icon.tsx'
import type { FooterGroup, Frame, NavItem } from './page.ts'

type Markup = ReturnType<typeof html>

/** Three circles that share a middle. */
const mark = raw(
  '<svg class="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false"><circle class="mark-a" cx="20" cy="14" r="10"/>' +
    '<circle class="mark-b" cx="14" cy="25" r="10"/><circle class="mark-c" cx="26" cy="25" r="10"/></svg>',
)

const within = (path: string, href: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`))

/** How near an item lies above the path, by itself or by one of its children: 0 is not at all. */
const nearness = (item: NavItem, path: string): number =>
  Math.max(
    0,
    ...[item, ...(item.children ?? [])]
      .flatMap(addresses)
      .filter((one) => within(path, one))
      .map(({ length }) => length),
  )

const addresses = ({ href, also = [] }: NavItem): readonly string[] => [href, ...also]

/** The item that lies nearest above the path, unless one is named current. */
const currentOf = (items: readonly NavItem[], path: string): NavItem | undefined =>
  items.find((item) => item.current) ??
  items.reduce<NavItem | undefined>((a, b) => (nearness(b, path) > (a ? nearness(a, path) : 0) ? b : a), undefined)

const ariaCurrent = (item: NavItem, current: NavItem | undefined, path: string) =>
  item !== current ? '' : raw(item.href === path ? ' aria-current="page"' : ' aria-current="true"')

const list = (items: readonly NavItem[], current: NavItem | undefined, path: string): Markup =>
  html`<ul class="nav-list">${items.map((item) => html`<li><a href="${item.href}"${ariaCurrent(item, current, path)}>${item.text}</a></li>`)}</ul>`

const search = html`<form class="site-search" action="/soeg" role="search"><label class="sr-only" for="soeg">Søg på hele siden</label>
<div class="search"><input class="form-input" id="soeg" name="q" type="search" placeholder="Søg"><button class="button button-search" type="submit">
${iconMarkup('search')}<span class="sr-only">Søg</span></button></div></form>`

const nav = (items: readonly NavItem[], path: string): Markup => {
  const room = currentOf(items, path)
  const sub = room?.children
  return html`<div class="menu"><div class="container menu-row"><nav aria-label="Hovedmenu">${list(items, room, path)}</nav>${search}</div>
${sub && html`<nav class="subnav" aria-label="${room.text}"><div class="container">${list(sub, currentOf(sub, path), path)}</div></nav>`}</div>`
}

/** Same array, same place in it: same markup. Keyed by place and not by path, so that it cannot grow. */
const rendered = new WeakMap<readonly NavItem[], Map<string, Markup>>()

const menu = (items: readonly NavItem[], path: string): Markup => {
  const room = currentOf(items, path)
  const child = room?.children && currentOf(room.children, path)
  const key = `${room?.href} ${child?.href} ${room?.href === path} ${child?.href === path}`
  const known = rendered.get(items) ?? new Map<string, Markup>()
  rendered.set(items, known)
  const markup = known.get(key) ?? nav(items, path)
  known.set(key, markup)
  return markup
}

const door = ({ signIn }: Frame) =>
  signIn &&
  (signIn.post
    ? html`<form class="door" method="post" action="${signIn.href}"><button class="door-link" type="submit">${iconMarkup('lock')}${signIn.text}</button></form>`
    : html`<a class="door-link" href="${signIn.href}">${iconMarkup('lock')}${signIn.text}</a>`)

const who = ({ actor }: Frame) => {
  if (!actor) return ''
  const text = html`<strong>${actor.name}</strong> <span>${actor.party ? `${actor.role}, ${actor.party}` : actor.role}</span>`
  return actor.href ? html`<a class="actor" href="${actor.href}">${text}</a>` : html`<p class="actor">${text}</p>`
}

export const headerOf = (
  frame: Frame,
): Markup => html`<header class="site-header">${frame.edition && html`<p class="edition">${frame.edition}</p>`}
<div class="head"><div class="container bar">
<a class="site-name" href="/">${mark}<span><strong>${frame.siteName}</strong><span class="tagline">${frame.tagline}</span></span></a>
<div class="who">${who(frame)}${door(frame)}</div></div>
<details class="menu-toggle"><summary>${iconMarkup('menu')}Menu</summary></details>${menu(frame.nav, frame.path)}</div></header>`

const group = ({ heading, links }: FooterGroup) => html`<section><h2>${heading}</h2>
<ul class="footer-list">${links.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}</ul></section>`

const footers = new WeakMap<readonly FooterGroup[], Markup>()

export const footerOf = ({ footer, siteName, tagline }: Frame): Markup => {
  const known = footers.get(footer)
  if (known) return known
  const markup = html`<footer class="site-footer"><div class="container"><div class="footer-name">${mark}<p><strong>${siteName}</strong><br>${tagline}</p></div>
${footer.map(group)}</div></footer>`
  footers.set(footer, markup)
  return markup
}
