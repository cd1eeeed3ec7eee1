import type { Ask, FormState } from '../../platform/action.ts'
import {
  DayField,
  Empty,
  Form,
  fieldIn,
  Hidden,
  LinkButton,
  type Page,
  Radios,
  Select,
  SubmitRow,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from '../../platform/ui/index.ts'
import { dayShort, dayText } from '../../platform/values/day.ts'
import type { Party } from '../parties/index.ts'
import type { Item, Plan } from '../plan/index.ts'
import { type Cycle, decisionKeys, decisions, type Entry, ending, stepKeys, stepNow, steps } from './cycle.ts'

const address = (item: Item, { number }: Pick<Cycle, 'number'>) => `${item.href}/forloeb/${number}`

const marksOf = (cycles: readonly Cycle[]) => (cycles.some(({ example }) => example) ? ['eksempeldata'] : [])

const crumbsTo = (item: Item, last: string) => [
  { text: 'Planen', href: '/plan' },
  { text: item.title, href: item.href ?? '/plan' },
  { text: last },
]

const decided = ({ decision }: Entry) => decision && decisions[decision]

/** Where a cycle stands, in two words. */
const Standing = ({ cycle }: { cycle: Cycle }) => {
  const end = ending(cycle)
  if (end?.decision === 'spread') return <Tag kind="success">Udbredes</Tag>
  if (end) return <Tag>Stoppet</Tag>
  return <Tag kind="info">{steps[stepNow(cycle)].text}</Tag>
}

/** One cycle on one line: the steps taken, each with its day. */
const CycleLine = ({ item, cycle }: { item: Item; cycle: Cycle }) => (
  <li class="cycle">
    <p class="cycle-head">
      <a href={address(item, cycle)}>
        {cycle.number}. {cycle.title}
      </a>{' '}
      <Standing cycle={cycle} />
      {cycle.example && <Tag kind="warning">eksempeldata</Tag>}
      <span class="cycle-who">{cycle.partyName ?? 'Fælles'}</span>
    </p>
    <ol class="cycle-steps">
      {cycle.entries.map((entry) => (
        <li class={`cycle-step cycle-${entry.step}`}>
          <span class="cycle-step-name">{decided(entry) ?? steps[entry.step].text}</span>
          <time datetime={entry.day}>{dayShort(entry.day)}</time>
        </li>
      ))}
    </ol>
  </li>
)

/** All cycles of an initiative on one line each; for the initiative's own page. */
export const CycleList = ({ item, cycles, mayWrite }: { item: Item; cycles: readonly Cycle[]; mayWrite: boolean }) => (
  <>
    {cycles.length === 0 ? (
      <Empty title="Ingen forbedringsforløb endnu">
        Her står, hvad der er prøvet i lille skala, hvad man så, og hvad der blev besluttet.
      </Empty>
    ) : (
      <ul class="cycles">
        {cycles.map((cycle) => (
          <CycleLine item={item} cycle={cycle} />
        ))}
      </ul>
    )}
    {mayWrite && <LinkButton href={`${item.href}/forloeb/nyt`}>Begynd et forløb</LinkButton>}
  </>
)

export const CyclesPage = ({ plan, cycles }: { plan: Plan; cycles: Cycle[] }): Page => {
  const items = plan.of('initiative').filter(({ id }) => cycles.some(({ initiativeId }) => initiativeId === id))
  return {
    title: 'Forbedringsforløb',
    lead: 'Små afprøvninger, før noget bliver gjort alle steder: hvad vi troede, hvad vi så, og hvad vi besluttede.',
    crumbs: [{ text: 'Planen', href: '/plan' }, { text: 'Forbedringsforløb' }],
    marks: marksOf(cycles),
    body: (
      <>
        {items.length === 0 && (
          <Empty title="Ingen forløb er begyndt">
            Et forløb begyndes på et initiativs side. <a href="/plan/initiativer">Se initiativerne</a>
          </Empty>
        )}
        {items.map((item) => (
          <section>
            <h2>
              <a href={item.href}>{item.title}</a>
            </h2>
            <ul class="cycles">
              {cycles
                .filter(({ initiativeId }) => initiativeId === item.id)
                .map((cycle) => (
                  <CycleLine item={item} cycle={cycle} />
                ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }
}

type OneCycle = { item: Item; cycle: Cycle; others: Cycle[] }

export const CyclePage = ({ item, cycle, others }: OneCycle, ask: Ask): Page => {
  const end = ending(cycle)
  const href = address(item, cycle)
  const beside = others.filter(({ id }) => id !== cycle.id)
  return {
    title: `${cycle.number}. forløb: ${cycle.title}`,
    lead: `${cycle.partyName ?? 'Fælles forløb'} · ${item.title}`,
    crumbs: crumbsTo(item, `${cycle.number}. forløb`),
    marks: marksOf([cycle]),
    body: (
      <>
        {!end && ask.may('cycles.write', { partyId: cycle.partyId }) && (
          <p>
            <LinkButton href={`${href}/trin`} look="primary">
              Skriv næste trin
            </LinkButton>
          </p>
        )}
        <Timeline
          items={cycle.entries.map((entry) => ({
            title: entry.step === 'decision' ? `Beslutning: ${decided(entry)}` : steps[entry.step].text,
            day: entry.day,
            phase: 'done' as const,
            body: (
              <>
                <p class="cycle-text">{entry.text}</p>
                <p class="form-hint">Skrevet {dayText(entry.recordedAt.toISOString().slice(0, 10))}</p>
              </>
            ),
          }))}
        />
        {end && (
          <p>
            Forløbet sluttede {dayText(end.day)} med beslutningen »{decided(end)}«.
          </p>
        )}
        {beside.length > 0 && (
          <section>
            <h2>Andre forløb i samme initiativ</h2>
            <ul class="cycles">
              {beside.map((other) => (
                <CycleLine item={item} cycle={other} />
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  }
}

type Beginning = { item: Item; parties: readonly Party[]; own: number | undefined }

export const NewCyclePage = ({ item, parties, own }: Beginning, ask: Ask, form: FormState): Page => ({
  title: 'Begynd et forbedringsforløb',
  lead: `Skriv, hvad I tror vil virke, og prøv det i lille skala, før I gør det alle steder. Initiativ: ${item.title}.`,
  crumbs: crumbsTo(item, 'Nyt forløb'),
  body: (
    <Form action={`${item.href}/forloeb/nyt`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <TextField {...fieldIn(form, 'title')} label="Kort titel" required />
      <Select
        {...fieldIn(form, 'party', parties.find(({ id }) => id === own)?.slug)}
        label="Hvem prøver?"
        options={[
          ...(ask.may('cycles.write') ? [{ value: '', text: 'Fælles for alle' }] : []),
          ...parties.map(({ slug, longName }) => ({ value: slug, text: longName })),
        ]}
      />
      <DayField {...fieldIn(form, 'day', ask.today)} label="Dato" required />
      <TextArea
        {...fieldIn(form, 'hypothesis')}
        label={steps.hypothesis.text}
        hint={steps.hypothesis.asks}
        maxlength={2000}
        required
      />
      <SubmitRow text="Begynd forløbet" secondary={{ text: 'Fortryd', href: item.href ?? '/plan' }} />
    </Form>
  ),
})

export const NewEntryPage = ({ item, cycle }: { item: Item; cycle: Cycle }, ask: Ask, form: FormState): Page => {
  const last = cycle.entries.at(-1)
  const likely = stepKeys[Math.min(stepKeys.indexOf(stepNow(cycle)) + 1, stepKeys.length - 1)]
  return {
    title: 'Skriv næste trin',
    lead: `${cycle.number}. forløb: ${cycle.title}`,
    crumbs: crumbsTo(item, 'Næste trin'),
    marks: marksOf([cycle]),
    body: (
      <>
        {last && (
          <p class="cycle-last">
            Sidst, {dayText(last.day)}: <strong>{decided(last) ?? steps[last.step].text}</strong>. {last.text}
          </p>
        )}
        <Form action={`${address(item, cycle)}/trin`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <Radios
            {...fieldIn(form, 'step', likely)}
            label="Hvilket trin?"
            options={stepKeys.slice(1).map((step) => ({ value: step, text: steps[step].text, hint: steps[step].asks }))}
            required
          />
          <DayField {...fieldIn(form, 'day', ask.today)} label="Dato" required />
          <TextArea
            {...fieldIn(form, 'text')}
            label="Hvad skete der?"
            hint="Skriv ikke om enkelte borgere."
            maxlength={2000}
            required
          />
          <Select
            {...fieldIn(form, 'decision')}
            label="Beslutning"
            hint="Kun når trinnet er en beslutning. Udbred og stop slutter forløbet."
            options={[
              { value: '', text: 'Ingen beslutning' },
              ...decisionKeys.map((value) => ({ value, text: decisions[value] })),
            ]}
          />
          <SubmitRow text="Gem trinnet" secondary={{ text: 'Fortryd', href: address(item, cycle) }} />
        </Form>
      </>
    ),
  }
}
