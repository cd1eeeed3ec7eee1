import { dayText } from '../../platform/values/day.ts'
import { type Exact, exact, rounded, times } from '../../platform/values/exact.ts'
import { kronerText } from '../../platform/values/kroner.ts'
import { ownerships, priceUnits } from '../offers/index.ts'
import { assessment, type Case, outcomes, type StepKind, stepKinds, usualNext } from './case.ts'
import type { RisenRow } from './found.ts'
import { baselines } from './increase.ts'

/** '7,3 procent', to one decimal; more where one would hide on which side of the limit it is. */
export function percentText(value: Exact, limit?: Exact): string {
  for (const places of [1, 2, 4, 8]) {
    const size = 10n ** BigInt(places)
    const shown = rounded(times(value, exact(size)))
    const hides =
      limit !== undefined &&
      exact(shown, size).n * limit.d === limit.n * exact(shown, size).d &&
      value.n * limit.d !== limit.n * value.d
    if (!hides || places === 8)
      return `${(Number(shown) / Number(size)).toLocaleString('da-DK', { minimumFractionDigits: places === 1 ? 1 : places, maximumFractionDigits: places })}\u00a0procent`
  }
  return ''
}

/** Øre per unit as kroner, rounded to whole øre as prices are published. */
export const priceText = (ore: Exact, per: Case['per']): string => `${kronerText(Number(rounded(ore)))} pr. ${priceUnits[per]}`

export const nameOf = ({ offerName, what }: Pick<Case, 'offerName' | 'what'>): string =>
  what === '' ? offerName : `${offerName}: ${what}`

/** What of the offer: unit, service and level. */
export const partText = ({
  unitName,
  service,
  level,
  offerName,
}: Pick<RisenRow, 'unitName' | 'service' | 'level' | 'offerName'>) =>
  [unitName, service, level].filter((part) => part !== '' && part !== offerName).join(', ')

const ownershipText = ({ ownership }: Pick<Case, 'ownership'>): string =>
  ownership ? ownerships[ownership].toLowerCase() : 'ikke oplyst ejerform'

/** What the case is about in one sentence. */
export const riseText = (one: Case): string =>
  `${nameOf(one)} stiger fra ${priceText(one.from, one.per)} til ${priceText(one.to, one.per)} fra ${dayText(one.effectiveOn)}. Det er ${percentText(one.percent, one.limit)}, målt mod ${baselines[one.baseline]}; grænsen er ${percentText(one.limit)} (${ownershipText(one)}).`

type At = { baseUrl: string }

/** Asks the operator why. */
export const askLetter = (one: Case, { url, deadline }: { url: string; deadline: string }) => ({
  subject: `Hvorfor stiger taksten? ${one.offerName}`,
  body: [
    'Hej',
    riseText(one),
    `Stigninger over grænsen skal indberettes til Socialtilsyn Øst. Før det sker, vil vi gerne have jeres forklaring senest ${dayText(deadline)}. Skriv den her:\n${url}`,
    'I skal ikke logge ind. Linket kan bruges én gang. Skriv om priser og drift, aldrig om enkelte borgere.',
    'Fælles\nRammeaftale Sjælland',
  ].join('\n\n'),
})

/** The drafted report to Socialtilsyn Øst; the municipality reads and mends it before it is sent. */
export function draftReport(one: Case, { baseUrl }: At): string {
  const explained = one.steps.findLast(({ kind }) => kind === 'explained')
  const assessed = assessment(one)
  return [
    `Indberetning af takststigning hos ${one.operatorName || one.offerName}`,
    riseText(one),
    `Grænsen har som kilde: ${one.limitSource}${one.limitConfirmed ? '' : ' (ikke bekræftet)'}.`,
    explained
      ? `Driftsherrens forklaring ${dayText(explained.day)}: ${explained.text}`
      : 'Driftsherren har ikke forklaret stigningen.',
    assessed?.outcome ? `${one.party ?? 'Sekretariatet'} vurderer: ${outcomes[assessed.outcome]}. ${assessed.text}` : '',
    one.versionId === undefined
      ? `Prisen er mødt uden for registret: ${one.source}`
      : `Taksten og dens beregning: ${baseUrl}/takster/${one.versionId}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

export const NO_MAILBOX =
  'Der er ikke skrevet, hvilken postkasse Socialtilsyn Øst tager imod indberetninger i. Det gør sekretariatet eller Socialtilsyn Øst under Indberetninger.'

/** Why there is no tariff sheet, and who can give it. */
export const noBasisText = (one: Case): string =>
  [
    riseText(one),
    one.versionId === undefined
      ? `Prisen er mødt uden for registret, så Fælles har ingen beregning af den. Kilde: ${one.source}.`
      : `Taksten er kendt ved prisen alene. ${one.operatorName || 'Driftsherren'} har ikke sendt et beregningsgrundlag til Fælles. Kilde til prisen: ${one.source}.`,
    'Socialtilsyn Øst kan bede driftsherren om beregningen.',
  ].join('\n\n')

/** Who does what now, for those who cannot do it themselves too; '' once it is closed. */
export function nextText(one: Case): string {
  const assesses = one.party ?? 'Sekretariatet'
  const texts: Partial<Record<StepKind, string>> = {
    asked: `${assesses} spørger driftsherren, eller vurderer stigningen.`,
    explained: `Driftsherren forklarer stigningen. ${assesses} kan vurdere den imens.`,
    assessed: `${assesses} vurderer stigningen.`,
    sent: `${assesses} sender indberetningen til Socialtilsyn Øst.`,
    received: 'Socialtilsyn Øst kvitterer for modtagelsen og skriver en tilbagemelding.',
    feedback: 'Socialtilsyn Øst skriver en tilbagemelding.',
    discussed: 'Sekretariatet tager sagen op på et møde i styregruppen.',
    closed: 'Sekretariatet afslutter sagen.',
  }
  const next = usualNext(one)
  return next === undefined ? '' : (texts[next] ?? '')
}

/** 'Vurderet: Stigningen er forklaret'. */
export const stepText = ({ kind, outcome, body }: Case['steps'][number]): string =>
  outcome ? `${stepKinds[kind]}: ${outcomes[outcome]}` : body ? `${stepKinds[kind]}: ${body}` : stepKinds[kind]
