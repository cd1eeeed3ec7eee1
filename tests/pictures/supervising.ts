import type { Studio } from './studio.ts'

/** What a socialtilsyn has decided about the invented offer. */
export async function supervising(guide: Studio): Promise<void> {
  const anyone = await guide.as()
  await anyone.goto('/tilsyn')
  await anyone.getByRole('link', { name: 'Eksempelgården (opfundet)' }).first().click()
  await guide.take(anyone, 'tilsyn', {
    from: anyone.getByRole('heading', { level: 1 }),
    to: anyone.getByRole('article').nth(1),
  })
}
