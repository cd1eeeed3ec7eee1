import type { Studio } from './studio.ts'

/** A reminder on its way out, and what the program knows of the person who gets it. */
export async function minding(guide: Studio): Promise<void> {
  const secretariat = await guide.as('Sekretariatet')
  await secretariat.goto('/kontor/paamindelser/send')
  await secretariat.getByRole('button', { name: /mails i udbakken/ }).click()
  await secretariat
    .getByRole('row', { name: /^Indberetter, Faxe/ })
    .getByRole('link', { name: /Se mailen/ })
    .click()
  await guide.take(secretariat, 'paamindelse', {
    from: secretariat.getByRole('heading', { level: 1 }),
    to: secretariat.getByRole('link', { name: /paamindelser\/stop/ }),
    width: 860,
  })

  const faxe = await guide.as('Indberetter, Faxe')
  await faxe.goto('/mig')
  await guide.take(faxe, 'mine-data', {
    from: faxe.getByRole('heading', { level: 1 }),
    to: faxe.getByRole('table', { name: 'Mine roller' }),
  })
  const administrator = await guide.as('Administrator')
  await administrator.goto('/kontor/personer')
  await guide.take(administrator, 'personer', {
    from: administrator.getByRole('heading', { level: 1 }),
    to: administrator.getByRole('row').nth(6),
    below: 0,
  })
}
