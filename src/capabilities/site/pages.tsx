import type { Page } from '../../platform/ui/page.ts'

export const FrontPage = (): Page => ({ title: 'Fælles', body: <p>Her bygges.</p> })
