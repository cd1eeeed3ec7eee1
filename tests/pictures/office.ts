import type { Studio } from './studio.ts'

/** The secretariat: a fact corrected, the status frozen, the report of today. */
export async function office(guide: Studio): Promise<void> {
  const secretariat = await guide.as('Sekretariatet')
  const title = secretariat.getByRole('heading', { level: 1 })

  await secretariat.goto('/plan/ret/I5/felt/summary')
  await guide.take(secretariat, 'ret-en-oplysning', {
    from: title,
    to: secretariat.getByRole('button', { name: 'Gem' }),
    width: 860,
  })
  await secretariat.goto('/plan/rapporter/frys')
  await secretariat.getByLabel('Navn').fill('2. halvår 2026')
  await secretariat.getByRole('button', { name: 'Frys billedet' }).click()
  await secretariat.goto('/plan/rapporter/nu')
  await guide.take(secretariat, 'statusrapport', {
    from: title,
    to: secretariat.getByRole('table').first(),
  })
}
