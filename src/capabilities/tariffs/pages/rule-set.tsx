import { Empty, Tabs } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { RuleSet, TariffRule } from '../calculation.ts'
import { RulesUsed } from './steps.tsx'

const groups: [string, string, (key: string) => boolean][] = [
  [
    'beregning',
    'Sådan regnes en takst',
    (key) => !/^tariff\.(threshold|increase|supervision|whatIf|visibility|surplus|regulation|occupancy)/.test(key),
  ],
  ['belaegning', 'Belægning', (key) => key.startsWith('tariff.occupancy')],
  ['regulering', 'Over- og underskud', (key) => /^tariff\.(surplus|regulation)/.test(key)],
  ['stigninger', 'Stigninger, der skal indberettes', (key) => /^tariff\.(threshold|increase)/.test(key)],
  ['tilsyn', 'Tilsynets takster', (key) => key.startsWith('tariff.supervision')],
  ['vises', 'Hvad alle kan se og prøve', (key) => /^tariff\.(visibility|whatIf)/.test(key)],
]

type Loaded = { set: RuleSet; years: number[] }

/** What a year's tariffs are calculated by, and what nobody has confirmed. */
export function RuleSetPage({ set, years }: Loaded, { may }: { may: (permission: 'parameters.set') => boolean }): Page {
  const open = set.rules.filter(({ confirmed }) => !confirmed)
  const missing = set.rules.filter(({ value }) => value === undefined)
  return {
    title: `Regler for takster ${set.year}`,
    lead: `${open.length} af ${set.rules.length} regler er ikke bekræftet af dem, der bestemmer, og ${missing.length} er slet ikke oplyst.`,
    crumbs: [{ text: 'Takster', href: '/takster' }, { text: 'Regler' }],
    body: (
      <>
        <Tabs
          label="Takstår"
          items={years.map((year) => ({
            text: String(year),
            href: `/takster/regelsaet?aar=${year}`,
            current: year === set.year,
          }))}
        />
        <p>
          Reglerne er, som de er kendt i dag for 1. januar {set.year}. En beregning beholder de regler, den er lavet efter.
          {may('parameters.set') && (
            <>
              {' '}
              <a href="/kontor/regler">Ændr en regel</a>, med begrundelse og kilde.
            </>
          )}
        </p>
        <p>
          <a href="/takster/deling">Del et beløb</a> mellem flere: tomgang ved åbning og lukning, eller fælles finansiering.
        </p>
        <Missing rules={missing} />
        {groups.map(([group, title, belongs]) => (
          <>
            <h2>{title}</h2>
            <RulesUsed caption={title} rules={set.rules.filter(({ key }) => belongs(key))} />
            {group === 'vises' && (
              <p>
                <a href="/takster/synlighed">Hvad alle kan se, driftsherre for driftsherre</a>
              </p>
            )}
          </>
        ))}
      </>
    ),
  }
}

const Missing = ({ rules }: { rules: readonly TariffRule[] }) =>
  rules.length === 0 ? null : (
    <Empty title="Ikke oplyst" level={2}>
      <p>En beregning, der skal bruge en af dem, afvises, til den er sat:</p>
      <ul>
        {rules.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ul>
    </Empty>
  )
