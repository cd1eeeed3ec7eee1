import { exampleCycles } from '../cycles/index.ts'
import { exampleIncreases } from '../increases/index.ts'
import { exampleMail } from '../mail/index.ts'
import { exampleNational } from '../national/index.ts'
import { exampleOffer } from '../offers/index.ts'
import { exampleReports } from '../progress/index.ts'
import { exampleReminders } from '../reminders/index.ts'
import { exampleSchooling } from '../schooling/index.ts'
import { exampleSnapshots } from '../snapshots/index.ts'
import { exampleTaskForce } from '../specialised/index.ts'
import { exampleDecisions, examplePopulation } from '../supervision/index.ts'
import { exampleTariffs } from '../tariff-years/index.ts'
import { exampleAccounts, exampleCalculations } from '../tariffs/index.ts'
import { exampleOccupancy, exampleVacancies } from '../vacancies/index.ts'
import type { Example } from './example.ts'

/** Every room's example data, in the order it is invented; removed in the opposite order. */
export const examples: Example[] = [
  exampleOffer,
  exampleReports,
  exampleCycles,
  exampleSnapshots,
  exampleMail,
  exampleReminders,
  exampleVacancies,
  exampleOccupancy,
  examplePopulation,
  exampleDecisions,
  exampleTaskForce,
  exampleNational,
  exampleSchooling,
  exampleIncreases,
  exampleCalculations,
  exampleAccounts,
  exampleTariffs,
]
