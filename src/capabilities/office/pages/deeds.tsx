import { roles } from '../../../access.ts'
import type { Ask } from '../../../platform/action.ts'
import { Button, ButtonRow, DayField, Details, Form, LinkButton, Select, Table, TextField } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { byDanish } from '../../../platform/values/danish.ts'
import { instantText } from '../../../platform/values/day.ts'
import { deedName, deedNames } from '../../people/index.ts'
import type { DeedQuery } from '../sought.ts'
import type { Deed } from '../store.ts'
import { thingOf } from '../thing.ts'

const address = '/kontor/haendelser'

type Asked = Pick<Ask<unknown, DeedQuery>, 'query' | 'today' | 'may'>

export const DeedsPage = ({ deeds, more }: { deeds: Deed[]; more: boolean }, { query, today, may }: Asked): Page => ({
  title: 'Hændelser',
  lead: 'Alt, hvad der er gemt i Fælles: hvem, hvad, på hvad og hvornår. Hændelser kan ikke ændres eller slettes.',
  body: (
    <>
      <Details summary="Søg i hændelserne" open={isNarrowed(query)}>
        <Filter query={query} today={today} />
      </Details>
      <DeedTable deeds={deeds} may={may} />
      <ButtonRow>
        {more && (
          <LinkButton href={`${address}?${asQuery({ ...query, foer: deeds.at(-1)?.id })}`} icon="arrow-forward">
            Ældre hændelser
          </LinkButton>
        )}
        {query.foer && (
          <LinkButton href={`${address}?${asQuery({ ...query, foer: undefined })}`} look="tertiary">
            Til de nyeste
          </LinkButton>
        )}
      </ButtonRow>
      <h2>Hent hændelserne</h2>
      <p>{isNarrowed(query) ? 'Filen rummer alle hændelser, der passer til søgningen.' : 'Filen rummer alle hændelser.'}</p>
      <ButtonRow>
        <LinkButton href={`${address}.csv?${asQuery(query)}`} icon="download">
          Til regneark (CSV)
        </LinkButton>
        <LinkButton href={`${address}.jsonl?${asQuery(query)}`} icon="download">
          Til andre systemer (JSON-linjer)
        </LinkButton>
      </ButtonRow>
    </>
  ),
})

const isNarrowed = ({ foer: _, ...rest }: DeedQuery): boolean => Object.values(rest).some(Boolean)

const asQuery = (query: DeedQuery): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([key, value]): [string, string][] => (value ? [[key, String(value)]] : [])),
  ).toString()

const choices = Object.entries(deedNames)
  .map(([value, text]) => ({ value, text }))
  .sort(byDanish(({ text }) => text))

const Filter = ({ query, today }: Pick<Asked, 'query' | 'today'>) => (
  <Form action={address} method="get" label="Søg i hændelserne">
    <TextField name="hvem" label="Hvem" hint="En del af navnet." value={query.hvem} width="m" />
    <Select name="hvad" label="Hvad" empty="Alt" options={choices} value={query.hvad} width="m" />
    <TextField
      name="ting"
      label="På hvad"
      hint="Sådan som det står i loggen, for eksempel party:faxe eller plan:KT1."
      value={query.ting}
      width="m"
    />
    <DayField name="fra" label="Fra og med" value={query.fra} max={today} />
    <DayField name="til" label="Til og med" value={query.til} max={today} />
    <ButtonRow>
      <Button icon="search">Søg</Button>
      <LinkButton href={address} look="tertiary">
        Ryd
      </LinkButton>
    </ButtonRow>
  </Form>
)

const DeedTable = ({ deeds, may }: { deeds: Deed[]; may: Asked['may'] }) => (
  <Table<Deed>
    caption="Hændelser, de nyeste først"
    captionHidden
    compact
    rows={deeds}
    empty="Ingen hændelser passer."
    columns={[
      { head: 'Hvornår', rowHead: true, cell: ({ at }) => <time datetime={at.toISOString()}>{instantText(at)}</time> },
      { head: 'Hvem', cell: (deed) => <Who deed={deed} /> },
      { head: 'Hvad', cell: ({ name }) => deedName(name) },
      { head: 'På hvad', cell: (deed) => <Thing deed={deed} may={may} /> },
    ]}
  />
)

const roleText = (held: string): string =>
  held
    .split(', ')
    .map((role) => (Object.hasOwn(roles, role) ? roles[role as keyof typeof roles] : role))
    .join(', ')

const Who = ({ deed: { actorName, actorRoles } }: { deed: Deed }) => (
  <div>
    {actorName}
    {roleText(actorRoles) !== actorName && <span class="quiet office-under">{roleText(actorRoles)}</span>}
  </div>
)

const Thing = ({ deed: { subject, detail, personName }, may }: { deed: Deed; may: Asked['may'] }) => {
  const { text, href } = thingOf(subject, personName)
  const reachable = href && (!href.startsWith('/kontor/personer') || may('people.manage'))
  return (
    <div class="office-thing">
      {reachable ? <a href={href}>{text}</a> : text}
      {Object.keys(detail).length > 0 && (
        <Details summary="Nærmere">
          <pre class="office-detail">{JSON.stringify(detail, undefined, 1)}</pre>
        </Details>
      )}
    </div>
  )
}
