import { Select, TextField } from '../../../platform/ui/index.ts'
import type { PlacedLine } from '../line.ts'
import type { Predecessors } from '../predecessor.ts'

const MOST_LISTED = 500

/** What a line says of what it was: the one that stands in the list, and what else is written. */
export function wasValues(line: PlacedLine, predecessors: Predecessors): { wasListed?: string; was: string } {
  const [first, ...more] = line.was
  if (first === undefined) return { was: '' }
  const [only, ...others] = predecessors.meant(first, line)
  const listed = only && others.length === 0 && !first.includes('pladser') && predecessors.all.length <= MOST_LISTED
  return listed ? { wasListed: predecessors.fullName(only), was: more.join('; ') } : { was: line.was.join('; ') }
}

type Field = { name: string; label: string; value?: string | undefined; error?: string | undefined }
type WasProps = { of: (name: string, label: string) => Field; predecessors: Predecessors }

/** What the tariff was called before: chosen among those there were, wherever they were. */
export const WasFields = ({ of, predecessors }: WasProps) => {
  const { all } = predecessors
  const listed = all.length > 0 && all.length <= MOST_LISTED
  return (
    <>
      {listed && (
        <Select
          {...of('wasListed', 'Hed før')}
          empty="Det samme, eller den er ny"
          options={all.map((one) => ({ value: predecessors.fullName(one), text: predecessors.fullName(one) }))}
        />
      )}
      <TextField
        {...of('was', listed ? 'Hed også før' : 'Hed før')}
        hint="Hvis flere takster er lagt sammen: navnene med semikolon. I en anden afdeling skrives »Afdeling: Ydelse«, og kom kun nogle af pladserne med, »Ydelse (6 pladser)«."
      />
    </>
  )
}
