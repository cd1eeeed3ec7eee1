import { Refusal } from '../../platform/values/refusal.ts'
import type { PlaceLine } from './offer.ts'
import { overlap, type Period, periodText } from './period.ts'

/** @throws Refusal at `inUse` when more places are used than are approved */
export function mustFit({ approved, inUse }: { approved: number | undefined; inUse: number | undefined }): void {
  if (approved === undefined || inUse === undefined || inUse <= approved) return
  throw new Refusal(
    'inUse',
    'more than approved',
    `Der kan ikke være ${inUse} pladser i brug, når ${approved} er godkendt. Ret et af tallene. Der er ikke gemt noget.`,
  )
}

/** @throws Refusal at `ageTo` when the highest age is below the lowest */
export function mustAscend(
  { ageFrom, ageTo }: { ageFrom: number | undefined; ageTo: number | undefined },
  field = 'ageTo',
): void {
  if (ageFrom === undefined || ageTo === undefined || ageFrom <= ageTo) return
  throw new Refusal(field, 'ages backwards', `Den højeste alder kan ikke være under ${ageFrom} år.`)
}

type Like = Pick<PlaceLine, 'id' | 'label' | 'kind' | 'bases'> & Period

const isAlike = (a: Omit<Like, 'id'>, b: Omit<Like, 'id'>): boolean =>
  a.label === b.label && a.kind === b.kind && [...a.bases].sort().join() === [...b.bases].sort().join()

/**
 * Two lines of a unit with the same kind, legal bases and name may not hold on the same day: it would be the same places twice.
 * @throws Refusal at `label`
 */
export function mustBeOwn(line: Omit<Like, 'id'>, others: readonly Like[]): void {
  const same = others.find((other) => isAlike(line, other) && overlap(line, other))
  if (!same) return
  throw new Refusal(
    'label',
    'same places',
    `Afdelingen har allerede en linje med samme form og retsgrundlag (${periodText(same)}). Ret den, slut den først, eller giv den nye en betegnelse.`,
  )
}

/** Counts have no version of their own: the newest of them stands for the line's figures. */
export const newestCount = (counts: readonly { id: number }[]): number => Math.max(0, ...counts.map(({ id }) => id))
