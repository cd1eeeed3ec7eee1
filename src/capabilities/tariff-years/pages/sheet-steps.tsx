import type { Child } from 'hono/jsx'
import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, Form, Hidden, type Page, SubmitRow, TextArea } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { SheetLooked } from '../actions/at.ts'
import { placeText, shareText } from '../figures.ts'
import type { PlacedLine } from '../line.ts'
import { deadlineText } from '../round.ts'
import type { Standing } from '../store/rounds.ts'
import { serviceText } from '../tariff.ts'
import { sheetCrumbs } from './line-form.tsx'
import { fieldOf } from './note-form.tsx'
import { Warnings } from './warnings.tsx'

const hrefOf = ({ year, operatorId }: Standing) => `/takster/skema/${year}/${operatorId}`
const counted = (lines: number) => (lines === 1 ? '1 takst' : `${numberText(lines)} takster`)

/** A step's form: what the person saw goes along, so that nobody goes past another. */
const StepForm = ({ standing, form, path, text, children }: StepProps) => (
  <Form action={`${hrefOf(standing)}/${path}`} errors={form.errors}>
    <Hidden name="_key" value={form.key} />
    <Hidden name="seen" value={String(standing.lastStepId ?? 0)} />
    <Hidden name="revision" value={String(standing.revision)} />
    {children}
    <SubmitRow text={text} secondary={{ text: 'Fortryd', href: hrefOf(standing) }} />
  </Form>
)
type StepProps = { standing: Standing; form: FormState; path: string; text: string; children?: Child }

export const HandInPage = (looked: SheetLooked, { today }: Ask, form: FormState): Page => ({
  title: `Indsend ${counted(looked.standing.lines)} for ${looked.standing.year}`,
  lead: deadlineText(looked.standing.deadline, today),
  crumbs: sheetCrumbs(looked.standing, 'Indsend'),
  body: (
    <>
      <Warnings review={looked.review} href={hrefOf(looked.standing)} writable={looked.writable} />
      <StepForm standing={looked.standing} form={form} path="indsend" text="Indsend skemaet">
        <TextArea {...fieldOf(form)('note', 'Bemærkning til sekretariatet')} maxlength={1000} rows={4} />
        <p>Når skemaet er indsendt, kan det ikke ændres, før sekretariatet har set på det.</p>
      </StepForm>
    </>
  ),
})

export const AskPage = ({ standing }: SheetLooked, _: Ask, form: FormState): Page => ({
  title: `Stil ${standing.operatorName} et spørgsmål`,
  lead: 'Skemaet åbnes igen, så det kan rettes og indsendes på ny.',
  crumbs: sheetCrumbs(standing, 'Spørg'),
  body: (
    <StepForm standing={standing} form={form} path="spoerg" text="Stil spørgsmålet">
      <TextArea {...fieldOf(form)('note', 'Spørgsmål')} maxlength={1000} required />
    </StepForm>
  ),
})

export const ApprovePage = (looked: SheetLooked, _: Ask, form: FormState): Page => ({
  title: `Godkend ${counted(looked.standing.lines)} fra ${looked.standing.operatorName}`,
  crumbs: sheetCrumbs(looked.standing, 'Godkend'),
  body: (
    <>
      <Warnings review={looked.review} href={hrefOf(looked.standing)} writable={false} />
      <Awaiting looked={looked} />
      <StepForm standing={looked.standing} form={form} path="godkend" text="Godkend skemaet">
        <TextArea {...fieldOf(form)('note', 'Bemærkning')} maxlength={1000} rows={3} />
      </StepForm>
    </>
  ),
})

/** The approval of a sheet is that of its occupancies too. */
const Awaiting = ({ looked: { review } }: { looked: SheetLooked }) => {
  const more = review.awaiting - review.firstAwaiting.length
  return review.awaiting === 0 ? null : (
    <Alert kind="info" title="Godkendelsen gælder også belægning uden for grænserne">
      <ul>
        {review.firstAwaiting.map(({ name, occupancy, explanation }) => (
          <li>{`${name}: ${shareText(occupancy)}. ${explanation ?? 'Ingen forklaring.'}`}</li>
        ))}
        {more > 0 && <li>Og {numberText(more)} til.</li>}
      </ul>
    </Alert>
  )
}

export const PublishPage = ({ standing, review: { calculated } }: SheetLooked, _: Ask, form: FormState): Page => {
  return {
    title: `Offentliggør ${counted(standing.lines)} for ${standing.year}`,
    lead: `${numberText(calculated)} er beregnet, ${numberText(standing.lines - calculated)} kendes kun på prisen.`,
    crumbs: sheetCrumbs(standing, 'Offentliggør'),
    body: (
      <>
        <Alert kind="info">
          Taksterne fryses, som de står, med beregning og regler. En rettelse bagefter er en ny version med begrundelse. Er en af
          dem steget mere end grænsen, kommer den på <a href="/takster/stigninger">listen over stigninger</a>.
        </Alert>
        <StepForm standing={standing} form={form} path="offentliggoer" text="Offentliggør" />
      </>
    ),
  }
}

export const RemoveLinePage = ({ standing, line }: { standing: Standing; line: PlacedLine }, _: Ask, form: FormState): Page => ({
  title: 'Fjern en takst fra skemaet',
  lead: [placeText(line), serviceText(line)].filter(Boolean).join(': '),
  crumbs: sheetCrumbs(standing, 'Fjern'),
  body: (
    <Form action={`${hrefOf(standing)}/linje/${line.id}/fjern`} errors={form.errors}>
      <Hidden name="_key" value={form.key} />
      <Hidden name="seen" value={String(standing.revision)} />
      <SubmitRow text="Fjern taksten" danger secondary={{ text: 'Behold den', href: hrefOf(standing) }} />
    </Form>
  ),
})
