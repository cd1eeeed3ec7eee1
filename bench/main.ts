import { report } from './harness/report.ts'
import type { Part } from './harness/row.ts'
import { measureHsds } from './hsds.ts'
import { measureImport } from './import.ts'
import { measureMatrix } from './matrix/measure.ts'
import { measureOfferImport } from './offer-import.ts'
import { measureOffers } from './offers/measure.ts'
import { measurePages } from './pages/measure.ts'
import { measurePublic } from './public/measure.ts'
import { measureRegister } from './register/measure.ts'
import { measureSignedIn } from './signed-in/measure.ts'
import { measureTakster, measureTariffSheet } from './takster.ts'
import { measureTariffs } from './tariffs.ts'
import { measureVisit } from './visit/measure.ts'

/** What is measured, in the order of the table. */
const parts: Part[] = [
  { name: 'public', run: measurePublic },
  { name: 'signed-in', run: measureSignedIn },
  { name: 'matrix', run: measureMatrix },
  { name: 'import', run: measureImport },
  { name: 'offers', run: measureOffers },
  { name: 'offer-import', run: measureOfferImport },
  { name: 'hsds', run: measureHsds },
  { name: 'register', run: measureRegister },
  { name: 'takster', run: measureTakster },
  { name: 'tariffs', run: measureTariffs },
  { name: 'tariff-sheet', run: measureTariffSheet },
  { name: 'visit', run: measureVisit },
  { name: 'pages', run: measurePages },
]

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !parts.some((part) => part.name === name))
if (unknown) {
  process.stderr.write(`No part is called ${unknown}. There are: ${parts.map(({ name }) => name).join(', ')}.\n`)
  process.exit(1)
}
await report(
  parts.map(({ name }) => name),
  parts.filter(({ name }) => asked.length === 0 || asked.includes(name)),
)
