import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, LinkButton, type Page, Source, SummaryList } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { TermToRead } from '../actions/terms.ts'
import { CONCEPT, isValidOn, OWN } from '../term.ts'
import { History } from './history.tsx'
import { Approved } from './terms.tsx'

export function TermPage({ term, above, below, history }: TermToRead, ask: Ask<object>): Page {
  const ours = term.system === OWN || term.system === CONCEPT
  const vis = term.kind === 'target_group' ? '?vis=maalgrupper' : ''
  return {
    title: term.label,
    lead: term.definition ?? 'Der er ikke skrevet, hvad begrebet betyder.',
    crumbs: [{ text: 'Begreber', href: `/begreber${vis}` }, { text: term.label }],
    body: (
      <>
        {ask.may('terms.edit') && (
          <ButtonRow>
            {ours && (
              <LinkButton href={`/begreber/${term.id}/ret`} icon="edit">
                Ret
              </LinkButton>
            )}
            {term.definition && <LinkButton href={`/begreber/${term.id}/godkend`}>Godkend ordlyden</LinkButton>}
          </ButtonRow>
        )}
        <SummaryList
          items={[
            { term: 'Godkendt', value: <Approved term={term} /> },
            ...(above ? [{ term: 'Hører under', value: <a href={`/begreber/${above.id}`}>{above.label}</a> }] : []),
            ...(below.length > 0
              ? [
                  {
                    term: 'Omfatter',
                    value: (
                      <ul class="nobullet-list">
                        {below.map(({ id, label }) => (
                          <li>
                            <a href={`/begreber/${id}`}>{label}</a>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]
              : []),
            ...(isValidOn(term, ask.today)
              ? []
              : [{ term: 'Gælder ikke', value: `Ophørt ${dayText(term.validUntil ?? ask.today)}` }]),
            ...(term.kind === 'target_group'
              ? [{ term: 'Tilbud', value: <a href={`/tilbud?maalgruppe=${term.id}`}>Find tilbud til {term.label}</a> }]
              : []),
          ]}
        />
        <Source title={term.source} {...(term.sourceUrl ? { href: term.sourceUrl } : {})} />
        <History history={history} ask={ask} />
      </>
    ),
  }
}
