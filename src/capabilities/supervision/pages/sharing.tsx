import {
  Alert,
  type Column,
  Form,
  fieldIn,
  type Page,
  Radios,
  Select,
  Source,
  Table,
  TextField,
} from '../../../platform/ui/index.ts'
import type { Exact } from '../../../platform/values/exact.ts'
import { danish, oreText, quantityText } from '../../tariffs/index.ts'
import { isByPopulation, MOST_ROWS, rowsIn, type Sharing, type SharingQuery, type ToldShare } from '../share.ts'
import type { Population } from '../tariff.ts'

export type LoadedSharing = {
  query: SharingQuery
  years: number[]
  year: number | undefined
  populations: Population[]
  /** Municipalities of the region nobody has written a number for that year. */
  missing: string[]
  outcome: Sharing | { field: string | undefined; sentence: string } | undefined
}

/** What several bear together, shared at once: the answer first, then the numbers. Nothing is kept, and no script is needed. */
export function SharingPage(loaded: LoadedSharing): Page {
  const { outcome, query, populations } = loaded
  const invented = isByPopulation(query) && populations.some(({ example }) => example)
  return {
    title: 'Del et beløb',
    lead: 'Tomgang ved åbning og lukning, eller fælles finansiering: hvad hver skal bære, på øren. Intet gemmes.',
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'Regler', href: '/takster/regelsaet' }, { text: 'Del et beløb' }],
    robots: 'noindex',
    marks: invented ? ['eksempeldata'] : [],
    body: (
      <>
        {outcome && 'sentence' in outcome && (
          <Alert kind="error" title="Det kan ikke deles">
            {outcome.sentence}
          </Alert>
        )}
        {outcome && 'shares' in outcome && <Shares sharing={outcome} loaded={loaded} />}
        <h2>Tallene</h2>
        <Numbers loaded={loaded} />
      </>
    ),
  }
}

const number = (value: Exact) => danish(value, 0, 6)

const columns = ({ totalOre, all }: Sharing, unit: string): Column<ToldShare>[] => [
  { head: 'Hvem', rowHead: true, cell: ({ name }) => name },
  { head: unit, numeric: true, cell: ({ weight }) => number(weight) },
  {
    head: 'Sådan',
    cell: ({ weight, calculated }) =>
      `${oreText(BigInt(totalOre))} × ${number(weight)} ÷ ${number(all)} = ${quantityText(calculated, 'øre')}`,
  },
  { head: 'Andel', numeric: true, cell: ({ ore }) => <strong>{oreText(ore)}</strong> },
]

const Shares = ({ sharing, loaded: { query, populations, missing, year } }: { sharing: Sharing; loaded: LoadedSharing }) => {
  const byPopulation = isByPopulation(query)
  const [first] = populations
  const sum = sharing.shares.reduce((all, { ore }) => all + ore, 0n)
  return (
    <>
      <p class="tariffs-answer" role="status">
        <strong>{oreText(BigInt(sharing.totalOre))}</strong>
        <span>{`delt mellem ${sharing.shares.length}`}</span>
      </p>
      <Table
        caption="Hver andel"
        captionHidden
        compact
        columns={columns(sharing, byPopulation ? '0-17-årige' : 'Tal')}
        rows={sharing.shares}
      />
      <p>{`Efterregnet: andelene er ${oreText(sum)} tilsammen. De sidste øre går til dem, der mistede mest ved at runde ned.`}</p>
      {byPopulation && missing.length > 0 && (
        <Alert kind="warning" title="Ikke alle er med">
          {`Der er ikke skrevet befolkningstal for ${missing.join(', ')} i ${year}, så de bærer ikke noget her.`}
        </Alert>
      )}
      {byPopulation && first && <Source title={first.source} {...(first.sourceUrl !== undefined && { href: first.sourceUrl })} />}
    </>
  )
}

const FEWEST = 4
const SPARE = 2

const Numbers = ({ loaded: { query, years, outcome } }: { loaded: LoadedSharing }) => {
  const wrong = outcome && 'sentence' in outcome && outcome.field !== undefined ? { [outcome.field]: outcome.sentence } : {}
  const filled = { values: query, errors: wrong }
  const last = Math.max(-1, ...rowsIn(query).map(({ field }) => Number(field)))
  const rows = Math.min(Math.max(last + 1 + SPARE, FEWEST), MOST_ROWS)
  return (
    <Form action="/takster/deling" method="get" label="Del et beløb">
      <TextField {...fieldIn(filled, 'beloeb')} label="Beløb, der skal deles" suffix="kr." width="m" inputmode="decimal" />
      <Radios
        {...fieldIn(filled, 'efter', 'skrevet')}
        label="Del efter"
        options={[
          { value: 'skrevet', text: 'Navne og tal', hint: 'Fx de dage, hver kommune har brugt et tilbud, der lukker' },
          { value: 'befolkning', text: 'Kommunernes børn og unge', hint: 'De 0-17-årige, som de er skrevet med kilde' },
        ]}
      />
      {years.length > 0 && (
        <Select
          {...fieldIn(filled, 'aar', years[0])}
          label="Befolkningstal for"
          options={years.map((year) => ({ value: String(year), text: String(year) }))}
          width="s"
        />
      )}
      <fieldset class="supervision-rows">
        <legend>Navne, og dage eller et andet tal</legend>
        {Array.from({ length: rows }, (_, at) => (
          <div class="supervision-row">
            <TextField {...fieldIn(filled, `navn-${at}`)} label={`Navn ${at + 1}`} maxlength={80} />
            <TextField {...fieldIn(filled, `tal-${at}`)} label={`Tal ${at + 1}`} inputmode="decimal" />
          </div>
        ))}
      </fieldset>
      <div class="submit-row">
        <button class="button button-primary" type="submit">
          Del beløbet
        </button>
        <a class="button button-secondary" href="/takster/deling">
          Begynd forfra
        </a>
      </div>
    </Form>
  )
}
