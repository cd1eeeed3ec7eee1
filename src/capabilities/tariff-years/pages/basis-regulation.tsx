import type { Ask, FormState } from '../../../platform/action.ts'
import { ButtonRow, type Column, LinkButton, type Page, Table, TextField } from '../../../platform/ui/index.ts'
import { kronerText } from '../../../platform/values/kroner.ts'
import { quantityText, type Regulation, rulesOf, type Step, wholeOf } from '../../tariffs/index.ts'
import type { BasisLooked } from '../actions/basis.ts'
import { yearOf } from '../basis.ts'
import { accountLabels } from '../level-input.ts'
import { basisCrumbs, fieldsOf, kronerField, PartForm } from './basis-parts.tsx'

/** What earlier years bring into the tariff: a deficit raises it, a surplus lowers it. */
export const RegulationSection = ({ looked }: { looked: BasisLooked }) => {
  const { basis, writable, href } = looked
  return (
    <>
      <h2>Regulering fra et tidligere år</h2>
      {basis.regulations.length === 0 ? (
        <p>Der er ingen regulering. Et underskud lægges til og et overskud trækkes fra, og det vises som midlertidigt.</p>
      ) : (
        <Table caption="Regulering" captionHidden compact columns={columns(looked)} rows={basis.regulations} />
      )}
      {writable && (
        <ButtonRow>
          <LinkButton href={`${href}/regulering/regnskab`}>Regn den af et regnskab</LinkButton>
          <LinkButton href={`${href}/regulering/beloeb`} look="tertiary">
            Skriv et beløb
          </LinkButton>
        </ButtonRow>
      )}
    </>
  )
}

const stepsOf = ({ outcome }: BasisLooked): readonly Step[] =>
  outcome && 'calculated' in outcome ? outcome.calculated.steps : []

function amountOf(regulation: Regulation, looked: BasisLooked): string {
  if (!('account' in regulation)) return kronerText(regulation.amountOre)
  const step = stepsOf(looked).find(({ key }) => key === `carried.${regulation.account.year}`)
  return step ? quantityText(step.value, step.unit) : 'regnes, når taksten kan beregnes'
}

const columns = (looked: BasisLooked): Column<Regulation>[] => [
  { head: 'Fra', rowHead: true, cell: (one) => String(yearOf(one)) },
  { head: 'Sådan', cell: (one) => ('account' in one ? 'Af regnskabet, efter reglen' : (one.note ?? 'Beløb')) },
  { head: 'I taksten', numeric: true, cell: (one) => amountOf(one, looked) },
  ...(looked.writable
    ? [
        {
          head: 'Ret',
          cell: (one: Regulation) => (
            <>
              <a href={`${looked.href}/regulering/${'account' in one ? 'regnskab' : 'beloeb'}?aar=${yearOf(one)}`}>
                Ret<span class="sr-only"> reguleringen fra {yearOf(one)}</span>
              </a>{' '}
              ·{' '}
              <a href={`${looked.href}/regulering/${yearOf(one)}/fjern`}>
                Fjern<span class="sr-only"> reguleringen fra {yearOf(one)}</span>
              </a>
            </>
          ),
        },
      ]
    : []),
]

/** The one that is to be changed, by the year in the address. */
const asked = ({ basis }: BasisLooked, url: URL): Regulation | undefined =>
  basis.regulations.find((one) => String(yearOf(one)) === url.searchParams.get('aar'))

const usualYear = ({ rules }: BasisLooked): string => String(rules.year - wholeOf(rulesOf(rules), 'tariff.surplus.lag'))

export function RegulationPage({ looked }: { looked: BasisLooked }, { url }: Ask, form: FormState): Page {
  const now = asked(looked, url)
  const of = fieldsOf(
    form,
    now && !('account' in now)
      ? { fromYear: String(now.fromYear), amount: kronerField(now.amountOre), note: now.note }
      : { fromYear: usualYear(looked) },
  )
  return {
    title: 'Regulering med et beløb',
    lead: 'Et underskud skrives positivt og hæver taksten, et overskud negativt. Et år, der står i forvejen, erstattes.',
    crumbs: basisCrumbs(looked, 'Regulering'),
    body: (
      <PartForm looked={looked} tail="/regulering/beloeb" form={form} text="Gem reguleringen">
        <TextField {...of('fromYear', 'Fra året')} width="xs" inputmode="numeric" required />
        <TextField {...of('amount', 'Beløb')} suffix="kr." width="m" inputmode="decimal" required />
        <TextField {...of('note', 'Hvor kommer det fra?')} maxlength={300} />
      </PartForm>
    ),
  }
}

const accountHints: Partial<Record<keyof typeof accountLabels, string>> = {
  revenueOre: 'Det, taksterne bragte ind',
  regulationOre: 'Den del af indtægten, der regulerede et tidligere år',
  basisOre: 'Omkostningerne, som årets takst blev regnet af',
  budgetOre: 'Årets budget',
}

const told = Object.keys(accountLabels) as (keyof typeof accountLabels)[]

export function AccountPage({ looked }: { looked: BasisLooked }, { url }: Ask, form: FormState): Page {
  const now = asked(looked, url)
  const account = now && 'account' in now ? now.account : undefined
  const of = fieldsOf(form, {
    accountYear: account ? String(account.year) : usualYear(looked),
    ...(account && Object.fromEntries(told.map((name) => [name, kronerField(account[name])]))),
    ...(account && { accountYear: String(account.year) }),
  })
  return {
    title: 'Regulering af et regnskab',
    lead: 'Reglen siger, hvor stor en del af over- eller underskuddet der går videre, og til hvilket år.',
    crumbs: basisCrumbs(looked, 'Regnskab'),
    body: (
      <PartForm looked={looked} tail="/regulering/regnskab" form={form} text="Gem regnskabet">
        <TextField {...of('accountYear', 'Regnskabsår')} width="xs" inputmode="numeric" required />
        <div class="tariffs-fields">
          {Object.entries(accountLabels).map(([name, label]) => (
            <TextField
              {...of(name, label)}
              hint={accountHints[name as keyof typeof accountLabels]}
              suffix="kr."
              inputmode="decimal"
            />
          ))}
        </div>
      </PartForm>
    ),
  }
}

type Found = { looked: BasisLooked; regulation: Regulation }

export const RemoveRegulationPage = ({ looked, regulation }: Found, _: Ask, form: FormState): Page => ({
  title: `Fjern reguleringen fra ${yearOf(regulation)}`,
  crumbs: basisCrumbs(looked, 'Fjern'),
  body: (
    <PartForm
      looked={looked}
      tail={`/regulering/${yearOf(regulation)}/fjern`}
      form={form}
      danger={{ text: 'Fjern reguleringen', keep: 'Behold den' }}
    />
  ),
})
