import type { Field } from '../../platform/mapping.ts'
import { costKindKeys, costKinds } from '../tariffs/index.ts'

/** What a column of a workbook of tariffs can be: the labels are those of our own template, so that these need no choosing. */

const field = (group: string, key: string, label: string, kind: Field['kind'], ...titles: string[]): Field => ({
  group,
  key,
  label,
  kind,
  titles,
})

const WHERE = 'Hvor taksten gælder'
const WHAT = 'Hvad taksten er for'
const COUNTS = 'Pladser, belægning og dage'
const PRICE = 'Takst'
const COSTS = 'Omkostninger om året'

const costTitles: Record<(typeof costKindKeys)[number], string[]> = {
  pay: ['Lønninger', 'Lønudgifter', 'Personaleudgifter', 'Personale', 'Løn i alt'],
  property: ['Ejendomsudgifter', 'Husleje', 'Bygninger', 'Ejendomsdrift'],
  operation: ['Drift', 'Driftsudgifter', 'Øvrige driftsudgifter', 'Andre udgifter', 'Øvrige udgifter'],
  depreciation: ['Afskrivninger'],
  interest: ['Renter', 'Forrentninger'],
  pensions: ['Tjenestemandspensioner', 'Pension', 'Tjenestemænd'],
  overhead: ['Administration', 'Andel af administration', 'Fællesudgifter', 'Overheadudgifter', 'Indirekte omkostninger'],
  supervision: ['Tilsynsudgifter', 'Socialtilsyn', 'Tilsynstakst'],
  development: ['Udviklingsomkostninger', 'Generel udvikling'],
  agreement: ['Udgifter til styringsaftale', 'Rammeaftale'],
  idle: ['Tomgangsudgifter'],
  income: ['Indtægt', 'Beboerbetaling', 'Egenbetaling', 'Fradrag', 'Brugerbetaling'],
}

export const fields: readonly Field[] = [
  field(
    WHERE,
    'portal',
    'Afdelingsid',
    'text',
    'Afdelings-id',
    'Tilbudsportalens id',
    'P-nummer',
    'Tilbudsid',
    'Afdelingsnummer',
  ),
  field(WHERE, 'offer', 'Tilbud', 'text', 'Tilbuddets navn', 'Tilbudsnavn', 'Institution', 'Botilbud', 'Navn på tilbud', 'Navn'),
  field(WHERE, 'unit', 'Afdeling', 'text', 'Afdelingens navn', 'Afdelingsnavn', 'Hus', 'Bosted'),
  field(WHERE, 'lineKind', 'Pladstype', 'text', 'Form', 'Tilbudsform', 'Døgn eller dag', 'Pladslinje'),
  field(
    WHAT,
    'service',
    'Ydelse',
    'text',
    'Ydelsens navn',
    'Takstnavn',
    'Takstens navn',
    'Ydelsestype',
    'Takstlinje',
    'Betegnelse',
  ),
  field(WHAT, 'level', 'Niveau', 'text', 'Takstniveau', 'Støtteniveau', 'Pakke', 'Takstgruppe'),
  field(WHAT, 'addOn', 'Tillægsydelse', 'flag', 'Tillæg', 'Er tillæg'),
  field(WHAT, 'per', 'Takst pr.', 'text', 'Enhed', 'Takstenhed', 'Afregningsenhed', 'Pr.'),
  field(WHAT, 'was', 'Hed før', 'text', 'Tidligere navn', 'Navn sidste år', 'Tidligere takst'),
  field(WHAT, 'year', 'År', 'number', 'Takstår', 'Budgetår'),
  field(WHAT, 'validFrom', 'Gælder fra', 'day', 'Fra dato', 'Startdato', 'Gyldig fra', 'Ikrafttræden'),
  field(WHAT, 'validTo', 'Gælder til og med', 'day', 'Til dato', 'Slutdato', 'Gyldig til', 'Gælder til'),
  field(COUNTS, 'places', 'Pladser', 'number', 'Antal pladser', 'Normering', 'Normerede pladser', 'Helårspladser'),
  field(
    COUNTS,
    'occupancy',
    'Belægning, procent',
    'number',
    'Belægningsprocent',
    'Belægning',
    'Belægning i pct',
    'Forudsat belægning',
  ),
  field(COUNTS, 'days', 'Dage om året', 'number', 'Dage', 'Antal dage', 'Åbningsdage', 'Dage pr. år', 'Takstdage'),
  field(
    PRICE,
    'amount',
    'Takst, kr.',
    'money',
    'Takst',
    'Døgntakst',
    'Dagtakst',
    'Takst pr. døgn',
    'Takst pr. dag',
    'Pris',
    'Pris pr. døgn',
    'Ny takst',
  ),
  field(PRICE, 'net', 'Takst uden moms, kr.', 'money', 'Pris uden moms', 'Nettopris', 'Takst ekskl. moms', 'Momsfri takst'),
  ...costKindKeys.map((kind) =>
    field(COSTS, `cost-${kind}`, `${costKinds[kind]}, kr.`, 'money', costKinds[kind], ...costTitles[kind]),
  ),
  field(COSTS, 'regulation', 'Regulering fra tidligere år, kr.', 'money', 'Regulering', 'Over- og underskud', 'Efterregulering'),
  field(
    COSTS,
    'total',
    'Omkostninger i alt, kr. (kontrol)',
    'money',
    'Omkostninger i alt',
    'Udgifter i alt',
    'I alt',
    'Sum',
    'Samlet budget',
  ),
  field('Ord', 'note', 'Bemærkning', 'text', 'Bemærkninger', 'Note', 'Kommentar'),
  field('Ord', 'explanation', 'Forklaring', 'text', 'Forklaring til ændring', 'Begrundelse'),
]

