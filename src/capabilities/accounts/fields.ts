import type { Field } from '../../platform/mapping.ts'
import { placeFields } from '../tariff-years/index.ts'
import { asked, guidance as askedGuidance } from './figures.ts'

/** What a column of a workbook of accounts can be: the labels are those of our own template, so that these need no choosing. */

const RESULT = 'Årets resultat'
const LIMIT = 'Hvad grænsen regnes af'
const USE = 'Brug af pladserne'
const WORDS = 'Kilde og ord'

const money = (group: string, key: 'revenue' | 'costs' | 'regulation' | 'basis' | 'budget', ...titles: string[]): Field => ({
  ...{ group, key, titles, label: asked[key], kind: 'money' },
})

export const fields: readonly Field[] = [
  ...placeFields,
  {
    group: 'Hvor taksten gælder',
    key: 'label',
    label: 'Takst, når regnskabet er for én',
    kind: 'text',
    titles: ['Takst', 'Takstens navn', 'Ydelse', 'Takstnavn'],
  },
  { group: 'Hvor taksten gælder', key: 'year', label: 'År', kind: 'number', titles: ['Regnskabsår', 'Regnskab år'] },
  money(RESULT, 'revenue', 'Indtægt', 'Indtægter', 'Provenu', 'Takstindtægt', 'Takstindtægter', 'Indtægter i alt'),
  money(RESULT, 'costs', 'Omkostninger', 'Udgifter', 'Forbrug', 'Udgifter i alt', 'Omkostninger i alt', 'Regnskab', 'Realiseret'),
  money(RESULT, 'regulation', 'Heraf regulering', 'Regulering', 'Regulering i indtægten', 'Efterregulering'),
  money(LIMIT, 'basis', 'Takstgrundlag', 'Takstberegningsgrundlag', 'Beregningsgrundlag'),
  money(LIMIT, 'budget', 'Budget', 'Budgetterede omkostninger', 'Budget i alt', 'Korrigeret budget', 'Vedtaget budget'),
  {
    group: USE,
    key: 'occupancy',
    label: asked.occupancy,
    kind: 'number',
    titles: ['Faktisk belægning', 'Belægning', 'Belægningsprocent', 'Belægning i pct', 'Realiseret belægning'],
  },
  {
    group: USE,
    key: 'days',
    label: asked.days,
    kind: 'number',
    titles: ['Faktiske dage', 'Solgte dage', 'Leverede døgn', 'Døgn', 'Antal døgn', 'Brugte dage', 'Dage'],
  },
  { group: WORDS, key: 'source', label: 'Kilde', kind: 'text', titles: ['Dokument', 'Hvor står det'] },
  { group: WORDS, key: 'sourceDay', label: 'Kildens dato', kind: 'day', titles: ['Dato', 'Regnskabsdato', 'Kildens dag'] },
  { group: WORDS, key: 'note', label: 'Bemærkning', kind: 'text', titles: ['Bemærkninger', 'Note', 'Kommentar'] },
  { group: WORDS, key: 'reason', label: 'Hvorfor det rettes', kind: 'text', titles: ['Grund', 'Begrundelse', 'Rettelse'] },
]

/** What our own template says of each field, above its title. */
export const guidance: Readonly<Record<string, string>> = {
  ...askedGuidance,
  portal: 'Afdelingens id på Tilbudsportalen. Kan stå tomt.',
  offer: 'Som tilbuddet hedder i Fælles.',
  unit: 'Som afdelingen hedder i Fælles.',
  lineKind: 'Døgn, Dag, Ambulant eller Aflastning. Kun når afdelingen har flere slags pladser.',
  label: 'Tomt, når regnskabet er for alle pladserne. Ellers takstens navn.',
  year: 'Regnskabsåret.',
  source: 'Hvor tallene står. Tomt: regnearkets navn.',
  sourceDay: 'Tomt: i dag.',
  note: 'Kan ses af alle.',
  reason: 'Kun når et regnskab, der er modtaget, rettes.',
}
