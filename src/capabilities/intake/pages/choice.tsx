import type { Ask, FormState } from '../../../platform/action.ts'
import { Alert, Button, ButtonRow, Form, fieldIn, Hidden, type Page, Radios, SubmitRow } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { Draft } from '../draft.ts'
import type { Question } from '../store/choices.ts'
import { crumbs } from './send.tsx'

type Asked = Question & { of: number }
type Loaded = { draft: Draft; questions: Asked[] }

/** Rows that are alike in name alone: a person says which offer they are of. */
export function ChoicePage({ draft, questions }: Loaded, _: Ask<unknown, unknown>, form: FormState): Page {
  const of = questions[0]?.of ?? 0
  return {
    title: of === 1 ? 'Er det det samme tilbud?' : `Er de ${numberText(of)} de samme tilbud?`,
    lead: 'Disse rækker har intet nummer, Fælles kender, men hedder det samme som et tilbud, der findes.',
    crumbs: crumbs({ text: 'Læs ind', href: '/tilbud/indlaes' }, { text: draft.fileName }),
    robots: 'noindex',
    body: (
      <>
        {of > questions.length && (
          <Alert kind="info">
            <p>
              De første {questions.length} af {numberText(of)} navne. Når du har svaret, kommer de næste.
            </p>
          </Alert>
        )}
        <Form action={`/tilbud/indlaes/${draft.id}/valg`} errors={form.errors}>
          <Hidden name="_key" value={form.key} />
          {questions.some(({ candidates }) => candidates.length === 1) && of > 1 && <AllAlike />}
          {questions.map((question, at) => (
            <Radios
              {...fieldIn(form, `svar-${at}`)}
              label={`${labelOf(question)} (${rowsOf(question)})`}
              options={[...question.candidates.map(optionOf), { value: 'ny', text: 'Nej, det er et nyt tilbud' }]}
            />
          ))}
          <SubmitRow text="Gem svarene, og læs videre" />
        </Form>
      </>
    ),
  }
}

const AllAlike = () => (
  <ButtonRow>
    <Button look="secondary" name="alle" value="ja">
      Ja, alle med ét forslag er de samme
    </Button>
  </ButtonRow>
)

const labelOf = ({ written, operator }: Asked): string => (operator ? `${written}, ${operator}` : written)

const rowsOf = ({ rows }: Asked): string => `${rows.length === 1 ? 'række' : 'rækkerne'} ${rows.join(', ')} i filen`

const optionOf = ({ id, name, operator, municipality, portalId }: Asked['candidates'][number]) => ({
  value: String(id),
  text: `Ja, det er ${name}`,
  hint: [operator ?? 'driftsherre ikke oplyst', municipality, portalId && `nr. ${portalId} på Tilbudsportalen`]
    .filter(Boolean)
    .join(' · '),
})
