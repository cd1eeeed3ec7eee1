import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The package exports its script only; everything else lies beside it. */
const dist = new URL('../', pathToFileURL(createRequire(import.meta.url).resolve('dkfds')))

export const designSystemFile = (path: string): Buffer => readFileSync(new URL(path, dist))

/** The parts of the design system we use, by their class names. What is not named here is not sent to the browser. */
const used =
  /^(container|sr-only|skipnav|button(-primary|-secondary|-tertiary|-warning|-search)?|icon-svg|form-(group|label|hint|error|input|select|radio|checkbox|limit|file)(-.*)?|character-limit|search|alert(-.*)?|tag|badge(-.*)?|breadcrumbs.*|details.*|table|table--(compact|zebra|responsive-scroll)|table-sm-responsive-headers|step|step-(indicator|number|title|information)|current|tab-(container|list|button)|nobullet-list|weight-(normal|semibold)|d-print-none|h[1-6]|disabled)$/

/** The neutral theme's greys, by what they are for. Their values stand in public/faelles.css. */
const tokens: Record<string, string> = {
  '#454545': 'var(--primary)',
  '#1a1a1a': 'var(--ink)',
  '#707070': 'var(--ink-soft)',
  '#8e8e8e': 'var(--line-strong)',
  '#bfbfbf': 'var(--line)',
  '#dcdcdc': 'var(--line-soft)',
  '#f5f5f5': 'var(--mist)',
  '#004d99': 'var(--link)',
  '#c00': 'var(--danger)',
}

const keeps = (selector: string): boolean =>
  [...selector.matchAll(/\.([a-z_][\w-]*)/gi)].every(([, name]) => used.test(name ?? ''))

/** Commas inside :not(a,b) do not part selectors. */
const selectorsOf = (list: string): string[] => list.split(/,(?![^(]*\))/)

/** One rule, its selectors narrowed to those we use, or '' when none is. */
const rule = (list: string, body: string): string => {
  const kept = selectorsOf(list).filter(keeps)
  return kept.length > 0 && body ? `${kept.join(',')}{${body}}` : ''
}

/** Rules and one level of @media or @supports: all that the package's minified css holds. */
export const pruned = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@(font-face|(-webkit-)?keyframes [\w-]+)\s*\{(?:[^{}]*|\{[^{}]*\})*\}/g, '')
    .replace(/@charset[^;]*;/g, '')
    .replace(/(@(?:media|supports)[^{]*)\{((?:[^{}]*\{[^{}]*\})*)\}|([^{}]+)\{([^{}]*)\}/g, (_, at, inner, list, body) => {
      if (!at) return rule(list, body)
      const within = String(inner).replace(/([^{}]+)\{([^{}]*)\}/g, (_whole, l, b) => rule(l, b))
      return within && `${at}{${within}}`
    })

/** The design system's css, narrowed to what we use and coloured by our tokens. Its pictures are named as we serve them. */
export const designSystemCss = (): string =>
  pruned(designSystemFile('css/dkfds.min.css').toString())
    .replace(/#[0-9a-f]{3,8}\b/gi, (colour) => tokens[colour] ?? colour)
    .replaceAll('../img/svg-icons/', '')
