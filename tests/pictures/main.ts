import { rm } from 'node:fs/promises'
import { browser } from '../setup/browser.ts'
import { startProgram } from '../setup/program.ts'
import { bringing } from './bringing.ts'
import { improving } from './improving.ts'
import { looking } from './looking.ts'
import { minding } from './minding.ts'
import { offering } from './offering.ts'
import { office } from './office.ts'
import { pricing } from './pricing.ts'
import { reporting } from './reporting.ts'
import { sheets } from './sheets.ts'
import { special } from './special.ts'
import { studio } from './studio.ts'
import { supervising } from './supervising.ts'

/** The pictures of the guide and of README, from the real program with example data. What one chapter does, the next one shows. */

const folder = 'docs/vejledning/billeder'

process.env['LC_ALL'] = 'da_DK.UTF-8' // the browser writes days as its surroundings do
process.env['LANGUAGE'] = 'da'

const program = await startProgram()
try {
  await rm(folder, { recursive: true, force: true })
  const guide = studio(program.url, folder)
  await looking(guide, studio(program.url, 'docs'))
  for (const chapter of [office, reporting, improving, sheets, minding, offering, supervising, special, bringing, pricing])
    await chapter(guide)
} finally {
  await (await browser()).close()
  await program.stop()
}
