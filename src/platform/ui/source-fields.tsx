import { DayField, TextField } from './field.tsx'
import { type Filled, fieldIn } from './field-in.ts'

type SourceFieldsProps = { form: Filled; today: string }

/** Where a fact stands: the source, its day and a link to it. Sent as `source`, `sourceDay` and `sourceUrl`. */
export const SourceFields = ({ form, today }: SourceFieldsProps) => (
  <>
    <TextField {...fieldIn(form, 'source')} label="Kilde" hint="Dokument, side eller punkt." maxlength={300} required />
    <DayField {...fieldIn(form, 'sourceDay')} label="Kildens dato" max={today} required />
    <TextField {...fieldIn(form, 'sourceUrl')} label="Link til kilden" type="url" />
  </>
)
