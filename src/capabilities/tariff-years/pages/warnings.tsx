import { Alert, Details } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { Reviewed } from '../reviewing.ts'
import type { Warning } from '../warning.ts'

const MOST_OPEN = 25

/** What has to be mended before a sheet can be handed in; the rest only asks to be looked at. */
const stopsOf = ({ unpriced, unexplained, firstOverlap, firstLost }: Reviewed): string[] => [
  ...(unpriced > 0 ? [unpriced === 1 ? '1 takst har ingen pris' : `${numberText(unpriced)} takster har ingen pris`] : []),
  ...(unexplained > 0 ? ['belægning uden for grænserne mangler en forklaring'] : []),
  ...(firstOverlap === undefined ? [] : ['perioder overlapper']),
  ...(firstLost === undefined ? [] : ['»Hed før« peger ikke på en takst, der var der']),
]

type WarningsProps = { review: Reviewed; href: string; writable: boolean }

/** The first of what there is to look at; the rest behind a click, and all of it in a file when there is more than a page can hold. */
export const Warnings = ({ review, href, writable }: WarningsProps) => {
  const { warnings, total } = review
  const stops = stopsOf(review)
  if (total === 0) return <Alert kind="success">Der er intet at advare om.</Alert>
  const item = ({ lineId, text }: Warning) => (
    <li>
      {text} {writable && lineId !== undefined && <a href={`${href}/linje/${lineId}`}>Ret</a>}
    </li>
  )
  const hidden = warnings.slice(MOST_OPEN)
  return (
    <Alert kind="warning" title={total === 1 ? '1 ting at se på' : `${numberText(total)} ting at se på`}>
      <p>
        {stops.length > 0
          ? `Skemaet kan først indsendes, når det her er rettet: ${stops.join('; ')}.`
          : 'Skemaet kan indsendes alligevel. Skriv gerne en forklaring på taksten.'}
      </p>
      <ul>{warnings.slice(0, MOST_OPEN).map(item)}</ul>
      {hidden.length > 0 && (
        <Details summary={`${numberText(hidden.length)} flere`}>
          <ul>{hidden.map(item)}</ul>
        </Details>
      )}
      {total > warnings.length && <p>Her vises de første {numberText(warnings.length)}. De andre står i filen.</p>}
      <p>
        Hent dem linje for linje: <a href={`${href}/advarsler.xlsx`}>regneark</a> · <a href={`${href}/advarsler.csv`}>CSV</a>
      </p>
    </Alert>
  )
}
