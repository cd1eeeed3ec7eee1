import { type Day, dayText } from '../../platform/values/day.ts'
import { freeText, type Line, nameOf } from './line.ts'

type Addresses = { answerUrl: string; worksUntil: Day; today: Day }

const lineText = (line: Line, today: Day): string =>
  `- ${nameOf(line)}: ${line.statement ? `${freeText(line.statement, today)} (bekræftet ${dayText(line.statement.day)})` : 'ikke meldt endnu'}`

/** The weekly mail: what stands now, and one address with one button on it. */
export function letterOf(operatorName: string, lines: readonly Line[], { answerUrl, worksUntil, today }: Addresses) {
  return {
    subject: `Passer jeres ledige pladser stadig? ${operatorName}`,
    body: [
      'Hej',
      `Det her står der om ledige pladser hos ${operatorName} i Fælles:`,
      lines.map((line) => lineText(line, today)).join('\n'),
      `Passer det? Tryk på »Stadig korrekt«. Passer det ikke? Tryk på »Ret«. Begge dele her:\n${answerUrl}`,
      `I skal ikke logge ind. Linket kan bruges én gang og virker til og med ${dayText(worksUntil)}. Den, der har linket, kan svare for jer, så send det kun til den, der ved, hvor mange pladser der er.`,
      'Sagsbehandlere i hele regionen bruger tallene, når de leder efter en plads. 0 ledige er også et svar.',
      'Fælles\nRammeaftale Sjælland',
    ].join('\n\n'),
  }
}

/** Told to the mailbox when a link has been used to change something: whoever forwarded it can see what came of it. */
export function receiptLetterOf(operatorName: string, told: readonly string[], { receiptUrl }: { receiptUrl: string }) {
  return {
    subject: `Kvittering: ledige pladser er rettet. ${operatorName}`,
    body: [
      'Hej',
      `Linket i vores mail er brugt til at rette ledige pladser hos ${operatorName}:`,
      told.map((one) => `- ${one}`).join('\n'),
      `Kvitteringen står her:\n${receiptUrl}`,
      'Var det ikke jer, er linket måske sendt videre. Log ind og ret tallene, eller skriv til Rammeaftalesekretariatet.',
      'Fælles\nRammeaftale Sjælland',
    ].join('\n\n'),
  }
}
