import type { Studio } from './studio.ts'

/** What anyone sees without signing in, the picture of README among it. */
export async function looking(guide: Studio, readme: Studio): Promise<void> {
  const anyone = await guide.as()
  await anyone.goto('/')
  await guide.take(anyone, 'forside', {
    from: anyone.getByRole('heading', { name: 'Så langt er vi' }),
    to: anyone.getByRole('link', { name: 'Se status for hver part' }),
  })
  await anyone.goto('/log-ind')
  await guide.take(anyone, 'vaelg-demoperson', {
    from: anyone.getByRole('heading', { level: 1 }),
    to: anyone.getByRole('listitem').filter({ hasText: 'Kalundborg' }),
    below: 4,
  })

  await anyone.goto('/plan/status')
  const matrix = anyone.getByRole('table').first()
  await readme.take(anyone, 'billede', { to: matrix.getByRole('row', { name: /^KV1/ }), below: 0 })
  await guide.take(anyone, 'status-for-alle', {
    from: anyone.getByRole('heading', { level: 1 }),
    to: matrix.getByRole('row', { name: /^KT4/ }),
    below: 0,
  })
  await anyone.goto('/plan/kort?omraade=KT1')
  await guide.take(anyone, 'kort', { from: anyone.getByRole('heading', { level: 1 }), to: anyone.getByRole('img').last() })
  await anyone.goto('/plan/status?pr=2025-06-30')
  await guide.take(anyone, 'som-den-saa-ud', {
    from: anyone.getByRole('navigation', { name: 'Brødkrumme' }),
    to: matrix.getByRole('row', { name: /^KT4/ }),
    below: 0,
  })
  await anyone.goto('/api')
  await guide.take(anyone, 'aabne-data', {
    from: anyone.getByRole('heading', { name: 'Fælles’ egen API' }),
    to: anyone.locator('dt').filter({ hasText: 'GET /api/v1/' }).nth(4),
    below: 0,
  })

  const phone = await guide.as(undefined, 375)
  await phone.goto('/')
  await guide.take(phone, 'telefon', { to: phone.getByRole('link', { name: 'Læs planen' }) })
}
