import { Card, CardGrid, Empty } from '../../../platform/ui/index.ts'
import { Markdown } from '../../../platform/ui/markdown.tsx'
import type { Page } from '../../../platform/ui/page.ts'
import type { GuideText } from '../guide.ts'

const title = 'Vejledning'
const address = '/om/vejledning'
const crumbs = [{ text: 'Om Fælles', href: '/om' }]

export const GuideIndexPage = (pages: GuideText[]): Page => ({
  title,
  lead: 'Sådan bruger du Fælles, opgave for opgave.',
  crumbs: [...crumbs, { text: title }],
  body:
    pages.length > 0 ? (
      <CardGrid>
        {pages.map(({ slug, title, lead }) => (
          <Card title={title} href={`${address}/${slug}`} level={2}>
            <p>{lead}</p>
          </Card>
        ))}
      </CardGrid>
    ) : (
      <Empty title="Vejledningen følger ikke med denne udgave" action={{ text: 'Om Fælles', href: '/om' }} />
    ),
})

const GuideList = ({ pages, current }: { pages: GuideText[]; current: string }) => (
  <ul>
    {pages.map(({ slug, title }) => (
      <li>{slug === current ? <strong>{title}</strong> : <a href={`${address}/${slug}`}>{title}</a>}</li>
    ))}
  </ul>
)

/** In the files pages and pictures name each other as they lie; here each has its address. */
const addressOf = (href: string): string => {
  const [, slug, hash = ''] = href.match(/^([\w-]+)\.md(#.*)?$/) ?? []
  if (slug) return `${address}/${slug}${hash}`
  return /^billeder\/[\w.-]+$/.test(href) ? `${address}/${href}` : href
}

export const GuidePage = ({ page, pages }: { page: GuideText; pages: GuideText[] }): Page => ({
  title: page.title,
  lead: page.lead,
  crumbs: [...crumbs, { text: title, href: address }, { text: page.title }],
  body: (
    <>
      <Markdown text={page.markdown} addressOf={addressOf} />
      <h2>Hele vejledningen</h2>
      <GuideList pages={pages} current={page.slug} />
    </>
  ),
})
