import { numberText } from '../../platform/values/danish.ts'
import { type Day, dayShort } from '../../platform/values/day.ts'

type Vacant = { freePlaces: number | undefined; freeFrom: Day | undefined; confirmedOn: Day | undefined }

/** '2 ledige pladser fra 1. apr. 2026'; not told is not none. */
export function vacantText({ freePlaces, freeFrom }: Vacant, today: Day): string {
  if (freePlaces === undefined) return 'Ledige pladser er ikke oplyst'
  if (freePlaces === 0) return 'Ingen ledige pladser'
  const from = freeFrom !== undefined && freeFrom > today ? ` fra ${dayShort(freeFrom)}` : ''
  return `${numberText(freePlaces)} ${freePlaces === 1 ? 'ledig plads' : 'ledige pladser'}${from}`
}

/** 'bekræftet 1. mar. 2026' */
export const confirmedText = ({ confirmedOn }: Vacant): string | undefined =>
  confirmedOn === undefined ? undefined : `bekræftet ${dayShort(confirmedOn)}`
