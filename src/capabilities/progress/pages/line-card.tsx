import { keepDay } from '../../../platform/as-of.ts'
import { Button, Form, Hidden, LinkButton } from '../../../platform/ui/index.ts'
import { approvable, type Line } from '../line.ts'
import { stateText } from '../status.ts'
import { Sign } from './marks.tsx'
import type { PartyAsked, PartyRead } from './party.tsx'
import { areMixed, Marks, ReportText, Said } from './report.tsx'

type Props = { line: Line; read: PartyRead; ask: PartyAsked }

/** One area of a party: how far it is, in whose words, and what the reader can do about it. */
export const LineCard = ({ line, read, ask }: Props) => {
  const { area, report, aged, before, waiting } = line
  const { staleDays, inside, predecessor, lines } = read.status
  const mixed = areMixed(lines.flatMap((one) => [one.report, one.waiting]))
  return (
    <article class="st-line" id={area.key}>
      <div class="st-line-head">
        <h3>
          <a href={keepDay(`/plan/indsatsomraader/${area.key}`, ask)}>
            <span class="mx-key">{area.key}</span> {area.title}
          </a>
        </h3>
        <p class="st-signs">
          <Sign state={report?.state} />
          {report && <Marks report={report} aged={aged} staleDays={staleDays} mixed={mixed} />}
        </p>
      </div>
      {report && <ReportText report={report} note={inside?.notes.get(report.id)} />}
      {before && predecessor && (
        <div class="st-before">
          <p>
            {predecessor.name} meldte sidst »{stateText(before.state)}«.
          </p>
          <Said report={before} />
        </div>
      )}
      {waiting && <Waiting line={line} note={inside?.notes.get(waiting.id)} />}
      <Deeds line={line} read={read} ask={ask} />
    </article>
  )
}

const Waiting = ({ line: { waiting }, note }: { line: Line; note: string | undefined }) =>
  waiting ? (
    <div class="st-waiting">
      <p class="st-signs">
        <strong>Ny melding:</strong> <Sign state={waiting.state} />
        <Marks report={waiting} />
      </p>
      <ReportText report={waiting} note={note} />
    </div>
  ) : null

const Deeds = ({ line, read: { status, rights }, ask }: Props) => {
  const { area, report, waiting } = line
  const path = `/plan/parter/${status.party.slug}/${area.key}`
  const open = approvable(line)
  const verb = report || waiting ? 'Ret' : 'Meld status'
  if (!report && !rights.report && !rights.forOthers) return null
  return (
    <div class="st-deeds">
      {rights.approve && open && (
        <Small path={`${path}/godkend`} report={open.id} text="Godkend" area={area.key} ask={ask} look="primary" />
      )}
      {rights.report && report && !waiting && (
        <Small path={`${path}/bekraeft`} report={report.id} text="Stadig korrekt" area={area.key} ask={ask} look="secondary" />
      )}
      {rights.report ? (
        <LinkButton href={`${path}/meld`}>
          {verb}
          <span class="sr-only"> for {area.key}</span>
        </LinkButton>
      ) : (
        rights.forOthers && (
          <LinkButton href={`${path}/meld-for`}>
            {verb} for {status.party.name}
            <span class="sr-only"> ({area.key})</span>
          </LinkButton>
        )
      )}
      {report && (
        <a class="st-way" href={keepDay(path, ask)}>
          Se hele historien<span class="sr-only"> for {area.key}</span>
        </a>
      )}
    </div>
  )
}

type SmallProps = { path: string; report: number; text: string; area: string; ask: PartyAsked; look: 'primary' | 'secondary' }

/** A deed in one press. The key holds the request, so that a second press is the same deed. */
const Small = ({ path, report, text, area, ask, look }: SmallProps) => (
  <Form action={path} label={`${text}: ${area}`}>
    <Hidden name="_key" value={`${ask.requestId}-${report}`} />
    <Hidden name="report" value={String(report)} />
    <Button look={look}>
      {text}
      <span class="sr-only"> for {area}</span>
    </Button>
  </Form>
)
