import type { Ask } from '../../platform/action.ts'
import { asOfSentence, keepDay } from '../../platform/as-of.ts'
import { Button, ButtonRow, DayField, Form, Hidden, LinkButton, type Page, Tabs } from '../../platform/ui/index.ts'
import { dayText } from '../../platform/values/day.ts'
import { documentView } from './document-view.tsx'
import { marks, pictureOf, plan, reports } from './pages.tsx'
import { type Grouping, type ReportParts, reportDocument } from './report.ts'

type Parts = ReportParts & { slug: string }
type Asked = Ask<unknown, { pr?: string | undefined }>

/** The report as the PDF and the Word file have it. What is frozen is of its own day; the other is read as of any. */
export const ReportPage = (parts: Parts, ask: Asked): Page => {
  const document = reportDocument(parts)
  const { slug, grouping, frozen } = parts
  const kept = (href: string) => (frozen ? href : keepDay(href, ask))
  const by = (grouping: Grouping) => kept(`/plan/rapporter/${slug}?efter=${grouping}`)
  const file = (ending: string) => kept(`/plan/rapporter/${slug}/rapport.${ending}?efter=${grouping}`)
  return {
    title: document.title,
    lead: document.subtitle,
    crumbs: [plan, reports, { text: frozen ? parts.title : parts.now.day === ask.today ? 'I dag' : dayText(parts.now.day) }],
    asOf: frozen ? undefined : asOfSentence(ask),
    marks: marks(parts.now, parts.before.standing),
    wide: true,
    body: (
      <>
        <ButtonRow>
          <LinkButton href={file('pdf')} look="primary">
            Hent som PDF
          </LinkButton>
          <LinkButton href={file('docx')}>Hent som Word</LinkButton>
        </ButtonRow>
        <Tabs
          label="Ordnet efter"
          items={[
            { text: 'Efter princip', href: by('princip'), current: grouping === 'princip' },
            { text: 'Efter fokusområde', href: by('fokus'), current: grouping === 'fokus' },
          ]}
        />
        {!frozen && <OtherDay parts={parts} today={ask.today} />}
        {documentView(document, pictureOf(parts.now))}
      </>
    ),
  }
}

const OtherDay = ({ parts: { grouping, now }, today }: { parts: Parts; today: string }) => (
  <div class="compare">
    <Form action="/plan/rapporter/nu" method="get" label="Vis rapporten fra en anden dag">
      <Hidden name="efter" value={grouping} />
      <DayField name="pr" label="Som den så ud den" value={now.day} max={today} />
      <Button look="secondary">Vis</Button>
    </Form>
  </div>
)
