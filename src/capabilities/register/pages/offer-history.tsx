import { Details, Timeline } from '../../../platform/ui/index.ts'
import { dayText, instantText } from '../../../platform/values/day.ts'
import { type Change, changeTexts, differences, type Lineage, type Names, subjectTexts } from '../../offers/index.ts'
import type { OfferToRead } from '../offer-reading.ts'

/** What became of what, then every change that has been written down. Who did it is told to those who are signed in. */
export const History = ({ read, named }: { read: OfferToRead; named: boolean }) => {
  const { detail, changes } = read
  const first = changes.filter(({ kind }) => kind !== 'created' && kind !== 'imported')
  return (
    <>
      {detail.lineage.length > 0 && (
        <Timeline
          items={detail.lineage.map((one) => ({
            day: one.day,
            title: lineageText(one, detail.offer.id),
            body: <p class="source">{`Kilde: ${one.source}`}</p>,
          }))}
        />
      )}
      {first.length === 0 && detail.lineage.length === 0 && <p>Intet er ændret, siden tilbuddet blev skrevet ind.</p>}
      <ChangeList changes={first} names={namesOf(read)} named={named} />
      <p class="quiet">
        {`Skrevet ind ${dayText(changes.at(-1)?.validFrom ?? read.judged.day)}. `}
        Læs siden, som den var en anden dag, ved at skrive fx <code>?pr=2026-01-31</code> efter adressen.
      </p>
    </>
  )
}

const namesOf = ({ municipalities, bases }: OfferToRead): Names => ({
  municipality: (code) => municipalities.find((one) => one.code === code)?.name,
  basis: (key) => bases.find((one) => one.key === key)?.code,
})

const Other = ({ id, name }: { id: number; name: string }) => <a href={`/tilbud/${id}`}>{name}</a>

function lineageText({ kind, fromOfferId, toOfferId, before, after }: Lineage, own: number) {
  if (kind === 'renamed') return `Skiftede navn fra ${before} til ${after}`
  if (kind === 'moved') return `Flyttede fra ${before} til ${after}`
  if (kind === 'split')
    return fromOfferId === own ? (
      <>
        Delt: en del blev til <Other id={toOfferId} name={after} />
      </>
    ) : (
      <>
        Opstod ved en deling af <Other id={fromOfferId} name={before} />
      </>
    )
  return fromOfferId === own ? (
    <>
      Samlet med <Other id={toOfferId} name={after} />
    </>
  ) : (
    <>
      <Other id={fromOfferId} name={before} /> blev samlet med dette
    </>
  )
}

type ListProps = { changes: readonly Change[]; names: Names; named: boolean }

/** Changes newest first, each with what was and what is. */
export const ChangeList = ({ changes, names, named }: ListProps) =>
  changes.length === 0 ? null : (
    <Details summary={changes.length === 1 ? 'Se 1 ændring' : `Se ${changes.length} ændringer`}>
      <ol class="offers-changes">
        {changes.map((change) => (
          <li>
            <strong>{`${subjectTexts[change.subject]}: ${changeTexts[change.kind]}`}</strong>
            {`, gælder fra ${dayText(change.validFrom)}`}
            <ul>
              {differences(change, names, named).map(({ label, before, after }) => (
                <li>
                  {label}: {before !== undefined && <del>{before}</del>} {after === undefined ? 'intet' : <ins>{after}</ins>}
                </li>
              ))}
            </ul>
            <p class="source">
              {`Kilde: ${change.source}. Skrevet ${instantText(change.recordedAt)}${named ? ` af ${change.actorName}` : ''}`}
              {change.example && ' (eksempeldata)'}
            </p>
          </li>
        ))}
      </ol>
    </Details>
  )
