import { lineageDeeds } from './actions/lineage.ts'
import { lineDeeds } from './actions/lines.ts'
import { offerDeeds } from './actions/offers.ts'
import { operatorDeeds } from './actions/operators.ts'
import { priceDeeds } from './actions/prices.ts'
import { unitDeeds } from './actions/units.ts'

export const actions = [...operatorDeeds, ...offerDeeds, ...lineageDeeds, ...unitDeeds, ...lineDeeds, ...priceDeeds]
