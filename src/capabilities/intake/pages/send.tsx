import type { Ask, FormState } from '../../../platform/action.ts'
import type { DraftLine } from '../../../platform/incoming.ts'
import { Alert, type Crumb, FileField, Form, fieldIn, Hidden, type Page, Select, SubmitRow } from '../../../platform/ui/index.ts'
import { instantText } from '../../../platform/values/day.ts'
import type { Operator } from '../../offers/index.ts'

type Loaded = { open: Pick<DraftLine, 'id' | 'fileName' | 'state' | 'createdAt'>[]; operators: Operator[]; maxMegabytes: number }

const stages = {
  waiting: 'bliver læst',
  asking: 'venter på, at du siger, hvad kolonnerne er',
  ready: 'venter på, at du siger ja',
  writing: 'bliver gemt',
} as const
const stageOf = (state: DraftLine['state']): string => (state in stages ? stages[state as keyof typeof stages] : '')

export const crumbs = (...more: Crumb[]) => [{ text: 'Tilbud', href: '/tilbud' }, ...more]

export const SendPage = ({ open, operators, maxMegabytes }: Loaded, _: Ask<unknown, unknown>, form: FormState): Page => ({
  title: 'Læs tilbud ind fra et regneark',
  lead: 'Send det regneark, I har. Du ser, hvad der er nyt og ændret, før noget bliver gemt.',
  crumbs: crumbs({ text: 'Læs ind' }),
  robots: 'noindex',
  body: (
    <>
      {open.length > 0 && <Waiting open={open} />}
      <Form action="/tilbud/indlaes" errors={form.errors} files>
        <Hidden name="_key" value={form.key} />
        <FileField
          name="file"
          label="Regneark med tilbud"
          hint={`En række for hver slags pladser, et tilbud har. Excel (.xlsx) eller CSV, højst ${maxMegabytes} MB.`}
          accept=".xlsx,.csv"
          error={form.errors['file']}
        />
        {operators.length > 1 && (
          <Select
            {...fieldIn(form, 'operator')}
            label="Hvem kommer filen fra?"
            hint="Kolonnerne huskes for hver, så næste fil kan læses uden spørgsmål."
            empty="Flere, eller en anden"
            options={operators.map(({ id, name }) => ({ value: String(id), text: name }))}
          />
        )}
        <SubmitRow text="Læs filen" />
      </Form>
      <Help />
    </>
  ),
})

const Waiting = ({ open }: Pick<Loaded, 'open'>) => (
  <Alert kind="info" title={open.length === 1 ? 'En fil er ikke færdig' : 'Filer, der ikke er færdige'}>
    <ul class="nobullet-list">
      {open.map(({ id, fileName, state, createdAt }) => (
        <li>
          <a href={`/tilbud/indlaes/${id}`}>{fileName}</a>, sendt {instantText(createdAt)}, {stageOf(state)}
        </li>
      ))}
    </ul>
  </Alert>
)

const Help = () => (
  <section class="intake-help">
    <h2>Hvad filen skal indeholde</h2>
    <ul>
      <li>Kolonnerne må hedde, hvad de vil. Fælles foreslår, hvad de er, og spørger, hvor det er i tvivl.</li>
      <li>Et tilbud kendes på nummeret på Tilbudsportalen eller P-nummeret. Kendes det kun på navnet, spørger vi.</li>
      <li>En tom celle ændrer intet. Kun det, der står noget andet i end på siden, bliver ændret.</li>
      <li>
        Vil I rette i det, der står: <a href="/tilbud/liste.xlsx">hent alle tilbud (Excel)</a>, ret, og send filen her.
      </li>
      <li>Der må ikke stå oplysninger om borgere i filen.</li>
    </ul>
  </section>
)
