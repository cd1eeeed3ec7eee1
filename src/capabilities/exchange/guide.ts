import { type Sheet, sheet } from '../../platform/sheet.ts'
import { type Day, dayText } from '../../platform/values/day.ts'
import { notReported, stateKeys, states } from '../progress/index.ts'

/** The sheet »Vejledning«: what the workbook is, and how to edit it. Never read back. */

export const GUIDE = 'Vejledning'

type Guided = { day: Day; example: boolean; status: boolean; plan: boolean }
type Line = { about: string; text: string }

const linesOf = ({ day, example, status, plan }: Guided): Line[] => [
  { about: 'Hvad er det?', text: `Rammeaftale Sjælland på Fælles, som det var kendt ${dayText(day)}.` },
  ...(example
    ? [{ about: 'Eksempeldata', text: 'Regnearket indeholder opfundne indberetninger. De har »ja« i kolonnen Eksempeldata.' }]
    : []),
  {
    about: 'Ret i regnearket',
    text: 'Log ind på Fælles, og hent det under »Regneark«. Ret i cellerne, gem, og send det samme sted.',
  },
  {
    about: 'Før noget gemmes',
    text: 'Fælles viser, hvad der er nyt, og hvilke celler der er fejl i. Intet gemmes, før du siger ja.',
  },
  {
    about: 'Rækker, du ikke rører',
    text: 'De ændrer intet, heller ikke hvis andre har skrevet noget nyere imens. Du kan også slette dem.',
  },
  { about: 'Kolonnen Nr.', text: 'Viser, hvad rækken kommer fra. Ret den ikke. I en ny række skal den være tom.' },
  ...(status ? statusLines : []),
  ...(plan ? planLines : []),
]

const statusLines: Line[] = [
  {
    about: 'Arket Status',
    text: `Én række for hver part og hvert indsatsområde. Tomme celler betyder »${notReported.text}« og er ikke nul.`,
  },
  { about: 'Status kan være', text: stateKeys.map((key) => states[key].text).join(', ') },
  {
    about: 'Dag',
    text: 'Skriv den dag, status gælder. Lader du den gamle dag stå, retter du meldingen for den dag. Er den tom, gælder status i dag.',
  },
  { about: 'Bemærkning', text: 'Kan læses af alle. Skriv ingen oplysninger om borgere og ingen CPR-numre.' },
]

const planLines: Line[] = [
  { about: 'Arket Plan', text: 'Én række for hver oplysning i planen med dag og kilde. Kun sekretariatet kan rette den.' },
  {
    about: 'Ret en oplysning',
    text: 'Ret værdien, skriv hvornår det blev kendt, og hvor det står. Den gamle værdi bliver stående som historie.',
  },
  { about: 'Tilføj en oplysning', text: 'Skriv en ny række med nøgle, felt, værdi, dag og kilde.' },
]

export const guideSheet = (guided: Guided): Sheet =>
  sheet<Line>({
    name: GUIDE,
    columns: [
      { key: 'about', title: 'Om', kind: 'text', width: 26, value: ({ about }) => about },
      { key: 'text', title: 'Sådan er det', kind: 'text', width: 110, value: ({ text }) => text },
    ],
    rows: linesOf(guided),
  })
