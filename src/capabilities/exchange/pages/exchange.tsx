import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, LinkButton, type Page } from '../../../platform/ui/index.ts'
import { instantText } from '../../../platform/values/day.ts'
import type { Draft } from '../draft.ts'
import { UploadForm } from './upload.tsx'

type Loaded = {
  maxMegabytes: number
  open: Pick<Draft, 'id' | 'fileName' | 'state' | 'createdAt'>[]
  plan: boolean
  others: boolean
}

const stages = { waiting: 'bliver læst', ready: 'venter på, at du siger ja', writing: 'bliver gemt' } as const
const stageOf = (state: Draft['state']): string => (state in stages ? stages[state as keyof typeof stages] : '')

export function ExchangePage({ open, plan, others, maxMegabytes }: Loaded, _: Ask<unknown, unknown>, form: FormState): Page {
  return {
    title: 'Regneark',
    lead: 'Meld status for mange indsatsområder på én gang: hent regnearket, ret i det, og send det tilbage.',
    crumbs: [{ text: 'Forside', href: '/' }, { text: 'Regneark' }],
    body: (
      <>
        {open.length > 0 && <Waiting open={open} />}
        <ol class="exchange-steps">
          <li>
            <h2>Hent regnearket</h2>
            <p>{contentText(plan, others)}</p>
            <LinkButton href="/regneark/mit.xlsx" look="primary" icon="download">
              Hent regneark (Excel)
            </LinkButton>
          </li>
          <li>
            <h2>Ret i det</h2>
            <p>
              Ret kun de rækker, der skal ændres. De andre rækker ændrer intet, heller ikke hvis nogen skriver på siden imens.
              Arket »Vejledning« siger, hvad du kan skrive.
            </p>
          </li>
          <li>
            <h2>Send det tilbage</h2>
            <p>Du får at se, hvad der er nyt, og hvilke celler der er fejl i. Intet bliver gemt, før du siger ja.</p>
            <UploadForm form={form} label="Det rettede regneark" text="Læs regnearket" maxMegabytes={maxMegabytes} />
          </li>
        </ol>
        <Others />
      </>
    ),
  }
}

const contentText = (plan: boolean, others: boolean): string =>
  plan
    ? 'Alle parters status og hele planen med kilder, som det ser ud nu.'
    : others
      ? 'Alle parters status, som den ser ud nu.'
      : 'Jeres status på hvert indsatsområde, som den ser ud nu.'

const Waiting = ({ open }: Pick<Loaded, 'open'>) => (
  <Alert kind="info" title={open.length === 1 ? 'Et regneark er ikke færdigt' : 'Regneark, der ikke er færdige'}>
    <ul class="nobullet-list">
      {open.map(({ id, fileName, state, createdAt }) => (
        <li>
          <a href={`/regneark/${id}`}>{fileName}</a>, sendt {instantText(createdAt)}, {stageOf(state)}
        </li>
      ))}
    </ul>
  </Alert>
)

/** What everybody can fetch. */
const Others = () => (
  <section class="exchange-files">
    <h2>Alt det åbne</h2>
    <p>De samme oplysninger, som alle kan hente. Interne noter er aldrig med.</p>
    <ul>
      <li>
        Plan og status i ét regneark: <a href="/plan/faelles.xlsx">Excel</a>
      </li>
      <li>
        Planen med kilder: <a href="/plan/plan.xlsx">Excel</a> eller <a href="/plan/plan.csv">CSV</a>
      </li>
      <li>
        Alle parters status: <a href="/plan/status.xlsx">Excel</a> eller <a href="/plan/status.csv">CSV</a>
      </li>
      <li>
        Følg med: <a href="/plan/aendringer.atom">ændringer (Atom)</a> og <a href="/plan/milepaele.ics">milepæle (kalender)</a>
      </li>
      <li>
        For programmer: <a href="/api">API</a>
      </li>
    </ul>
  </section>
)