/** Those that say which places a row is of, for other workbooks of an operator too. */
export const placeFields: readonly Field[] = fields.filter(({ group }) => group === WHERE)

/** What our own template says of each field, above its title. */
export const guidance: Readonly<Record<string, string>> = {
  portal: 'Afdelingens id på Tilbudsportalen. Kan stå tomt.',
  offer: 'Som tilbuddet hedder i Fælles.',
  unit: 'Som afdelingen hedder i Fælles.',
  lineKind: 'Døgn, Dag, Ambulant eller Aflastning. Kun når afdelingen har flere slags pladser.',
  service: 'Hvad der betales for, fx Døgntakst.',
  level: 'Fx Niveau 2. Brug så få som muligt.',
  addOn: 'ja, når den betales ved siden af en anden takst.',
  per: 'døgn, dag, time, måned, år eller forløb.',
  was: 'Takstens navn sidste år, hvis den hed noget andet. I en anden afdeling: »Afdeling: Ydelse«. Flere med semikolon.',
  year: 'Takståret.',
  validFrom: 'Tomt: 1. januar.',
  validTo: 'Tomt: 31. december.',
  places: 'Pladser, taksten er regnet på. Tidsvægtet, hvis tallet ændrer sig.',
  occupancy: 'Den belægning, der er brugt i taksten, fx 97.',
  days: 'Tomt: efter reglen for året.',
  amount: 'Tomt, når omkostningerne er skrevet: så beregnes den.',
  net: 'Kun private, hvis I kender den.',
  'cost-pay': 'Løn med pension til ledelse, personale og vikarer, også om natten. Kr. om året.',
  'cost-property': 'Husleje, ejendomsskat, varme, el, vand og vedligehold. Kr. om året.',
  'cost-operation': 'Kost, aktiviteter, kørsel, kurser og andet til driften. Kr. om året.',
  'cost-depreciation': 'Årets afskrivning: købspris minus restværdi, delt med levetiden i år. Kr. om året.',
  'cost-interest': 'Rente af det, der er bundet i bygninger, biler og inventar. Kr. om året.',
  'cost-pensions': 'Årets udgift til tjenestemænds pension. Tomt, når I ikke har tjenestemænd. Kr. om året.',
  'cost-overhead': 'Andel af central ledelse, løn, it, økonomi og jura. Beløbet, ikke procenten. Kr. om året.',
  'cost-supervision': 'Det, tilbuddet betaler til socialtilsynet. Kr. om året.',
  'cost-development': 'Andel af generel udvikling. Kr. om året.',
  'cost-agreement': 'Andel af udgiften til rammeaftalen. Kr. om året.',
  'cost-idle': 'Tomme pladser, mens tilbuddet åbner eller lukker: årets andel. Kr. om året.',
  'cost-income': 'Beboernes betaling og andre indtægter som positivt beløb. Det trækkes fra. Kr. om året.',
  regulation: 'Underskud positivt, overskud negativt.',
  total: 'Kun til kontrol: passer den ikke med arterne, siger vi det.',
  note: 'Kan ses af alle.',
  explanation: 'Hvorfor noget afviger. Om belægningen står den i beregningen, som alle kan se.',
}
