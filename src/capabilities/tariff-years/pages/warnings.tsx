import { Alert, Details } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { Reviewed } from '../reviewing.ts'
import type { Warning } from '../warning.ts'

const MOST_OPEN = 25

type WarningsProps = { review: Reviewed; href: string; writable: boolean }

/** The first of what there is to look at; the rest behind a click, and all of it in a file when there is more than a page can hold. */
export const Warnings = ({ review: { warnings, total }, href, writable }: WarningsProps) => {
  if (total === 0) return <Alert kind="success">Der er intet at advare om.</Alert>
  const item = ({ lineId, text }: Warning) => (
    <li>
      {text} {writable && lineId !== undefined && <a href={`${href}/linje/${lineId}`}>Ret</a>}
    </li>
  )
  const hidden = warnings.slice(MOST_OPEN)
  return (
    <Alert kind="warning" title={total === 1 ? '1 ting at se på' : `${numberText(total)} ting at se på`}>
      <p>Skemaet kan indsendes alligevel. Skriv gerne en forklaring på taksten.</p>
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
