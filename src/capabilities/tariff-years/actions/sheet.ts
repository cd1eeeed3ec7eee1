import { z } from 'zod'
import { type Action, type Ask, form, page } from '../../../platform/action.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { daysBetween, dayText } from '../../../platform/values/day.ts'
import { optionalText, text } from '../../../platform/values/fields.ts'
import { Refusal } from '../../../platform/values/refusal.ts'
import { SheetPage } from '../pages/sheet.tsx'
import { ApprovePage, AskPage, HandInPage, PublishPage } from '../pages/sheet-steps.tsx'
import { publishSheet } from '../publishing.ts'
import { mustFollow, type Step } from '../round.ts'
import { strayLines } from '../store/lines.ts'
import { addStep } from '../store/rounds.ts'
import { byOf, type SheetLooked, sheetAt, sheetHref, sheetParty } from './at.ts'

const seen = { seen: text(20, 'Hent siden igen, og tryk så.'), revision: text(20, 'Hent siden igen, og tryk så.') }
type Seen = { seen: string; revision: string }

/** @throws Refusal when the sheet is not as the person saw it, or the step does not follow */
function mustBeNext(step: Step, { standing }: SheetLooked, { seen, revision }: Seen): number {
  if (standing.sheetId === undefined)
    throw new Refusal(undefined, 'empty', 'Der er ingen takster i skemaet endnu. Intet er gemt.')
  mustFollow(step, { state: standing.state, lastStepId: standing.lastStepId, by: standing.lastActor }, seen)
  if (String(standing.revision) !== revision)
    throw new Refusal(
      undefined,
      'changed meanwhile',
      'En anden har lige ændret taksterne i skemaet. Intet er gemt. Se skemaet igen, før du går videre.',
    )
  if (standing.sheetId === undefined)
    throw new Refusal(undefined, 'empty', 'Der er ingen takster i skemaet endnu. Intet er gemt.')
  return standing.sheetId
}

/** Lines without a price that cannot be calculated either have nothing to publish. */
function mustHavePrices({ standing, review: { unpriced, firstUnpriced } }: SheetLooked): void {
  if (standing.lines === 0)
    throw new Refusal(undefined, 'empty', 'Der er ingen takster i skemaet. Skriv dem, eller send et regneark, før det indsendes.')
  if (!firstUnpriced) return
  const { offerName, unitName, refused } = firstUnpriced
  const why = refused ?? 'Taksten mangler, og der er ikke oplyst nok til at beregne den.'
  throw new Refusal(
    undefined,
    'no price',
    `${unpriced === 1 ? '1 takst har' : `${numberText(unpriced)} takster har`} ingen pris. Den første er ${offerName}, ${unitName}. ${why} Skemaet er ikke indsendt.`,
  )
}

/** An occupancy outside the bounds is approved by whoever approves the sheet, so that it has to be explained first. */
function mustBeExplained({ review: { unexplained, firstUnexplained } }: SheetLooked): void {
  if (firstUnexplained === undefined) return
  throw new Refusal(
    undefined,
    'not explained',
    `Belægningen i ${firstUnexplained} er uden for grænserne${unexplained > 1 ? `, og det samme er ${numberText(unexplained - 1)} til` : ''}. Skriv en forklaring på taksten, så sekretariatet kan godkende den. Skemaet er ikke indsendt.`,
  )
}

/** One tariff holds at a time, and what it was called before is one that was there. */
function mustFitTogether({ review: { firstOverlap, firstLost } }: SheetLooked): void {
  if (firstOverlap !== undefined) throw new Refusal(undefined, 'overlap', `${firstOverlap} Skemaet er ikke indsendt.`)
  if (firstLost !== undefined) throw new Refusal(undefined, 'no such tariff', `${firstLost} Skemaet er ikke indsendt.`)
}

/** What has been closed or taken over by another since the lines were written is not the operator's to price. */
async function mustStillRun({ db }: Pick<Ask, 'db'>, { standing }: SheetLooked, what: string): Promise<void> {
  const [stray] = await strayLines(db, standing.sheetId ?? 0, standing.operatorId)
  if (!stray) return
  const why = stray.status === 'closed' ? 'er lukket' : `drives ikke længere af ${standing.operatorName}`
  throw new Refusal(
    undefined,
    'not run',
    `»${stray.offerName}« ${why} i registeret. Fjern takster derfra, eller ret registeret. ${what}`,
  )
}

