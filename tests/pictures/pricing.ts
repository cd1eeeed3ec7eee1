import type { Studio } from './studio.ts'

/** A calculation anybody can follow, and a report of an increase with what can be done next. */
export async function pricing(guide: Studio): Promise<void> {
  const anyone = await guide.as()
  await anyone.goto('/takster/beregninger')
  await anyone.getByRole('link', { name: 'Eksempelgården (opfundet), Aflastning' }).click()
  await guide.take(anyone, 'takstberegning', {
    from: anyone.getByRole('heading', { level: 1 }),
    to: anyone.getByRole('heading', { level: 2 }).nth(1),
  })
  const secretariat = await guide.as('Sekretariatet')
  await secretariat.goto('/takster/stigninger/sager')
  await secretariat.getByRole('link', { name: 'Eksempelskoven' }).click()
  await guide.take(secretariat, 'takstindberetning', {
    from: secretariat.getByRole('heading', { level: 1 }),
    to: secretariat.getByText('Kilde til prisen'),
  })
}
