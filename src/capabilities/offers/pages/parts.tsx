import type { PropsWithChildren } from 'hono/jsx'
import type { FormState } from '../../../platform/action.ts'
import { Alert, DayField, Form, fieldIn, Hidden, Select, SubmitRow, TextField } from '../../../platform/ui/index.ts'
import { instantText } from '../../../platform/values/day.ts'
import { changeTexts, differences, type Names } from '../change.ts'
import type { Municipality } from '../municipality.ts'
import type { Change } from '../store/journal.ts'

/** What the pages of an offer's deeds share. */

type DeedProps = PropsWithChildren<{
  form: FormState
  action: string
  back: string
  text: string
  /** The version the form is made from; undefined for what is new. */
  version?: number | undefined
  changes?: readonly Change[] | undefined
  names?: Names | undefined
  danger?: boolean | undefined
}>

/** A form that shows what somebody else has changed since it was made, and is then made from that. */
export const DeedForm = ({ form, action, back, text, version = 0, changes = [], names = {}, danger, children }: DeedProps) => (
  <>
    <Meanwhile form={form} version={version} changes={changes} names={names} />
    <Form action={action} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Hidden name="version" value={String(version)} />
      {children}
      <SubmitRow text={text} danger={danger} secondary={{ text: 'Fortryd', href: back }} />
    </Form>
  </>
)

type MeanwhileProps = { form: FormState; version: number; changes: readonly Change[]; names: Names }

const Meanwhile = ({ form, version, changes, names }: MeanwhileProps) => {
  const seen = Number(form.values['version'] ?? version)
  if (seen === version) return null
  const newer = changes.filter(({ after }) => Number(after['version'] ?? 0) > seen)
  return (
    <Alert kind="warning" title="Ændret imens">
      <ul>
        {newer.map((change) => (
          <li>
            {`${change.actorName}, ${instantText(change.recordedAt)} (${changeTexts[change.kind].toLowerCase()}): `}
            {differences(change, names)
              .map(({ label, before, after }) => `${label} fra »${before ?? 'intet'}« til »${after ?? 'intet'}«`)
              .join(', ')}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** From which day it holds, and how one knows. */
export const Entered = ({
  form,
  today,
  label = 'Gælder fra',
  hint,
}: {
  form: FormState
  today: string
  label?: string
  hint?: string | undefined
}) => (
  <>
    <DayField {...fieldIn(form, 'validFrom', today)} label={label} hint={hint} required />
    <TextField
      {...fieldIn(form, 'source')}
      label="Hvor ved I det fra?"
      hint="Vises for alle, fx »Tilbuddet selv« eller »Godkendelse af 3. marts 2026«"
      required
    />
  </>
)

export const MunicipalitySelect = ({
  form,
  now,
  all,
  empty = 'Ikke oplyst',
}: {
  form: FormState
  now?: number | undefined
  all: readonly Municipality[]
  empty?: string
}) => (
  <Select
    {...fieldIn(form, 'municipalityCode', now)}
    label="Kommune"
    empty={empty}
    options={all.map(({ code, name }) => ({ value: String(code), text: name }))}
  />
)

export const crumbsOf = (offer: { id: number; name: string }, text: string) => [
  { text: 'Tilbud', href: '/tilbud' },
  { text: offer.name, href: `/tilbud/${offer.id}` },
  { text },
]
