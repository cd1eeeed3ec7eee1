import { type Action, page } from '../../platform/action.ts'
import { FrontPage } from './pages.tsx'

export const actions: Action[] = [page({ path: '/', may: 'site.read', open: true, load: async () => ({}), view: FrontPage })]
