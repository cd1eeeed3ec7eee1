import { Empty, Table, Tabs, Tag } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { tariffUnits } from '../calculation.ts'
import { changeText, oreText, periodText } from '../shown.ts'
import type { CalculationEntry } from '../store/calculations.ts'

type Loaded = { year: number; years: number[]; entries: CalculationEntry[] }

const nameOf = ({ offerName, unitName, label }: CalculationEntry) =>
  [offerName, unitName === 'Hele tilbuddet' ? '' : unitName, label].filter(Boolean).join(', ')

/** Every calculation of a year, each the newest of its versions. */
export const ListPage = ({ year, years, entries }: Loaded): Page => ({
  title: `Beregninger ${year}`,
  lead: 'Fra omkostningslinje til takst: hvert regnetrin ligger åbent og kan regnes efter.',
  crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'Beregninger' }],
  ...(entries.some(({ example }) => example) ? { marks: ['eksempeldata'] } : {}),
  body: (
    <>
      {years.length > 0 && (
        <Tabs
          label="Takstår"
          items={years.map((one) => ({ text: String(one), href: `/takster/beregninger?aar=${one}`, current: one === year }))}
        />
      )}
      {entries.length === 0 ? (
        <Empty title={`Ingen beregninger for ${year}`} level={2}>
          <p>Beregningerne kommer, når driftsherrernes takstskemaer for året er offentliggjort.</p>
        </Empty>
      ) : (
        <Table<CalculationEntry>
          caption={`Beregninger ${year}`}
          captionHidden
          rows={entries}
          columns={[
            {
              head: 'Tilbud',
              rowHead: true,
              cell: (entry) => (
                <>
                  <a href={`/takster/beregning/${entry.id}`}>{nameOf(entry)}</a>
                  {entry.validFrom && entry.validUntil && `, ${periodText({ from: entry.validFrom, until: entry.validUntil })}`}{' '}
                  {entry.example && <Tag kind="warning">Eksempel</Tag>}
                </>
              ),
            },
            { head: 'Driftsherre', cell: ({ operatorName }) => operatorName ?? 'Ikke oplyst' },
            {
              head: 'Takst',
              numeric: true,
              cell: ({ tariffOre, unit }) => `${oreText(BigInt(tariffOre))} pr. ${tariffUnits[unit]}`,
            },
            {
              head: 'Heraf midlertidig',
              numeric: true,
              cell: ({ temporaryOre }) => (temporaryOre === 0 ? 'ingen' : changeText(BigInt(temporaryOre))),
            },
          ]}
        />
      )}
      <p>
        <a href={`/takster/regelsaet?aar=${year}`}>{`Reglerne, der regnes efter i ${year}`}</a> ·{' '}
        <a href="/takster">Alle takster, også dem uden beregning</a>
      </p>
    </>
  ),
})
