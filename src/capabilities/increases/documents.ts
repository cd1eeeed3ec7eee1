import type { Block, Document } from '../../platform/document.ts'
import { type Day, dayText } from '../../platform/values/day.ts'
import { ownerships } from '../offers/index.ts'
import { type Case, standText } from './case.ts'
import { halfYearText, outcomeText } from './half-year.ts'
import type { LoadedHalfYear } from './halves.ts'
import { type Letter, type Merged, merged } from './letter.ts'
import { draftReport, nameOf, noBasisText, percentText, priceText, stepText } from './words.ts'

const base = { language: 'da-DK', author: 'Rammeaftalesekretariatet' } as const
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text })
const paragraphs = (text: string): Block[] =>
  text.split(/\n{2,}/).map((part): Block => ({ kind: 'paragraph', text: part.trim() }))

/** `text`: as it is about to be sent; without it, as it was sent, or else the draft. */
type Reported = { today: Day; baseUrl: string; text: string | undefined }

const isDraft = ({ steps }: Case, text: string | undefined): boolean =>
  text === undefined && !steps.some(({ kind }) => kind === 'sent')

/** The report to Socialtilsyn Øst with every step that was taken. */
export const reportDocument = (of: Case, { today, baseUrl, text }: Reported): Document => ({
  ...base,
  title: `Takstindberetning: ${nameOf(of)}`,
  subtitle: `${isDraft(of, text) ? 'Udkast, ikke sendt. ' : ''}Til Socialtilsyn Øst${of.party ? ` fra ${of.party}` : ''}`,
  day: today,
  ...(of.example ? { mark: 'eksempeldata' } : {}),
  blocks: [
    ...paragraphs(text ?? of.steps.findLast(({ kind }) => kind === 'sent')?.text ?? draftReport(of, { baseUrl })),
    heading('Sagens gang'),
    {
      kind: 'table',
      caption: 'Skridt i sagen',
      columns: [{ title: 'Dag' }, { title: 'Hvad', width: 24 }, { title: 'Tekst', width: 36 }],
      rows: [
        [dayText(of.foundOn), 'Fundet', of.source],
        ...of.steps.map((step) => [dayText(step.day), stepText(step), step.kind === 'sent' ? '' : step.text]),
      ],
    },
  ],
})

/** In place of a tariff sheet: nobody has sent one. */
export const noBasisDocument = (of: Case, today: Day): Document => ({
  ...base,
  title: 'Beregningsgrundlag ikke modtaget',
  subtitle: nameOf(of),
  day: today,
  ...(of.example ? { mark: 'eksempeldata' } : {}),
  blocks: paragraphs(noBasisText(of)),
})

/** The list for the steering group. */
export const halfYearDocument = ({ list, asOf, ...told }: LoadedHalfYear): Document => ({
  ...base,
  title: `Takstindberetninger, ${halfYearText(list.halfYear)}`,
  subtitle: `Til styregruppen. ${asOfText({ asOf, ...told })}`,
  day: asOf,
  ...(list.cases.some(({ example }) => example) ? { mark: 'eksempeldata' } : {}),
  blocks: [
    { kind: 'paragraph', text: summaryText(list) },
    ...list.groups.flatMap(({ title, counts }): Block[] =>
      counts.length === 0
        ? []
        : [
            {
              kind: 'table',
              caption: title,
              columns: [{ title }, { title: 'Antal', align: 'right' }],
              rows: counts.map(({ label, count }) => [label, String(count)]),
              rowHeader: true,
            },
          ],
    ),
    heading('Ikke besvaret'),
    list.unanswered.length === 0
      ? { kind: 'paragraph', text: 'Alle, der er spurgt, har svaret.' }
      : { kind: 'list', items: list.unanswered.map((one) => `${nameOf(one)}: ${standText(one, asOf)}`) },
    {
      kind: 'table',
      caption: 'Alle indberetninger, den største stigning først',
      landscape: true,
      rowHeader: true,
      columns: ['Tilbud', 'Driftsherre', 'Ejerform', 'Før', 'Nu', 'Stigning', 'Vurdering'].map((title) => ({ title })),
      rows: list.cases.map((one) => [
        nameOf(one),
        one.operatorName,
        one.ownership ? ownerships[one.ownership] : 'Ikke oplyst',
        priceText(one.from, one.per),
        priceText(one.to, one.per),
        percentText(one.percent, one.limit),
        outcomeText(one),
      ]),
    },
  ],
})

/** Of which day it is, and whether it still changes. */
export const asOfText = ({ asOf, frozen, isOver }: Pick<LoadedHalfYear, 'asOf' | 'frozen' | 'isOver'>): string => {
  if (frozen) return `Som sagerne stod ved udgangen af ${dayText(asOf)}, da halvåret sluttede.`
  return isOver
    ? `Sagerne fra halvåret, som de står ${dayText(asOf)}.`
    : `Som sagerne står ${dayText(asOf)}. Halvåret er ikke slut, så listen ændrer sig endnu.`
}

/** What has been written since the half year was over. */
export const sinceText = ({ steps, cases, newest }: LoadedHalfYear['since']): string =>
  cases === 0
    ? 'Der er ikke skrevet noget i sagerne siden.'
    : `Siden er der skrevet ${steps === 1 ? '1 skridt' : `${steps} skridt`} i ${cases === 1 ? '1 sag' : `${cases} sager`}${newest ? `, senest ${dayText(newest)}` : ''}.`

/** How many, how many before, and how many are still open, in one sentence. */
export function summaryText({ cases, open, before }: LoadedHalfYear['list']): string {
  if (cases.length === 0) return `Der er ikke fundet stigninger over grænsen i halvåret. Halvåret før var der ${before}.`
  return `${cases.length} ${cases.length === 1 ? 'stigning' : 'stigninger'} over grænsen, mod ${before} halvåret før. ${open} af dem er ikke afsluttet.`
}

export const letterDocument = (letter: Letter, values: Merged, today: Day): Document => ({
  ...base,
  title: merged(letter.subject, values),
  subtitle: `Udgave ${letter.version}`,
  day: today,
  blocks: paragraphs(merged(letter.body, values)),
})
