import { Refusal } from '../../platform/values/refusal.ts'

/** Numbers of organisations, as people write them: blanks and hyphens go. */
export const digits = (written: string): string => written.replace(/[\s.-]/g, '')

const weighted = (number: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0)

/** Eight digits, and modulus 11 with weights 2,7,6,5,4,3,2,1, as the Danish business register makes them. */
export const isCvr = (number: string): boolean =>
  /^[1-9]\d{7}$/.test(number) && weighted(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0

/** Thirteen digits of which the last is the check digit of EAN-13. */
export const isEan = (number: string): boolean =>
  /^\d{13}$/.test(number) && weighted(number, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0

/** Ten digits; a P-number has no check digit. */
export const isPNumber = (number: string): boolean => /^[1-9]\d{9}$/.test(number)

type Written = { cvr?: string | undefined; pNumber?: string | undefined; ean?: string | undefined }

/** @throws Refusal at the field that holds no such number */
export function mustBeNumbers({ cvr, pNumber, ean }: Written): void {
  if (cvr !== undefined && !isCvr(cvr))
    throw new Refusal(
      'cvr',
      'no cvr',
      'Et CVR-nummer er otte cifre, og de passer ikke sammen. Se efter, om et ciffer er forkert.',
    )
  if (pNumber !== undefined && !isPNumber(pNumber))
    throw new Refusal('pNumber', 'no p-number', 'Et P-nummer er ti cifre. Se efter, om der mangler et.')
  if (ean !== undefined && !isEan(ean))
    throw new Refusal(
      'ean',
      'no ean',
      'Et EAN-nummer er tretten cifre, og de passer ikke sammen. Se efter, om et ciffer er forkert.',
    )
}
