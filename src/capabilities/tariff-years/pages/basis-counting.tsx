import type { Ask, FormState } from '../../../platform/action.ts'
import {
  ButtonRow,
  Checkbox,
  DayField,
  LinkButton,
  type Page,
  Radios,
  SummaryList,
  TextField,
} from '../../../platform/ui/index.ts'
import { dayShort, dayText } from '../../../platform/values/day.ts'
import type { Counting, Occupancy } from '../../tariffs/index.ts'
import type { BasisLooked } from '../actions/basis.ts'
import { accountYears, MOST_PERIODS } from '../counting-input.ts'
import { basisCrumbs, fieldsOf, PartForm, plainOf } from './basis-parts.tsx'

type ByPlaces = Extract<Counting, { by: 'places' }>

/** How what is delivered is counted, and the way to each part of it. */
export const CountingSection = ({ looked }: { looked: BasisLooked }) => {
  const { basis, line, writable, href } = looked
  return (
    <>
      <h2>Det, omkostningerne deles på</h2>
      <SummaryList
        items={countingItems(basis.counting, (tail) => (writable ? { text: 'Ret', href: `${href}${tail}` } : undefined))}
      />
      {writable && line.per !== 'hour' && (
        <ButtonRow>
          {basis.counting.by === 'places' ? (
            <LinkButton href={`${href}/aflastning`} look="tertiary">
              Tæl ophold i aflastning i stedet
            </LinkButton>
          ) : (
            <LinkButton href={`${href}/pladser`} look="tertiary">
              Tæl pladser i stedet
            </LinkButton>
          )}
        </ButtonRow>
      )}
    </>
  )
}

type Way = (tail: string) => { text: string; href: string } | undefined

const way = (action: ReturnType<Way>) => (action ? { action } : {})

function countingItems(counting: Counting, to: Way) {
  if (counting.by === 'hours')
    return [{ term: 'Timer leveret til borgere', value: `${plainOf(counting.hours)} timer om året`, ...way(to('/timer')) }]
  if (counting.by === 'respite')
    return [
      {
        term: 'Ophold i aflastning',
        value: `${counting.stays} ophold, ${counting.nights} overnatninger`,
        ...way(to('/aflastning')),
      },
    ]
  return [
    { term: 'Pladser', value: placesTold(counting), ...way(to('/pladser')) },
    {
      term: 'Dage om året',
      value: counting.days ? `${counting.days.count}: ${counting.days.reason}` : 'efter reglen',
      ...way(to('/pladser')),
    },
    { term: 'Belægning', value: occupancyTold(counting.occupancy), ...way(to('/belaegning')) },
  ]
}

const placesTold = ({ places }: ByPlaces): string =>
  places.length === 1
    ? `${plainOf(places[0]?.count)} hele året`
    : places.map(({ count, from }) => `${plainOf(count)} fra ${dayShort(from)}`).join(', ')

function occupancyTold(occupancy: Occupancy): string {
  const short = occupancy.short ? ' Korte forløb.' : ''
  if (occupancy.from === 'set') return `${plainOf(occupancy.percent)} procent: ${occupancy.reason}.${short}`.replace('..', '.')
  if (occupancy.accounts.length === 0) return 'ikke oplyst'
  return `Af regnskaberne: ${occupancy.accounts.map(({ year, percent }) => `${year}: ${plainOf(percent)} procent`).join(', ')}.${short}`
}

const SPARE = 2

export function PlacesPage({ looked }: { looked: BasisLooked }, _: Ask, form: FormState): Page {
  const { counting } = looked.basis
  const by = counting.by === 'places' ? counting : undefined
  const places = by?.places ?? []
  const now = {
    days: by?.days && String(by.days.count),
    daysReason: by?.days?.reason,
    ...Object.fromEntries(
      places.flatMap(({ count, from }, at) => [
        [`count-${at}`, plainOf(count)],
        [`from-${at}`, from],
      ]),
    ),
  }
  const of = fieldsOf(form, now)
  const { year } = looked.standing
  const later = Array.from({ length: Math.min(Math.max(places.length - 1, 0) + SPARE, MOST_PERIODS - 1) }, (_, at) => at + 1)
  return {
    title: 'Pladser og dage',
    lead: 'Ændres antallet i årets løb, så skriv det nye antal og dagen. Pladserne vægtes efter dage.',
    crumbs: basisCrumbs(looked, 'Pladser'),
    body: (
      <PartForm looked={looked} tail="/pladser" form={form} text="Gem pladser og dage">
        <TextField {...of('count-0', `Pladser fra ${dayText(`${year}-01-01`)}`)} width="s" inputmode="decimal" required />
        {later.map((at) => (
          <div class="tariffs-fields">
            <TextField {...of(`count-${at}`, `Pladser efter ændring ${at}`)} inputmode="decimal" />
            <DayField {...of(`from-${at}`, `Fra og med, ændring ${at}`)} min={`${year}-01-02`} max={`${year}-12-31`} />
          </div>
        ))}
        <TextField {...of('days', 'Dage om året')} hint="Tomt: efter reglen" width="xs" inputmode="numeric" />
        <TextField {...of('daysReason', 'Hvorfor andre dage end reglens?')} maxlength={300} />
      </PartForm>
    ),
  }
}

