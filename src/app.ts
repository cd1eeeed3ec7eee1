import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { actions as accounts } from './capabilities/accounts/actions.ts'
import { actions as boernehus } from './capabilities/boernehus/actions.ts'
import { actions as cycles } from './capabilities/cycles/actions.ts'
import { actions as exchange } from './capabilities/exchange/actions.ts'
import { actions as hsds } from './capabilities/hsds/actions.ts'
import { standard as hsdsStandard } from './capabilities/hsds/index.ts'
import { actions as increases } from './capabilities/increases/actions.ts'
import { actions as intake } from './capabilities/intake/actions.ts'
import { actions as mail } from './capabilities/mail/actions.ts'
import { actions as national } from './capabilities/national/actions.ts'
import { actions as offers } from './capabilities/offers/actions.ts'
import { actions as office } from './capabilities/office/actions.ts'
import { actions as people } from './capabilities/people/actions.ts'
import { actions as programme } from './capabilities/programme/actions.ts'
import { actions as progress } from './capabilities/progress/actions.ts'
import { actions as register } from './capabilities/register/actions.ts'
import { actions as reminders } from './capabilities/reminders/actions.ts'
import { actions as rules } from './capabilities/rules/actions.ts'
import { actions as schooling } from './capabilities/schooling/actions.ts'
import { actions as search } from './capabilities/search/actions.ts'
import { actions as site } from './capabilities/site/actions.ts'
import { actions as snapshots } from './capabilities/snapshots/actions.ts'
import { actions as specialised } from './capabilities/specialised/actions.ts'
import { actions as supervision } from './capabilities/supervision/actions.ts'
import { actions as tariffYears } from './capabilities/tariff-years/actions.ts'
import { actions as tariffs } from './capabilities/tariffs/actions.ts'
import { actions as terms } from './capabilities/terms/actions.ts'
import { actions as trial } from './capabilities/trial/actions.ts'
import { actions as vacancies } from './capabilities/vacancies/actions.ts'
import type { Action, Env } from './platform/action.ts'
import { isApi } from './platform/answers.tsx'
import { assets } from './platform/assets.ts'
import type { House } from './platform/house.ts'
import { keepWhole } from './platform/kept.ts'
import { requestLog } from './platform/log.ts'
import { openApi } from './platform/openapi.tsx'
import { mount } from './platform/serve.ts'

/** Every room, in the order their addresses are matched. */
export const rooms: Action[] = [
  ...site,
  ...programme,
  ...progress,
  ...cycles,
  ...snapshots,
  ...exchange,
  ...search,
  ...reminders,
  ...people,
  ...mail,
  ...rules,
  ...office,
  ...vacancies,
  ...specialised,
  ...national,
  ...schooling,
  ...boernehus,
  ...supervision,
  ...intake,
  ...terms,
  ...offers,
  ...register,
  ...increases,
  ...accounts,
  ...tariffs,
  ...tariffYears,
  ...hsds,
  ...trial,
]

/** The middleware stack in reading order, then the rooms. */
export function createApp(house: House): Hono<Env> {
  const app = new Hono<Env>()
  const fromOwnPages = csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === house.site.baseUrl })
  app.use(requestId())
  app.use(requestLog())
  app.use(keepWhole(house))
  app.use(secureHeaders(headers(house.secureCookie)))
  app.get('/statisk/*', assets())
  app.use((c, next) => (isApi(c) ? next() : fromOwnPages(c, next)))
  mount(app, house, [...rooms, ...openApi(rooms, [hsdsStandard])])
  return app
}

const headers = (tls: boolean) => ({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  referrerPolicy: 'strict-origin-when-cross-origin',
  xFrameOptions: 'DENY',
  strictTransportSecurity: tls ? 'max-age=31536000' : false,
  crossOriginEmbedderPolicy: false,
})
