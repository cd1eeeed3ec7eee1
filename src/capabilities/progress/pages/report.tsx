import { Tag } from '../../../platform/ui/index.ts'
import { dayOf, dayText } from '../../../platform/values/day.ts'
import { type Report, reporters } from '../status.ts'

/** 'Indberettet af sekretariatet den 2. marts 2026' or 'Meldt 2. marts 2026 af indberetter'. */
const saidBy = ({ actorRole, recordedAt }: Report): string =>
  actorRole === 'secretariat'
    ? `Indberettet af sekretariatet ${dayText(dayOf(recordedAt))}`
    : `Meldt ${dayText(dayOf(recordedAt))} af ${reporters[actorRole]}`

/** Who said it and when, of which day it speaks, and who has stood by it since. */
export const Said = ({ report }: { report: Report }) => {
  const { day, recordedAt, confirmedAt, confirmedRole = 'contributor', approvedAt } = report
  const parts = [
    saidBy(report),
    day !== dayOf(recordedAt) && `gælder ${dayText(day)}`,
    approvedAt && `godkendt ${dayText(dayOf(approvedAt))}`,
    confirmedAt && `senest bekræftet ${dayText(dayOf(confirmedAt))} af ${reporters[confirmedRole]}`,
  ]
  return <p class="st-said">{parts.filter(Boolean).join(' · ')}</p>
}

const Evidence = ({ address }: { address: string }) => (
  <p class="st-evidence">
    Dokumentation:{' '}
    <a href={address} rel="noopener nofollow">
      {URL.canParse(address) ? new URL(address).hostname : address}
    </a>
  </p>
)

type Shown = {
  report: Report
  aged?: boolean | undefined
  note?: string | undefined
  staleDays?: number | undefined
  /** Real and invented reports stand on the same page, so each invented one is marked. */
  mixed?: boolean | undefined
}

/** What must be known of a report before it is believed. */
export const Marks = ({ report, aged, staleDays, mixed }: Shown) => (
  <>
    {report.publishedAt && !report.approvedAt && <Tag kind="warning">Ikke godkendt</Tag>}
    {!report.publishedAt && <Tag kind="info">Venter på godkendelse</Tag>}
    {aged && <Tag kind="warning">Ikke bekræftet i {staleDays} dage</Tag>}
    {report.late && <Tag kind="info">Kun historie</Tag>}
    {report.example && mixed && <Tag>Eksempel</Tag>}
  </>
)

/** A report in full. `note` is the party's own, for those who may read it. */
export const ReportText = ({ report, note }: Shown) => (
  <>
    {report.reason && (
      <p class="st-note">
        <strong>Begrundelse:</strong> {report.reason}
      </p>
    )}
    {report.publicNote && <p class="st-note">{report.publicNote}</p>}
    {note && (
      <p class="st-note st-internal">
        <strong>Intern note:</strong> {note}
      </p>
    )}
    {report.evidence && <Evidence address={report.evidence} />}
    <Said report={report} />
  </>
)

/** Are some of the reports invented and some not? */
export const areMixed = (reports: readonly (Report | undefined)[]): boolean => {
  const kinds = new Set(reports.flatMap((report) => (report ? [report.example] : [])))
  return kinds.size > 1
}