type FoundPlaces = { looked: BasisLooked; counting: ByPlaces }

export function OccupancyPage({ looked, counting: { occupancy } }: FoundPlaces, _: Ask, form: FormState): Page {
  const years = accountYears(looked.rules)
  const percents = (year: number) =>
    occupancy.from === 'accounts' ? occupancy.accounts.find((one) => one.year === year)?.percent : undefined
  const of = fieldsOf(form, {
    from: occupancy.from,
    ...(occupancy.from === 'set' && { percent: plainOf(occupancy.percent), reason: occupancy.reason }),
    ...Object.fromEntries(years.map((year, at) => [`account-${at}`, plainOf(percents(year))])),
  })
  return {
    title: 'Belægning',
    lead: 'Den belægning, taksten regner med: gennemsnittet af de faktiske år, eller sat med en begrundelse.',
    crumbs: basisCrumbs(looked, 'Belægning'),
    body: (
      <PartForm looked={looked} tail="/belaegning" form={form} text="Gem belægningen">
        <Radios
          {...of('from', 'Hvor kommer belægningen fra?')}
          options={[
            {
              value: 'accounts',
              text: `Regnskaberne for ${years.join(' og ')}`,
              hint: 'Gennemsnittet, holdt inden for reglens grænser',
            },
            { value: 'set', text: 'Sat med en begrundelse', hint: 'Uden for grænserne kræver den sekretariatets godkendelse' },
          ]}
          required
        />
        <h2>Af regnskaberne</h2>
        <div class="tariffs-fields">
          {years.map((year, at) => (
            <TextField {...of(`account-${at}`, `Belægning i ${year}`)} suffix="procent" width="s" inputmode="decimal" />
          ))}
        </div>
        <h2>Sat</h2>
        <TextField {...of('percent', 'Belægning')} suffix="procent" width="s" inputmode="decimal" />
        <TextField {...of('reason', 'Begrundelse')} maxlength={300} />
        <Checkbox
          name="short"
          label="Korte forløb, akutpladser eller aflastning: har en lavere grænse"
          checked={form.values['from'] === undefined ? occupancy.short : form.values['short'] !== undefined}
        />
      </PartForm>
    ),
  }
}

export const HoursPage = ({ looked }: { looked: BasisLooked }, _: Ask, form: FormState): Page => ({
  title: 'Timer leveret til borgere',
  lead: 'De timer, borgerne modtager på et år (serviceloven § 85), og ikke de timer, der er ansat til.',
  crumbs: basisCrumbs(looked, 'Timer'),
  body: (
    <PartForm looked={looked} tail="/timer" form={form} text="Gem timerne">
      <TextField
        {...fieldsOf(form, { hours: looked.basis.counting.by === 'hours' ? plainOf(looked.basis.counting.hours) : undefined })(
          'hours',
          'Timer om året',
        )}
        suffix="timer"
        width="m"
        inputmode="decimal"
        required
      />
    </PartForm>
  ),
})

export function RespitePage({ looked }: { looked: BasisLooked }, _: Ask, form: FormState): Page {
  const { counting } = looked.basis
  const of = fieldsOf(form, counting.by === 'respite' ? { stays: String(counting.stays), nights: String(counting.nights) } : {})
  return {
    title: 'Ophold i aflastning',
    lead: 'Antallet på et helt år. Reglen siger, om ophold tælles som overnatninger eller påbegyndte døgn.',
    crumbs: basisCrumbs(looked, 'Aflastning'),
    body: (
      <PartForm looked={looked} tail="/aflastning" form={form} text="Gem opholdene">
        <div class="tariffs-fields">
          <TextField {...of('stays', 'Ophold')} width="s" inputmode="numeric" required />
          <TextField {...of('nights', 'Overnatninger')} width="s" inputmode="numeric" required />
        </div>
      </PartForm>
    ),
  }
}
