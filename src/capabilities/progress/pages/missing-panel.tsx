import { ButtonRow, LinkButton } from '../../../platform/ui/index.ts'
import { approvable, type Lack, lacksOf, lackTexts } from '../line.ts'
import type { PartyRead } from './party.tsx'

const order: Lack['kind'][] = ['never', 'waiting', 'unapproved', 'stale']

/** 'Det mangler I': what stands open, and the two deeds that settle most of it at once. */
export const Missing = ({ read: { status, rights } }: { read: PartyRead }) => {
  const { party, lines } = status
  const lacks = lacksOf(lines)
  const own = rights.report || rights.approve
  const toApprove = lines.filter((line) => approvable(line)).length
  const toConfirm = lines.filter(({ report, waiting }) => report && !waiting).length
  return (
    <section class="st-missing" aria-labelledby="mangler">
      <h2 id="mangler">{own ? 'Det mangler I' : `Det mangler ${party.name}`}</h2>
      {lacks.length === 0 ? (
        <p>Alt er meldt, godkendt og bekræftet. Tak.</p>
      ) : (
        order.map((kind) => <Kind kind={kind} lacks={lacks} />)
      )}
      {(rights.approve || rights.report) && (
        <ButtonRow>
          {rights.approve && toApprove > 0 && (
            <LinkButton look="primary" href={`/plan/parter/${party.slug}/godkend`}>
              Godkend alle {toApprove}
            </LinkButton>
          )}
          {rights.report && toConfirm > 0 && (
            <LinkButton href={`/plan/parter/${party.slug}/bekraeft`}>Stadig korrekt for alle {toConfirm}</LinkButton>
          )}
        </ButtonRow>
      )}
    </section>
  )
}

const Kind = ({ kind, lacks }: { kind: Lack['kind']; lacks: Lack[] }) => {
  const these = lacks.filter((lack) => lack.kind === kind)
  return these.length === 0 ? null : (
    <p>
      <strong>{lackTexts[kind]}:</strong>{' '}
      {these.map(({ area }, at) => (
        <>
          {at > 0 && ', '}
          <a href={`#${area.key}`} title={area.title}>
            {area.key}
          </a>
        </>
      ))}
    </p>
  )
}
