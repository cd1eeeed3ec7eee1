import { maySomewhere } from '../../../access.ts'
import type { Ask, FormState } from '../../../platform/action.ts'
import {
  Alert,
  ButtonRow,
  Empty,
  Form,
  Hidden,
  LinkButton,
  type Page,
  SubmitRow,
  Table,
  Tag,
} from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { ownerships } from '../../offers/index.ts'
import { isClosed } from '../case.ts'
import type { LimitFor } from '../found.ts'
import { baselineKeys, baselines, type Increase } from '../increase.ts'
import { CASES, HALF_YEARS, LETTERS, RISES, toRises } from '../paths.ts'
import type { risesOver } from '../reading.ts'
import { percentText, priceText } from '../words.ts'
import { Limits } from './limits.tsx'

type Rise = Awaited<ReturnType<typeof risesOver>>[number]
type Loaded = { rises: Rise[] }
type Listed = Loaded & { limits: LimitFor[] }

/** Everybody's list: what has risen more than its limit, by how much, and by which rule. */
export const RisesPage = ({ rises, limits }: Listed, ask: Ask): Page => ({
  title: 'Stigninger over grænsen',
  lead: 'Takster, der er steget så meget, at stigningen skal indberettes til Socialtilsyn Øst. Listen laver sig selv af de offentliggjorte takster.',
  crumbs: toRises,
  marks: rises.some(({ judged }) => judged.row.example) ? ['eksempeldata'] : [],
  body: (
    <>
      <Ways ask={ask} />
      {rises.some(({ judged }) => judged.rules.limit?.confirmed === false) && (
        <Alert kind="info" title="Grænsen er ikke bekræftet">
          Grænserne står i <a href="/om/regler">reglerne</a> med kilde og dag. Hvor dagen ikke er bekræftet, står det ved
          stigningen.
        </Alert>
      )}
      {rises.length === 0 ? (
        <Empty title="Ingen stigninger over grænsen">
          Ingen offentliggjort takst er steget mere end grænsen. Det kræver, at taksten også er kendt for året før.
        </Empty>
      ) : (
        <>
          <RiseTable rises={rises} />
          <p>
            Hent listen som <a href={`${RISES}.xlsx`}>Excel</a> eller <a href={`${RISES}.csv`}>CSV</a>.
          </p>
        </>
      )}
      <Limits limits={limits} />
    </>
  ),
})

const Ways = ({ ask }: { ask: Ask }) => (
  <ButtonRow>
    {ask.may('increases.conclude') && (
      <LinkButton href={`${RISES}/find`} look="primary">
        Åbn sager for nye stigninger
      </LinkButton>
    )}
    {maySomewhere(ask.actor, 'increases.read') && (
      <LinkButton href={CASES}>{ask.may('increases.read') ? 'Indberetninger' : 'Jeres sager'}</LinkButton>
    )}
    {ask.may('increases.read') && <LinkButton href={`${HALF_YEARS}/nu`}>Halvårsliste</LinkButton>}
    {ask.may('increases.read') && <LinkButton href={LETTERS}>Brev til leverandører</LinkButton>}
  </ButtonRow>
)

const RiseTable = ({ rises }: Loaded) => (
  <Table<Rise>
    caption="Stigninger over grænsen"
    captionHidden
    rows={rises}
    columns={[
      {
        head: 'Takst',
        rowHead: true,
        cell: ({ judged: { row } }) => (
          <>
            <a href={`/takster/${row.id}`}>{row.offerName}</a>
            <br />
            <span class="quiet">
              {[row.unitName, row.service, row.level].filter((part) => part && part !== row.offerName).join(', ')}
            </span>
          </>
        ),
      },
      {
        head: 'Driftsherre',
        cell: ({ judged: { row } }) => (
          <>
            {row.operatorName || 'Ikke oplyst'}
            <br />
            <span class="quiet">{row.ownership ? ownerships[row.ownership] : 'Ejerform ikke oplyst'}</span>
          </>
        ),
      },
      { head: 'Gælder fra', cell: ({ judged }) => dayText(judged.row.validFrom) },
      { head: 'Før og nu', cell: ({ judged }) => <FromTo judged={judged} /> },
      { head: 'Stigning', cell: ({ judged }) => <Measures judged={judged} /> },
      { head: 'Indberetning', cell: ({ found }) => <CaseState found={found} /> },
    ]}
  />
)

const FromTo = ({ judged: { row, increases, rules } }: Pick<Rise, 'judged'>) => {
  const decides = increases[rules.baseline]
  if ('unknown' in decides) return <>Ikke oplyst</>
  return (
    <>
      {priceText(decides.from, row.per)}
      <br />
      {priceText(decides.to, row.per)}
    </>
  )
}

const measureText = (increase: Increase, limit: Parameters<typeof percentText>[1]): string =>
  'unknown' in increase ? increase.unknown : percentText(increase.percent, limit)

/** All three ways to measure; the one that decides comes first, with its limit. */
const Measures = ({ judged: { increases, rules } }: Pick<Rise, 'judged'>) => (
  <>
    <strong>{measureText(increases[rules.baseline], rules.limit?.percent)}</strong> mod {baselines[rules.baseline]}
    {rules.limit && (
      <>
        <br />
        <span class="quiet">
          Grænse {percentText(rules.limit.percent)}
          {rules.limit.confirmed ? '' : ', ikke bekræftet'}. Kilde: {rules.limit.source}
        </span>
      </>
    )}
    {baselineKeys
      .filter((key) => key !== rules.baseline)
      .map((key) => (
        <>
          <br />
          <span class="quiet">
            Mod {baselines[key]}: {measureText(increases[key], undefined)}
          </span>
        </>
      ))}
  </>
)

const CaseState = ({ found }: Pick<Rise, 'found'>) => {
  if (!found) return <Tag>ikke begyndt</Tag>
  return <Tag kind={isClosed(found) ? 'success' : 'info'}>{isClosed(found) ? 'afsluttet' : 'i gang'}</Tag>
}

/** What will be opened, before it is. */
export const FindPage = ({ rises }: Loaded, _ask: Ask, { key, errors }: FormState): Page => {
  const fresh = rises.filter(({ found }) => !found)
  return {
    title: 'Åbn sager for nye stigninger',
    lead:
      fresh.length === 0
        ? 'Alle stigninger over grænsen har en sag. Der er ikke noget at åbne.'
        : `${fresh.length} ${fresh.length === 1 ? 'stigning' : 'stigninger'} over grænsen har ingen sag endnu. Det sker også af sig selv hver nat.`,
    crumbs: [...toRises, { text: 'Åbn sager' }],
    marks: fresh.some(({ judged }) => judged.row.example) ? ['eksempeldata'] : [],
    body: (
      <>
        {fresh.length > 0 && <RiseTable rises={fresh} />}
        <Form action={`${RISES}/find`} errors={errors}>
          <Hidden name="_key" value={key} />
          <SubmitRow text={fresh.length === 0 ? 'Se efter igen' : 'Åbn sagerne'} secondary={{ text: 'Tilbage', href: RISES }} />
        </Form>
      </>
    ),
  }
}
