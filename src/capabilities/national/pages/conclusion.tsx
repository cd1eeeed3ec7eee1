import { Details, Empty, LinkButton, Tag } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { LoadedNational } from '../actions/look.ts'
import type { Conclusion as Told } from '../national.ts'
import { NATIONAL, ToldBy } from './parts.tsx'

/** The newest year's conclusion; the years before and what was corrected are folded below. */
export const Conclusion = ({ loaded: { conclusions, today }, edits }: { loaded: LoadedNational; edits: boolean }) => {
  const [newest, ...older] = conclusions
  const lastYear = Number(today.slice(0, 4)) - 1
  return (
    <section id="konklusion">
      <h2>Passer kapaciteten til behovet?</h2>
      {newest ? (
        <blockquote class="special-quote">
          <p>{newest.text}</p>
          <Foot of={newest} />
        </blockquote>
      ) : (
        <Empty title="Ingen har skrevet en konklusion endnu" level={3} />
      )}
      {newest && newest.year < lastYear && (
        <p>
          <Tag kind="warning">gammel konklusion</Tag> Der er ikke skrevet en for{' '}
          {newest.year + 1 === lastYear ? lastYear : `${newest.year + 1}-${lastYear}`}.
        </p>
      )}
      {older.length > 0 && (
        <Details summary={`Tidligere konklusioner (${older.length})`}>
          {older.map((one) => (
            <blockquote class="special-quote">
              <p>{one.text}</p>
              <Foot of={one} />
            </blockquote>
          ))}
        </Details>
      )}
      {edits && <LinkButton href={`${NATIONAL}/konklusion`}>Skriv årets konklusion</LinkButton>}
    </section>
  )
}

const Foot = ({ of }: { of: Told }) => (
  <>
    <p>
      <strong>{of.year}</strong>.{' '}
      {of.decidedBy && of.decidedOn
        ? `Besluttet af ${of.decidedBy} ${dayText(of.decidedOn)}.`
        : 'Hvem der har besluttet den, står ikke i kilden.'}
    </p>
    <ToldBy of={of} />
  </>
)
