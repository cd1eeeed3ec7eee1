import type { Ask } from '../../../platform/action.ts'
import { Alert, ButtonRow, Card, LinkButton, type Page, SummaryList, Tag, Timeline } from '../../../platform/ui/index.ts'
import { dayText } from '../../../platform/values/day.ts'
import { type Attached, sizeText } from '../../mail/index.ts'
import { ownerships } from '../../offers/index.ts'
import { type Case, isClosed, isLate, nextSteps, type Step, type StepKind, standText } from '../case.ts'
import { baselines } from '../increase.ts'
import { CASES, toCases } from '../paths.ts'
import { type OneCase, whoExplains } from '../reading.ts'
import { nameOf, nextText, percentText, priceText, riseText, stepText } from '../words.ts'

const deeds: Record<Exclude<StepKind, 'reminded'>, { slug: string; text: string }> = {
  asked: { slug: 'spoerg', text: 'Spørg driftsherren' },
  explained: { slug: 'forklar', text: 'Skriv forklaringen' },
  assessed: { slug: 'vurder', text: 'Vurdér stigningen' },
  sent: { slug: 'send', text: 'Send til Socialtilsyn Øst' },
  received: { slug: 'modtaget', text: 'Kvittér for modtagelsen' },
  feedback: { slug: 'tilbagemelding', text: 'Skriv tilbagemelding' },
  discussed: { slug: 'droeft', text: 'Skriv, at den er drøftet' },
  closed: { slug: 'luk', text: 'Afslut sagen' },
}

/** May this reader take the step? The same rule as at the step's own address. */
function mayTake(kind: StepKind, of: Case, { may }: Ask): boolean {
  if (kind === 'explained') return may('increases.explain', whoExplains(of))
  if (kind === 'received' || kind === 'feedback') return may('increases.supervise')
  if (kind === 'discussed' || kind === 'closed') return may('increases.conclude')
  return may('increases.report', { partyId: of.partyId })
}

/** One increase: what has risen, what is to be done now, and all that has been done. */
export const CasePage = (one: OneCase, ask: Ask): Page => {
  const { of, flips, files } = one
  return {
    title: nameOf(of),
    lead: riseText(of),
    crumbs: [...toCases, { text: nameOf(of) }],
    marks: of.example ? ['eksempeldata'] : [],
    body: (
      <>
        <p>
          <Tag kind={isClosed(of) ? 'success' : isLate(of, ask.today) ? 'error' : 'info'}>{standText(of, ask.today)}</Tag>
        </p>
        {!isClosed(of) && (
          <p>
            <strong>Nu:</strong> {nextText(of)}
          </p>
        )}
        {flips && (
          <Alert kind="warning" title="Reglerne er ændret, siden sagen blev åbnet">
            Efter reglerne, som de er nu, ville stigningen ikke være over grænsen. Sagen lukker ikke af sig selv.
          </Alert>
        )}
        <Deeds one={one} ask={ask} />
        <Facts of={of} />
        <h2>Sagens gang</h2>
        <Timeline items={[...of.steps.toReversed().map((step) => moment(step, files.get(step.id) ?? [], of, ask)), found(of)]} />
        <p>
          <a href={`${CASES}/${of.id}/indberetning.pdf`}>
            Hent {of.steps.some(({ kind }) => kind === 'sent') ? 'indberetningen' : 'udkastet til indberetning'} som PDF
          </a>
        </p>
      </>
    ),
  }
}

const Deeds = ({ one, ask }: { one: OneCase; ask: Ask }) => {
  const open = nextSteps(one.of).filter((kind) => kind !== 'reminded' && mayTake(kind, one.of, ask))
  if (open.length === 0) return null
  return (
    <ButtonRow>
      {open.map((kind, at) => {
        const deed = deeds[kind as keyof typeof deeds]
        return (
          <LinkButton href={`${CASES}/${one.of.id}/${deed.slug}`} look={at === 0 ? 'primary' : 'secondary'}>
            {kind === 'asked' && one.of.steps.length > 0 ? 'Spørg driftsherren igen' : deed.text}
          </LinkButton>
        )
      })}
    </ButtonRow>
  )
}

const Facts = ({ of }: { of: Case }) => (
  <Card title="Det, der afgør det" level={2}>
    <SummaryList
      items={[
        {
          term: 'Driftsherre',
          value: `${of.operatorName || 'Ikke oplyst'}${of.ownership ? `, ${ownerships[of.ownership].toLowerCase()}` : ''}`,
        },
        { term: 'Vurderes af', value: of.party ?? 'Sekretariatet, fordi kommunen ikke er oplyst' },
        { term: 'Før', value: priceText(of.from, of.per) },
        {
          term: 'Nu',
          value:
            of.versionId === undefined ? (
              priceText(of.to, of.per)
            ) : (
              <a href={`/takster/${of.versionId}`}>{priceText(of.to, of.per)}</a>
            ),
        },
        { term: 'Stigning', value: `${percentText(of.percent, of.limit)} mod ${baselines[of.baseline]}` },
        {
          term: 'Grænse',
          value: `${percentText(of.limit)}${of.limitConfirmed ? '' : ', ikke bekræftet'}. Kilde: ${of.limitSource}`,
        },
        { term: 'Kilde til prisen', value: of.source },
      ]}
    />
  </Card>
)

/** What was sent is for those it was sent to; others see what it was. */
const SentFiles = ({ files, href }: { files: readonly Attached[]; href: ((position: number) => string) | undefined }) => (
  <p>
    Bilag:{' '}
    {files.map(({ position, name, size }, at) => (
      <>
        {at > 0 && ', '}
        {href ? <a href={href(position)}>{name}</a> : name} ({sizeText(size)})
      </>
    ))}
  </p>
)

const moment = (step: Step, files: readonly Attached[], of: Case, { may }: Ask) => ({
  day: step.day,
  title: stepText(step),
  body: (
    <>
      {step.text !== '' && step.text.split('\n\n').map((part) => <p>{part}</p>)}
      {files.length > 0 && (
        <SentFiles
          files={files}
          href={may('increases.supervise') ? (position) => `${CASES}/${of.id}/bilag/${step.id}/${position}` : undefined}
        />
      )}
      {step.deadline && <p>Svar senest {dayText(step.deadline)}</p>}
      <p class="quiet">Skrevet af {step.actorName}</p>
    </>
  ),
})

const found = (of: Case) => ({
  day: of.foundOn,
  title: of.versionId === undefined ? 'Meldt: en pris uden for registret' : 'Fundet i de offentliggjorte takster',
  body: <p class="quiet">Skrevet af {of.actorName}</p>,
})
