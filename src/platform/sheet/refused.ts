import { Refusal } from '../values/refusal.ts'

const again = 'Åbn den i Excel, gem den som .xlsx, og prøv igen.'

const sentences = {
  empty: 'Filen er tom. Vælg en fil med indhold i formatet .xlsx eller .csv.',
  'not a sheet': 'Filen er ikke et regneark. Vælg en fil i formatet .xlsx eller .csv.',
  'old format': `Filen er et regneark i det gamle format .xls. ${again}`,
  'other format': `Filen er et regneark i et format, der ikke kan læses her. ${again}`,
  encrypted: 'Regnearket er beskyttet med en adgangskode og kan ikke læses. Gem det uden adgangskode, og prøv igen.',
  damaged: `Filen er beskadiget eller ikke hel. ${again}`,
  bomb: 'Filen fylder alt for meget, når den pakkes ud, og er derfor ikke læst. Gem kun de ark og kolonner, der skal bruges, og prøv igen.',
  unsafe: 'Filen indeholder noget, der ikke hører hjemme i et regneark, og er derfor ikke læst.',
} as const

/** Why a file is not read, told in Danish. Nothing of it has been used. */
export const refused = (why: keyof typeof sentences): Refusal => new Refusal(undefined, `sheet ${why}`, sentences[why])

const named = (sheet: string) => (sheet === '' ? 'Filen' : `Arket »${sheet}«`)
const number = new Intl.NumberFormat('da-DK')

export const tooManyColumns = (sheet: string, most: number): Refusal =>
  new Refusal(
    undefined,
    'sheet too wide',
    `${named(sheet)} har mere end ${number.format(most)} kolonner. Slet de kolonner, der ikke skal bruges, og prøv igen.`,
  )

export const tooManyRows = (sheet: string, most: number): Refusal =>
  new Refusal(
    undefined,
    'sheet too long',
    `${named(sheet)} har mere end ${number.format(most)} rækker med indhold. Del det i flere filer, og prøv igen.`,
  )

export const tooLongText = (ref: string, most: number): Refusal =>
  new Refusal(
    undefined,
    'sheet text too long',
    `Teksten i celle ${ref} er længere end ${number.format(most)} tegn. Gør den kortere, og se efter, om et anførselstegn mangler.`,
  )
