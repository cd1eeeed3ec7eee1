import type { Studio } from './studio.ts'

/** Improvement cycles, all of an initiative's on one line. */
export async function improving(guide: Studio): Promise<void> {
  const anyone = await guide.as()
  await anyone.goto('/plan/forloeb')
  await guide.take(anyone, 'forbedringsforloeb', {
    from: anyone.getByRole('heading', { level: 1 }),
    to: anyone.getByRole('heading', { level: 2 }).nth(1),
    below: -60,
  })
  const faxe = await guide.as('Indberetter, Faxe')
  await faxe.goto('/plan/initiativer/I5/forloeb/nyt')
  await faxe.getByLabel('Kort titel').fill('Indkøb med til visitationen')
  await faxe
    .getByLabel('Hypotese')
    .fill('Hvis en indkøber er med på mødet hver tirsdag, bliver kontrakten skrevet rigtigt første gang.')
  await guide.take(faxe, 'begynd-forloeb', {
    from: faxe.getByRole('heading', { level: 1 }),
    to: faxe.getByRole('button', { name: 'Begynd forløbet' }),
    width: 860,
  })
}
