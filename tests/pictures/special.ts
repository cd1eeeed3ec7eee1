import type { Studio } from './studio.ts'

/** The list of the most specialised, a task-force case with something overdue, and pupils with small counts hidden. */
export async function special(guide: Studio): Promise<void> {
  const anybody = await guide.as()
  const title = anybody.getByRole('heading', { level: 1 })

  await anybody.goto('/tilbud/saerlige/mest-specialiserede')
  await guide.take(anybody, 'mest-specialiserede', { from: title, to: anybody.getByRole('row').nth(6) })
  await anybody.goto('/tilbud/saerlige/task-force')
  await anybody.getByRole('link', { name: /^Eksempelgården/ }).click()
  await guide.take(anybody, 'task-force', { from: title, to: anybody.getByRole('table').first() })
  await anybody.goto('/tilbud/saerlige/specialundervisning')
  await guide.take(anybody, 'specialundervisning', {
    from: anybody.getByRole('heading', { level: 2 }).first(),
    to: anybody.getByRole('row', { name: /^Lejre/ }),
  })
}
