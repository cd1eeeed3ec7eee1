import type { Ask, FormState } from '../../../platform/action.ts'
import { choicesOf, DayField, fieldIn, type Page, Select, TextArea, TextField } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import type { OfferToEdit } from '../editing.ts'
import { placeKinds } from '../offer.ts'
import { isOn, periodText } from '../period.ts'
import { newestCount } from '../place.ts'
import type { LineDetail, UnitDetail } from '../store/standing.ts'
import { BasisBoxes, GroupBoxes } from './boxes.tsx'
import { crumbsOf, DeedForm, Entered } from './parts.tsx'

type LineToEdit = OfferToEdit & { unit: UnitDetail; line: LineDetail | undefined }

export function LineFormPage(loaded: LineToEdit, ask: Ask<object>, form: FormState): Page {
  const { offer, unit, line, changes, bases } = loaded
  return {
    title: line ? 'Ret en pladslinje' : 'Ny pladslinje',
    lead: `${offer.name}, ${unit.name}. En linje er pladser af samme form, efter samme retsgrundlag og til de samme målgrupper.`,
    crumbs: crumbsOf(offer, line ? 'Ret pladslinje' : 'Ny pladslinje'),
    body: (
      <DeedForm
        form={form}
        action={line ? `/tilbud/${offer.id}/pladser/${line.id}/ret` : `/tilbud/${offer.id}/afdelinger/${unit.id}/pladser/ny`}
        back={`/tilbud/${offer.id}`}
        text="Gem"
        version={line?.version}
        changes={line ? changes : []}
        names={{ basis: (key) => bases.find((one) => one.key === key)?.code }}
      >
        <Select
          {...fieldIn(form, 'kind', line?.kind)}
          label="Form"
          empty="Ikke oplyst"
          options={choicesOf(placeKinds)}
          width="m"
        />
        <BasisBoxes bases={bases} line={line} today={ask.today} form={form} />
        <GroupBoxes groups={loaded.groups} line={line} form={form} />
        <div class="offers-pair">
          <TextField {...fieldIn(form, 'ageFrom', line?.ageFrom)} label="Alder fra (alle)" inputmode="numeric" width="xs" />
          <TextField {...fieldIn(form, 'ageTo', line?.ageTo)} label="Alder til og med" inputmode="numeric" width="xs" />
        </div>
        <TextField {...fieldIn(form, 'groupText', line?.groupText)} label="Målgruppen med egne ord" />
        {!line && <Counts form={form} now={undefined} />}
        <TextField
          {...fieldIn(form, 'label', line?.label)}
          label="Betegnelse"
          hint="Kun hvis afdelingen har to linjer, der ellers er ens"
          width="m"
        />
        <TextArea {...fieldIn(form, 'note', line?.note)} label="Bemærk" rows={3} maxlength={1000} />
        <Entered form={form} today={ask.today} label={line ? 'Rettelsen gælder fra' : 'Pladserne findes fra'} />
        <DayField
          {...fieldIn(form, 'validUntil', line?.validUntil)}
          label="Findes indtil"
          hint="Den første dag, de ikke er der. Kan stå tomt."
        />
      </DeedForm>
    ),
  }
}

type Counted = { approved: number | undefined; inUse: number | undefined; budgetedOccupancy: number | undefined }

const Counts = ({ form, now }: { form: FormState; now: Counted | undefined }) => (
  <div class="offers-pair">
    <TextField {...fieldIn(form, 'approved', now?.approved)} label="Godkendte pladser" inputmode="numeric" width="xs" />
    <TextField
      {...fieldIn(form, 'inUse', now?.inUse)}
      label="Pladser i brug"
      hint="Også dem, der er ledige"
      inputmode="numeric"
      width="xs"
    />
    <TextField
      {...fieldIn(form, 'budgetedOccupancy', now?.budgetedOccupancy)}
      label="Budgetteret belægning"
      suffix="%"
      inputmode="decimal"
      width="xs"
    />
  </div>
)

type Known = OfferToEdit & { unit: UnitDetail; line: LineDetail }

const lineName = ({ line, bases }: Known) =>
  [
    line.kind ? placeKinds[line.kind] : 'Form ikke oplyst',
    ...line.bases.map((key) => bases.find((one) => one.key === key)?.code ?? key),
  ].join(', ')

export function CountPage(loaded: Known, ask: Ask<object>, form: FormState): Page {
  const { offer, unit, line } = loaded
  const now = line.counts.find((count) => isOn(count, ask.today))
  const coming = line.counts.filter(({ validFrom }) => validFrom !== undefined && validFrom > ask.today)
  return {
    title: 'Nyt antal pladser',
    lead: `${offer.name}, ${unit.name}: ${lineName(loaded)}. Det gamle antal bliver stående i historien. Dagen må gerne ligge ude i fremtiden.`,
    crumbs: crumbsOf(offer, 'Nyt antal'),
    body: (
      <>
        {coming.map(({ approved, validFrom }) => (
          <p>{`Meldt i forvejen: ${approved ?? 'ukendt antal'} godkendte fra ${dayText(validFrom ?? ask.today)}.`}</p>
        ))}
        <DeedForm
          form={form}
          action={`/tilbud/${offer.id}/pladser/${line.id}/antal`}
          back={`/tilbud/${offer.id}`}
          text="Gem antallet"
          version={newestCount(line.counts)}
        >
          <Counts form={form} now={now} />
          <Entered
            form={form}
            today={ask.today}
            label="Antallet gælder fra"
            hint={now ? `Nu gælder: ${now.approved ?? 'ikke oplyst'} godkendte ${periodText(now)}` : undefined}
          />
        </DeedForm>
      </>
    ),
  }
}

export function EndLinePage(loaded: Known, ask: Ask<object>, form: FormState): Page {
  const { offer, unit, line, changes } = loaded
  return {
    title: 'Slut en pladslinje',
    lead: `${offer.name}, ${unit.name}: ${lineName(loaded)}. Linjen bliver stående i historien.`,
    crumbs: crumbsOf(offer, 'Slut'),
    body: (
      <DeedForm
        form={form}
        action={`/tilbud/${offer.id}/pladser/${line.id}/slut`}
        back={`/tilbud/${offer.id}`}
        text="Slut pladserne"
        danger
        version={line.version}
        changes={changes}
      >
        <DayField
          {...fieldIn(form, 'validUntil', line.validUntil ?? ask.today)}
          label="Den første dag, pladserne ikke er der"
          required
        />
        <TextField {...fieldIn(form, 'source')} label="Hvor ved I det fra?" required />
      </DeedForm>
    ),
  }
}
