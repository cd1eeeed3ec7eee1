import { describe, expect, test } from 'vitest'
import { Browser, withIdentityProvider } from '../../../../tests/setup/sign-in.ts'
import { world } from '../../../../tests/world.ts'
import { removeExpired } from '../store/sessions.ts'

const w = world()
const idp = withIdentityProvider(w)

describe('the session', () => {
  test('is a new one at sign-in: a token from before is worth nothing', async () => {
    const browser = idp.browser()
    await browser.get('/log-ind/start')
    const before = browser.cookie
    await idp.signIn(browser, idp.account('karl', 'FAE-indberetter'))
    expect(before).toBeDefined()
    expect(browser.cookie).not.toBe(before)
    const thief = new Browser(w)
    thief.cookie = before
    expect((await thief.get('/mig')).status).toBe(303)
  })

  test('a token somebody made up is nobody', async () => {
    const browser = idp.browser()
    browser.cookie = 'x'.repeat(43)
    expect((await browser.get('/mig')).location).toBe('/log-ind?videre=%2Fmig')
    browser.cookie = `${encodeURIComponent("' or 1=1 --")}`
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('signing in as another ends the first session', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('lars', 'FAE-indberetter'))
    const first = browser.cookie
    await idp.signIn(browser, idp.account('mia', 'FAE-indberetter'))
    expect((await browser.get('/mig')).text).toContain('Sagsbehandler mia')
    browser.cookie = first
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('a sign-in that fails leaves who was signed in signed in', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('nora', 'FAE-indberetter'))
    const back = await idp.declined(browser)
    await browser.get(back)
    expect((await browser.get('/mig')).text).toContain('Sagsbehandler nora')
  })

  test('lasts eight hours, and not longer', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('ole', 'FAE-indberetter'))
    w.now = new Date(w.now.getTime() + 8 * 3_600_000 - 1)
    expect((await browser.get('/mig')).status).toBe(200)
    w.now = new Date(w.now.getTime() + 1)
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('ends for good when signing out, and the provider is one press away', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('per', 'FAE-indberetter'))
    const token = browser.cookie
    const out = await browser.post('/log-ud', {})
    expect([out.status, out.location, browser.cookie]).toEqual([303, '/log-ud', undefined])
    expect((await browser.get('/log-ud')).text).toContain('/log-ud/arbejdslogin')
    expect((await browser.get('/log-ud/arbejdslogin')).location).toContain(`${idp.provider().issuer}/session/end`)
    browser.cookie = token
    expect((await browser.get('/mig')).status).toBe(303)
  })

  test('those that are over are cleaned away', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('rie', 'FAE-indberetter'))
    await new Browser(w).get('/log-ind/start')
    await removeExpired(w.sql, new Date(w.now.getTime() + 3_600_000))
    expect(await w.sql`select 1 from session where person_id is null`).toHaveLength(0)
    expect((await browser.get('/mig')).status).toBe(200)
  })

  test('what was written when it ended is given back, to be sent after signing in again', async () => {
    const browser = idp.browser()
    await idp.signIn(browser, idp.account('siri', 'FAE-indberetter'))
    w.now = new Date(w.now.getTime() + 9 * 3_600_000)
    const form = { navn: 'Ledelses <b>information</b>', dage: '90', _key: crypto.randomUUID() }
    const lost = await browser.post('/mig/noegler/ny', form)
    expect(lost.status).toBe(403)
    expect(lost.text).toContain('blev ikke gemt')
    expect(lost.text).toContain('value="Ledelses &lt;b&gt;information&lt;/b&gt;"')
    expect(await w.sql`select 1 from api_token`).toHaveLength(0)
    await idp.signIn(browser, 'siri')
    expect((await browser.post('/mig/noegler/ny', form)).status).toBe(200)
    expect(await w.sql`select 1 from api_token`).toHaveLength(1)
  })

  test('a button pressed when it has ended leads to sign-in', async () => {
    const browser = idp.browser()
    expect((await browser.post('/mig/log-ud-andre', { _key: crypto.randomUUID() })).location).toContain('/log-ind?videre=')
  })
})
