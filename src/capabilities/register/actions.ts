import { finding } from './actions/find.ts'
import { reading } from './actions/offer.ts'

export const actions = [...finding, ...reading]
