import type { Action } from '../../platform/action.ts'
import { manage } from './actions/manage.ts'
import { mine } from './actions/mine.ts'
import { signIn } from './actions/sign-in.ts'
import { signOut } from './actions/sign-out.ts'

export const actions: Action[] = [...signIn, ...signOut, ...mine, ...manage]
