import type { Page } from 'playwright-core'
import type { Studio } from './studio.ts'

/** A municipality reports, two people do so at once, and somebody approves. */
export async function reporting(guide: Studio): Promise<void> {
  const anne = await guide.as('Indberetter, Faxe')
  const bo = await guide.as('Indberetter, Faxe')
  for (const page of [anne, bo]) await page.goto('/plan/parter/faxe/KV4/meld')
  await anne.getByRole('radio', { name: 'I gang' }).check()
  await anne.getByLabel('Note, som alle kan læse').fill('Vi prøver den fælles sagsproces i ét team fra januar.')
  await anne.getByLabel('Intern note').fill('Afventer svar fra it om adgang.')
  await guide.take(anne, 'meld-status', {
    from: anne.getByRole('heading', { level: 1 }),
    to: anne.getByRole('button', { name: 'Gem status' }),
    width: 860,
  })
  await anne.getByRole('button', { name: 'Gem status' }).click()

  await bo.getByRole('radio', { name: 'Planlagt' }).check()
  await bo.getByRole('button', { name: 'Gem status' }).click()
  await guide.take(bo, 'to-paa-en-gang', {
    from: bo.getByRole('heading', { level: 1 }),
    to: bo.getByRole('radio', { name: 'I gang' }),
    width: 860,
  })

  const approver = await guide.as('Godkender, Faxe')
  await approver.goto('/plan/parter/faxe')
  await guide.take(approver, 'godkend', {
    from: approver.getByRole('heading', { level: 1 }),
    to: approver.getByRole('button', { name: 'Godkend for KT1' }),
  })

  await report(anne, 'KT1', 'I daglig brug', 'Alle nye kontrakter er KL’s.')
  await report(anne, 'BO2', 'Planlagt', 'Vi mødes med to nabokommuner i februar.')
  await anne.goto('/plan/rapporter/sammenlign')
  await guide.take(anne, 'sammenlign', {
    from: anne.getByRole('heading', { level: 1 }),
    to: anne.getByRole('table').first(),
  })
}

async function report(page: Page, area: string, state: string, note: string): Promise<void> {
  await page.goto(`/plan/parter/faxe/${area}/meld`)
  await page.getByRole('radio', { name: state }).check()
  await page.getByLabel('Note, som alle kan læse').fill(note)
  await page.getByRole('button', { name: 'Gem status' }).click()
}
