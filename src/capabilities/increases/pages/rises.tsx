import { maySomewhere } from '../../../access.ts'
import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, ButtonRow, Details, Empty, Form, Hidden, LinkButton, type Page, SubmitRow } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { BASELINE, type LimitFor } from '../found.ts'
import { CASES, HALF_YEARS, LETTERS, RISES, toRises } from '../paths.ts'
import type { Rise, Unjudged } from '../reading.ts'
import { partText } from '../words.ts'
import { Limits } from './limits.tsx'
import { RiseTable } from './rise-table.tsx'

type Loaded = { rises: Rise[] }
type Listed = Loaded & { unjudged: Unjudged[]; limits: LimitFor[]; hasBaseline: boolean }

/** Everybody's list: what has risen more than its limit, by how much, and by which rule. */
export const RisesPage = ({ rises, unjudged, limits, hasBaseline }: Listed, ask: Ask): Page => ({
  title: 'Stigninger over grænsen',
  lead: 'Takster, der er steget så meget, at stigningen skal indberettes til Socialtilsyn Øst. Listen laver sig selv af de offentliggjorte takster.',
  crumbs: toRises,
  marks: rises.some(({ judged }) => judged.row.example) ? ['eksempeldata'] : [],
  body: (
    <>
      <Ways ask={ask} />
      {!hasBaseline && <NoBaseline ask={ask} />}
      {rises.some(({ judged }) => judged.rules.limit?.confirmed === false) && (
        <Alert kind="info" title="Grænsen er ikke bekræftet">
          Grænserne står i <a href="/om/regler">reglerne</a> med kilde og dag. Hvor dagen ikke er bekræftet, står det ved
          stigningen.
        </Alert>
      )}
      {rises.length === 0 && unjudged.length > 0 ? (
        <p>Ingen af de takster, der kan vurderes, er steget mere end grænsen.</p>
      ) : rises.length === 0 ? (
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
      {unjudged.length > 0 && <NotJudged unjudged={unjudged} />}
      <Limits limits={limits} mayChange={ask.may('parameters.set')} />
    </>
  ),
})

/** Which rule is missing, and who can set it. */
const NoBaseline = ({ ask }: { ask: Ask }) => (
  <Alert kind="warning" title="Stigninger vurderes ikke: en regel mangler">
    Reglen »En stigning måles mod« har ingen værdi i dag, så ingen takst kan holdes op mod grænsen. Sekretariatet for rammeaftalen
    sætter den under Kontoret, Regler.{' '}
    {ask.may('parameters.set') ? <a href={`${RISES}/regler/${BASELINE}`}>Sæt reglen</a> : <a href="/om/regler">Se reglerne</a>}
  </Alert>
)

const SHOWN = 20

/** What nobody can say, and why: never passed over in silence. */
const NotJudged = ({ unjudged }: Pick<Listed, 'unjudged'>) => (
  <Details summary={`Kan ikke vurderes (${unjudged.reduce((sum, { rows }) => sum + rows.length, 0)})`}>
    {unjudged.map(({ why, rows }) => (
      <>
        <p>
          <strong>{rows.length === 1 ? '1 takst' : `${rows.length} takster`}:</strong> {why}
        </p>
        <ul>
          {rows.slice(0, SHOWN).map((row) => (
            <li>
              <a href={`/takster/${row.id}`}>{[row.offerName, partText(row)].filter(Boolean).join(': ')}</a>, fra{' '}
              {dayText(row.validFrom)}
            </li>
          ))}
          {rows.length > SHOWN && <li>og {rows.length - SHOWN} til</li>}
        </ul>
      </>
    ))}
  </Details>
)

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
    {ask.may('increases.read') && <LinkButton href={HALF_YEARS}>Halvårslister</LinkButton>}
    {ask.may('increases.read') && <LinkButton href={LETTERS}>Brev til leverandører</LinkButton>}
  </ButtonRow>
)

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
