import type { Day } from '../../platform/values/day.ts'

/** A member of the agreement, or an organisation it works with. Danish: part. */
export type Party = {
  id: number
  key: string
  slug: string
  name: string
  longName: string
  /** 3 to 5 letters for a narrow column head. */
  short: string
  kind: 'municipality' | 'region' | 'secretariat' | 'external'
  code: number | undefined
  member: boolean
  /** First day; undefined: for as long as the sources reach back. */
  validFrom: Day | undefined
  /** First day after the last. */
  validUntil: Day | undefined
  successorId: number | undefined
  tileCol: number | undefined
  tileRow: number | undefined
}

/** Is the party there on a day? A successor takes its predecessor's place on its own first day. */
export const existsOn = ({ validFrom, validUntil }: Pick<Party, 'validFrom' | 'validUntil'>, day: Day): boolean =>
  (validFrom === undefined || validFrom <= day) && (validUntil === undefined || day < validUntil)

/** A body of the cooperation. Danish: organ. */
export type Body = {
  key: string
  name: string
  kind: string
  aliases: string[]
  parentCurrent: string | undefined
  parentProposed: string | undefined
  note: string | undefined
  status: string | undefined
  sources: string[]
}
