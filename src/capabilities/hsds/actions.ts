import { type Action, type Ask, download } from '../../platform/action.ts'
import { organizations } from './actions/organizations.ts'
import { places } from './actions/places.ts'
import { services } from './actions/services.ts'
import { taxonomies } from './actions/taxonomies.ts'
import { root } from './answer.ts'
import { standard } from './introduction.ts'
import { json } from './paging.ts'

const about = ({ site: { baseUrl } }: Pick<Ask, 'site'>) => ({
  version: '3.1.0' as const,
  profile: 'https://docs.openreferral.org/en/latest/hsds/',
  openapi_url: `${baseUrl}${standard.base}/openapi.json`,
  description: standard.description,
  publisher: { name: 'Rammeaftalesekretariatet, Rammeaftale Sjælland', website: baseUrl },
})

const front = (path: '/api/hsds' | '/api/hsds/') =>
  download({
    path,
    may: 'offers.read',
    open: true,
    load: async (ask) => about(ask),
    send: (answer) => json('hsds', answer),
    ...(path === '/api/hsds/' ? { described: { summary: 'What this is and by whom', output: root } } : {}),
  })

export const actions: Action[] = [
  front('/api/hsds'),
  front('/api/hsds/'),
  ...services,
  ...organizations,
  ...places,
  ...taxonomies,
]
