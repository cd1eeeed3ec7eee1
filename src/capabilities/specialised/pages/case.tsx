import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, LinkButton, type Page, SummaryList, Table, Tag, Timeline } from '../../../platform/ui/index.ts'
import { type Day, dayText } from '../../../platform/values/day.ts'
import type { Running } from '../actions/progress.ts'
import { type Case, type Step, stepKinds, type Task } from '../task-force.ts'
import { CaseState } from './case-line.tsx'
import { CASES, LIST, toCases } from './parts.tsx'

/** One case: what is overdue, what is to be done, and every step that was taken. */
export const CasePage = ({ of, progress }: Running, ask: Ask): Page => {
  const writes = ask.may('taskForce.run')
  return {
    title: `Task force: ${of.name}`,
    lead: of.reason,
    crumbs: [...toCases, { text: of.name }],
    marks: of.example ? ['eksempeldata'] : [],
    body: (
      <>
        <p>
          <CaseState progress={progress} />
        </p>
        {progress.late.length > 0 && (
          <Alert kind="warning" title="Overskredet">
            <ul>
              {progress.late.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Alert>
        )}
        {writes && <Deeds of={of} progress={progress} />}
        {progress.closed && (
          <section class="special-conclusion">
            <h2>Konklusion</h2>
            <p>{progress.closed.text}</p>
            <p class="quiet">Lukket {dayText(progress.closed.day)}</p>
          </section>
        )}
        <SummaryList
          items={[
            { term: 'Tilbud', value: <a href={`${LIST}/${of.key}`}>{of.name}</a> },
            { term: 'Rejst', value: `${dayText(of.raisedOn)} af ${raisedText(of)}` },
            {
              term: 'Indkaldt',
              value: progress.convened
                ? `${dayText(progress.convened.day)} af ${progress.convened.responsible ?? ''}`
                : `Ikke endnu; senest ${dayText(progress.conveneBy)}`,
            },
            { term: 'Skal være løst', value: of.dueOn === undefined ? 'Ingen frist er sat' : `Senest ${dayText(of.dueOn)}` },
          ]}
        />
        <h2>Handlinger</h2>
        <Tasks of={of} tasks={progress.tasks} open={progress.open} writes={writes} today={ask.today} />
        <h2>Sagens gang</h2>
        <Timeline items={[...of.steps.toReversed().map((step) => moment(step, of, ask)), raised(of, ask)]} />
      </>
    ),
  }
}

const raisedText = ({ raisedBy, party }: Case): string => (party ? `${raisedBy}, ${party}` : raisedBy)

const Deeds = ({ of: { id }, progress }: Running) => (
  <ButtonRow>
    {progress.open && !progress.convened && (
      <LinkButton href={`${CASES}/${id}/indkald`} look="primary">
        Indkald task force
      </LinkButton>
    )}
    {progress.open && (
      <LinkButton href={`${CASES}/${id}/handlinger/ny`} look={progress.convened ? 'primary' : 'secondary'}>
        Aftal en handling
      </LinkButton>
    )}
    <LinkButton href={`${CASES}/${id}/note`}>Skriv en intern note</LinkButton>
    {progress.open ? (
      <LinkButton href={`${CASES}/${id}/luk`}>Luk sagen</LinkButton>
    ) : (
      <LinkButton href={`${CASES}/${id}/genaabn`}>Genåbn sagen</LinkButton>
    )}
  </ButtonRow>
)

type TasksProps = { of: Case; tasks: readonly Task[]; open: boolean; writes: boolean; today: Day }

const Tasks = ({ of, tasks, open, writes }: TasksProps) =>
  tasks.length === 0 ? (
    <p>Der er ikke aftalt nogen handlinger endnu.</p>
  ) : (
    <Table<Task>
      caption="Handlinger"
      captionHidden
      rows={tasks}
      columns={[
        { head: 'Handling', rowHead: true, cell: ({ step }) => step.text },
        { head: 'Ansvarlig', cell: ({ step }) => step.responsible ?? '' },
        {
          head: 'Frist',
          cell: (task) => (
            <span>
              {dayText(task.dueOn)}{' '}
              {task.dueOn !== task.step.dueOn && task.step.dueOn && (
                <span class="quiet">flyttet fra {dayText(task.step.dueOn)}</span>
              )}
            </span>
          ),
        },
        { head: 'Stand', cell: (task) => <TaskState task={task} /> },
        ...(writes && open
          ? [
              {
                head: 'Skriv',
                cell: ({ step, settled }: Task) =>
                  settled ? (
                    ''
                  ) : (
                    <span class="special-deeds">
                      <a href={`${CASES}/${of.id}/handlinger/${step.id}/afslut`}>
                        Afslut<span class="sr-only"> {step.text}</span>
                      </a>{' '}
                      <a href={`${CASES}/${of.id}/handlinger/${step.id}/frist`}>
                        Flyt frist<span class="sr-only"> for {step.text}</span>
                      </a>
                    </span>
                  ),
              },
            ]
          : []),
      ]}
    />
  )

const TaskState = ({ task: { settled, lateDays } }: { task: Task }) => {
  if (settled?.kind === 'done') return <Tag kind="success">udført {dayText(settled.day)}</Tag>
  if (settled) return <Tag>opgivet {dayText(settled.day)}</Tag>
  if (lateDays > 0) return <Tag kind="error">{lateDays === 1 ? '1 dag over fristen' : `${lateDays} dage over fristen`}</Tag>
  return <Tag kind="info">i gang</Tag>
}

const moment = (step: Step, of: Case, { actor }: Ask) => {
  const action = of.steps.find(({ id }) => id === step.actionId)
  return {
    day: step.day,
    title: (
      <>
        {stepKinds[step.kind]}
        {action && `: ${action.text}`} {step.internal && <Tag kind="warning">kun sekretariatet</Tag>}
      </>
    ),
    body: (
      <div class="special-step">
        <p>{step.text}</p>
        {step.responsible && (
          <p>
            {step.kind === 'convened' ? 'Indkaldt af' : 'Ansvarlig'}: {step.responsible}
          </p>
        )}
        {step.dueOn && <p>Frist: {dayText(step.dueOn)}</p>}
        <p class="quiet">Skrevet af {actor.id === undefined ? 'sekretariatet' : step.actorName}</p>
      </div>
    ),
  }
}

const raised = (of: Case, { actor }: Ask) => ({
  day: of.raisedOn,
  title: 'Sagen rejst',
  body: (
    <div class="special-step">
      <p>{of.reason}</p>
      <p>Rejst af {raisedText(of)}</p>
      <p class="source">Kilde: {of.source}</p>
      <p class="quiet">Skrevet af {actor.id === undefined ? 'sekretariatet' : of.actorName}</p>
    </div>
  ),
})