const step = (
  path: '/takster/skema/:year/:id/spoerg' | '/takster/skema/:year/:id/godkend',
  { to, view, said }: { to: 'asked' | 'approved'; view: typeof AskPage; said: string },
): Action =>
  form({
    path,
    may: 'tariffs.publish',
    at: sheetParty,
    load: sheetAt,
    input: z.object({ ...seen, note: to === 'asked' ? text(1000, 'Skriv spørgsmålet.') : optionalText(1000) }),
    view,
    submit: async (ask, { note, ...saw }, looked) => {
      const sheetId = mustBeNext(to, looked, saw)
      await addStep(ask.db, sheetId, { step: to, note, lines: looked.standing.lines }, byOf(ask, looked.standing.partyId))
      return { subject: `tariff-sheet:${sheetId}`, next: sheetHref(looked.standing), said, detail: { note } }
    },
  })

const lateText = ({ standing }: SheetLooked, today: string): string => {
  if (standing.deadline === undefined || today <= standing.deadline) return ''
  const days = daysBetween(standing.deadline, today)
  return ` Fristen var ${dayText(standing.deadline)}, så det er ${days === 1 ? '1 dag' : `${days} dage`} for sent. Alt er gemt.`
}

export const sheetDeeds: Action[] = [
  page({ path: '/takster/skema/:year/:id', may: 'tariffSheets.write', at: sheetParty, load: sheetAt, view: SheetPage }),

  form({
    path: '/takster/skema/:year/:id/indsend',
    may: 'tariffSheets.handIn',
    at: sheetParty,
    load: sheetAt,
    input: z.object({ ...seen, note: optionalText(1000) }),
    view: HandInPage,
    submit: async (ask, { note, ...saw }, looked) => {
      const sheetId = mustBeNext('handed_in', looked, saw)
      mustHavePrices(looked)
      mustBeExplained(looked)
      mustFitTogether(looked)
      await mustStillRun(ask, looked, 'Skemaet er ikke indsendt, og alle linjer er der stadig.')
      await addStep(
        ask.db,
        sheetId,
        { step: 'handed_in', note, lines: looked.standing.lines },
        byOf(ask, looked.standing.partyId),
      )
      return {
        subject: `tariff-sheet:${sheetId}`,
        next: sheetHref(looked.standing),
        said: `Skemaet er indsendt til sekretariatet.${lateText(looked, ask.today)}`,
        detail: { lines: looked.standing.lines, warnings: looked.review.total },
      }
    },
  }),

  step('/takster/skema/:year/:id/spoerg', {
    to: 'asked',
    view: AskPage,
    said: 'Spørgsmålet er stillet, og skemaet er åbnet for driftsherren.',
  }),
  step('/takster/skema/:year/:id/godkend', { to: 'approved', view: ApprovePage, said: 'Skemaet er godkendt.' }),

  form({
    path: '/takster/skema/:year/:id/offentliggoer',
    may: 'tariffs.publish',
    at: sheetParty,
    load: sheetAt,
    input: z.object(seen),
    view: PublishPage,
    submit: async (ask, saw, looked) => {
      const sheetId = mustBeNext('published', looked, saw)
      mustHavePrices(looked)
      await mustStillRun(ask, looked, 'Intet er offentliggjort. Stil driftsherren et spørgsmål, så skemaet åbnes.')
      const published = await publishSheet(ask as Ask, looked)
      await addStep(ask.db, sheetId, { step: 'published', lines: published }, byOf(ask, looked.standing.partyId))
      return {
        subject: `tariff-sheet:${sheetId}`,
        next: `/takster?aar=${looked.standing.year}&driftsherre=${looked.standing.operatorId}`,
        said: `${published === 1 ? '1 takst er' : `${numberText(published)} takster er`} offentliggjort.`,
        detail: { published },
      }
    },
  }),
]
