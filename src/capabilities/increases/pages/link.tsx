import type { Ask, FormState } from '../../../platform/action.ts'
import { ErrorSummary, Form, fieldIn, Hidden, type Page, SubmitRow, TextArea } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { type LoadedLink, shutText } from '../actions/explain.ts'
import { riseText } from '../words.ts'

/** Where the mail leads: one question, one field, one button. */
export const LinkPage = ({ link, of }: LoadedLink, { today, url }: Ask, form: FormState): Page => {
  const shut = shutText(link, today)
  const explained = link?.usedAt && of?.steps.findLast(({ kind }) => kind === 'explained')
  if (shut || !link || !of) {
    return {
      title: link?.usedAt ? 'Forklaringen er modtaget' : 'Linket virker ikke',
      robots: 'noindex',
      lead: shut ?? 'Sagen findes ikke.',
      marks: of?.example ? ['eksempeldata'] : [],
      body: (
        <>
          <ErrorSummary errors={form.errors} />
          {explained && (
            <>
              <h2>Det skrev I {dayText(explained.day)}</h2>
              <p>{explained.text}</p>
            </>
          )}
          <p>
            <a href="/takster">Se alle takster</a>
          </p>
        </>
      ),
    }
  }
  return {
    title: 'Hvorfor stiger taksten?',
    robots: 'noindex',
    lead: `${of.operatorName || of.offerName}. I skal ikke logge ind. Linket virker én gang, til og med ${dayText(link.worksUntil)}.`,
    marks: of.example ? ['eksempeldata'] : [],
    body: (
      <>
        <p>{riseText(of)}</p>
        <Form action={url.pathname} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          <TextArea
            {...fieldIn(form, 'text')}
            label="Jeres forklaring"
            hint="Skriv om priser og drift, aldrig om enkelte borgere. Kommunen og Socialtilsyn Øst læser det."
            rows={8}
            maxlength={4000}
            required
          />
          <SubmitRow text="Send forklaringen" />
        </Form>
      </>
    ),
  }
}
