import { Source, Tag } from '../../../platform/ui/index.ts'
import type { Group, NationalOffer } from '../national.ts'

export const NATIONAL = '/tilbud/saerlige/landsdaekkende'
export const crumbs = [
  { text: 'Tilbud', href: '/tilbud' },
  { text: 'Særlige tilbud', href: '/tilbud/saerlige' },
]

type Told = { source: string; sourceDay: string; sourceUrl: string | undefined; example: boolean }

export const ToldBy = ({ of: { source, sourceDay, sourceUrl, example } }: { of: Told }) => (
  <>
    <Source title={source} day={sourceDay} {...(sourceUrl !== undefined && { href: sourceUrl })} />
    {example && <Tag kind="warning">eksempeldata</Tag>}
  </>
)

type Of = { groupKey: string; nationalOfferId: number | undefined }
type Known = { groups: readonly Group[]; offers: readonly NationalOffer[] }

/** What a figure is of, as people say it. */
export const nameOf = ({ groupKey, nationalOfferId }: Of, { groups, offers }: Known): string =>
  offers.find(({ id }) => id === nationalOfferId)?.name ?? groups.find(({ key }) => key === groupKey)?.label ?? groupKey
