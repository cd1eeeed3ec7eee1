import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, Empty, LinkButton, type Page } from '../../../platform/ui/index.ts'
import type { Running } from '../actions/progress.ts'
import type { Specialised } from '../listing.ts'
import { CaseLine } from './case-line.tsx'
import { CASES, LIST, toCases } from './parts.tsx'

type Loaded = { cases: Running[]; listed: Specialised[] }

/** Open cases first, those with something overdue on top; then the closed. */
export const CasesPage = ({ cases, listed }: Loaded, ask: Ask): Page => {
  const open = cases.filter(({ progress }) => progress.open).sort((a, b) => b.progress.late.length - a.progress.late.length)
  const closed = cases.filter(({ progress }) => !progress.open)
  const late = open.filter(({ progress }) => progress.late.length > 0).length
  return {
    title: 'Task force for de mest specialiserede tilbud',
    lead: 'Får et af de mest specialiserede tilbud problemer med driften, rejses en sag, en task force indkaldes, og handlinger aftales med frist og ansvarlig.',
    crumbs: toCases.map(({ text, href }) => (href === CASES ? { text } : { text, href })),
    marks: cases.some(({ of }) => of.example) ? ['eksempeldata'] : [],
    body: (
      <>
        <p>
          <strong>
            {open.length === 1 ? '1 åben sag' : `${open.length} åbne sager`}, {closed.length}{' '}
            {closed.length === 1 ? 'lukket' : 'lukkede'}.
          </strong>{' '}
          {late > 0 && `${late === 1 ? '1 sag har' : `${late} sager har`} overskredet en frist.`}{' '}
          <a href={LIST}>{listed.length} tilbud</a> er på listen.
        </p>
        <ButtonRow>
          {ask.may('taskForce.run') && (
            <LinkButton href={`${CASES}/ny`} look="primary">
              Rejs en sag
            </LinkButton>
          )}
          <LinkButton href={`${CASES}.xlsx`} icon="download" look={ask.may('taskForce.run') ? 'tertiary' : 'secondary'}>
            Excel
          </LinkButton>
          <LinkButton href={`${CASES}.csv`} look="tertiary">
            CSV
          </LinkButton>
        </ButtonRow>
        {cases.length === 0 && (
          <Empty title="Der har ikke været nogen sager" action={{ text: 'Se listen over tilbud', href: LIST }} />
        )}
        {open.map((running) => (
          <CaseLine running={running} today={ask.today} />
        ))}
        {closed.map((running) => (
          <CaseLine running={running} today={ask.today} />
        ))}
        <p class="quiet">
          Sagerne kan læses af alle. Sekretariatets egne noter kan ikke. Fremgangsmåden er aftalt i Rammeaftale 2018-19, linje
          1134-1140; skridtene i den står ikke i kilderne og er Fælles' forslag.
        </p>
      </>
    ),
  }
}
