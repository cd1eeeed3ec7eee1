import { type Action, page, raw } from '../../../platform/action.ts'
import { render, tell, told } from '../../../platform/answers.tsx'
import { allBodies, membersOn } from '../../parties/index.ts'
import { allSources, bookOf, planOn } from '../../plan/index.ts'
import { parameterOn } from '../../rules/index.ts'
import { guidePage, guidePages, guidePicture } from '../guide.ts'
import { AboutPage } from '../pages/about.tsx'
import { AccessibilityPage, CookiesPage, NoStatementPage, PrivacyPage } from '../pages/duties.tsx'
import { GuideIndexPage, GuidePage } from '../pages/guide.tsx'

const nothing = async () => ({})

/** What it is, how it is used, and what the law wants told. */
export const about: Action[] = [
  page({
    path: '/om',
    may: 'site.read',
    open: true,
    load: async ({ db, today }) => {
      const [plan, members, bodies, sources] = await Promise.all([
        planOn(db, today),
        membersOn(db, today),
        allBodies(db),
        allSources(db),
      ])
      return { plan, members, bodies, book: bookOf(sources) }
    },
    view: AboutPage,
  }),

  page({ path: '/om/vejledning', may: 'site.read', open: true, load: guidePages, view: GuideIndexPage }),
  page({
    path: '/om/vejledning/:side',
    may: 'site.read',
    open: true,
    load: async ({ params }) => {
      const pages = await guidePages()
      const found = await guidePage(params.side)
      return found && { page: found, pages }
    },
    view: GuidePage,
  }),
  raw({
    path: '/om/vejledning/billeder/:name',
    may: 'site.read',
    handle: async (ask, c, house) => {
      const picture = await guidePicture(ask.params.name)
      if (!picture) return tell(c, house, ask, told.absent)
      const headers = { etag: picture.etag, 'cache-control': 'public, max-age=3600' }
      if (c.req.header('if-none-match') === picture.etag) return c.body(null, 304, headers)
      return c.body(picture.body, 200, { ...headers, 'content-type': 'image/png' })
    },
  }),

  page({ path: '/tilgaengelighed', may: 'site.read', open: true, load: nothing, view: AccessibilityPage }),
  page({
    path: '/cookies',
    may: 'site.read',
    open: true,
    load: async ({ db, today }) => ({ hours: await parameterOn(db, 'session.hours', today) }),
    view: CookiesPage,
  }),
  page({
    path: '/privatliv',
    may: 'site.read',
    open: true,
    load: async ({ db, today }) => ({
      hours: await parameterOn(db, 'session.hours', today),
      mailDays: await parameterOn(db, 'mail.keepDays', today),
    }),
    view: PrivacyPage,
  }),

  raw({
    path: '/was',
    may: 'site.read',
    handle: async (ask, c, house) => {
      if (ask.site.wasUrl) return c.redirect(ask.site.wasUrl, 302)
      return c.html(render(house, ask, NoStatementPage()), 404, { 'cache-control': 'no-store' })
    },
  }),
]
