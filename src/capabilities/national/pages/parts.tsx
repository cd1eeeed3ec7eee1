import { Source, Tag } from '../../../platform/ui/index.ts'

export const NATIONAL = '/tilbud/saerlige/landsdaekkende'
export const crumbs = [
  { text: 'Tilbud', href: '/tilbud' },
  { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
]

type Told = { source: string; sourceDay: string; sourceUrl: string | undefined; example: boolean }

export const ToldBy = ({ of: { source, sourceDay, sourceUrl, example } }: { of: Told }) => (
  <div class="special-sources">
    <Source title={source} day={sourceDay} {...(sourceUrl !== undefined && { href: sourceUrl })} />
    {example && <Tag kind="warning">eksempeldata</Tag>}
  </div>
)
