import { codeSystemDeeds } from './actions/code-systems.ts'
import { basisDeeds } from './actions/legal-bases.ts'
import { termDeeds } from './actions/terms.ts'

export const actions = [...codeSystemDeeds, ...basisDeeds, ...termDeeds]
