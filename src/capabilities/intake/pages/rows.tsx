import { rowsText } from '../../../platform/incoming.ts'
import { Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { Preview } from '../store/rows.ts'

const standings = { new: 'Ny', changed: 'Ændret', overtaken: 'Nyere på siden' } as const

/** What confirming will do, row by row: old to new, field by field. */
export const Rows = ({ rows, of, most }: { rows: Preview[]; of: number; most: number }) => (
  <Table<Preview>
    caption={of > most ? `De første ${most} af ${numberText(of)} rækker` : rowsText(of)}
    columns={[
      { head: 'Række', cell: ({ number }) => number, numeric: true },
      { head: 'Tilbud', cell: ({ offer, unit }) => (unit && unit !== offer ? `${offer}, ${unit}` : offer), rowHead: true },
      {
        head: 'Hvad sker der',
        cell: ({ standing }) => (
          <Tag kind={standing === 'changed' ? 'warning' : standing === 'new' ? 'success' : 'info'}>{standings[standing]}</Tag>
        ),
      },
      {
        head: 'Fra og til',
        cell: ({ changes, standing }) => (standing === 'overtaken' ? 'Bliver ikke rørt' : <Changes changes={changes} />),
      },
    ]}
    rows={rows}
  />
)

const Changes = ({ changes }: Pick<Preview, 'changes'>) => (
  <ul class="intake-changes">
    {changes.map(({ field, before, after }) => (
      <li>
        {field}: {before !== undefined && <del>{before}</del>} {before !== undefined && <span aria-hidden="true">→ </span>}
        <ins>{after ?? 'fjernet'}</ins>
      </li>
    ))}
  </ul>
)
