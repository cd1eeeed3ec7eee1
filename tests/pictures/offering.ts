import type { Studio } from './studio.ts'

/** Offers found, compared, and their vacancies. */
export async function offering(guide: Studio): Promise<void> {
  const anyone = await guide.as()
  const title = anyone.getByRole('heading', { level: 1 })
  await anyone.goto('/tilbud?q=udviklingsh%C3%A6mning&form=residential&driver=municipal&ledige=ja')
  await guide.take(anyone, 'find-tilbud', { from: title, to: anyone.locator('.offers-item').nth(2), below: 4 })
  const names = await anyone.locator('.offers-item h3 a').allTextContents()
  for (const name of names.filter((one) => !one.includes('('))) await anyone.getByLabel(new RegExp(`^Sammenlign ${name}`)).check()
  await anyone.getByRole('button', { name: 'Sammenlign de valgte' }).click()
  await anyone.getByRole('heading', { level: 1, name: 'Sammenlign tilbud' }).waitFor()
  await guide.take(anyone, 'sammenlign-tilbud', { from: title, to: anyone.getByRole('table') })

  await anyone.goto('/ledige')
  await guide.take(anyone, 'ledige-pladser', {
    from: title,
    to: anyone.getByRole('table').first().getByRole('row').nth(4),
    below: 0,
  })
  const provider = await guide.as('Leverandør, Marjatta')
  await provider.getByRole('link', { name: 'Marjatta', exact: true }).click()
  await guide.take(provider, 'stadig-korrekt', {
    from: provider.getByRole('heading', { level: 1 }),
    to: provider.getByRole('table').first().getByRole('row').nth(4),
    below: 0,
  })
}
