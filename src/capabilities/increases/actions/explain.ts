import { z } from 'zod'
import { type Action, type Ask, form } from '../../../platform/action.ts'
import { dayText, instantText } from '../../../platform/values/day.ts'
import { text } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { mustCome } from '../case.ts'
import { LinkPage } from '../pages/link.tsx'
import { addStep, caseWith } from '../store/cases.ts'
import { type Link, linkWithToken, useUp } from '../store/links.ts'

type ByToken = Ask<{ token: string }>

/** Why a link opens nothing; undefined: it works. */
export function shutText(link: Link | undefined, today: string): string | undefined {
  if (!link) return 'Linket er ikke kendt. Måske er det ikke kommet helt med, da det blev kopieret. Tryk på det i selve mailen.'
  if (link.usedAt)
    return `Linket blev brugt ${instantText(link.usedAt)} og kan kun bruges én gang. Det svar står. Skriv til den kommune, der spurgte, hvis det skal rettes.`
  if (today > link.worksUntil) return `Linket virkede til og med ${dayText(link.worksUntil)}. Skriv til den kommune, der spurgte.`
  return undefined
}

/** Opening the address does nothing: mail scanners do it too. */
const load = async ({ db, params }: ByToken) => {
  const link = await linkWithToken(db, params.token)
  return { link, of: link && (await caseWith(db, link.caseId)) }
}
export type LoadedLink = Awaited<ReturnType<typeof load>>

export const explainByLink: Action = form({
  path: '/takster/forklaring/:token',
  may: 'increases.explainByLink',
  load,
  input: z.object({ text: text(4000, 'Skriv, hvorfor taksten stiger.') }),
  view: LinkPage,
  submit: async ({ db, params, today, now }: ByToken, written, { link, of }) => {
    const shut = shutText(link, today)
    if (shut || !link || !of) throw new Refusal(undefined, 'shut link', `${shut ?? 'Sagen findes ikke.'} Dit svar er ikke gemt.`)
    mustCome(of, 'explained')
    await useUp(db, link.id, now)
    await addStep(db, {
      ...written,
      caseId: of.id,
      kind: 'explained',
      day: today,
      actorId: undefined,
      actorName: `Linket til ${of.operatorName || of.offerName}`,
      example: of.example,
      recordedAt: now,
    })
    return {
      subject: `increase:${of.id}`,
      next: `/takster/forklaring/${params.token}`,
      said: 'Tak. Jeres forklaring er gemt.',
      detail: { link: link.id },
    }
  },
})
