import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, Card, CardGrid, Empty, LinkButton, Table } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Party } from '../../parties/index.ts'
import { gapTexts, type Lack, type PlanGap } from '../../progress/index.ts'
import type { Queue } from '../store.ts'

type Missing = { party: Party; lacks: Lack[] }
type Office = {
  lateCases: number
  mail: { uncertain: number; waiting: number; dropped: number }
  missing: Missing[]
  gaps: PlanGap[]
  queue: Queue
}
type Asked = Pick<Ask, 'may' | 'site'>

export const OfficePage = (office: Office, ask: Asked): Page => {
  const waiting = waitingFor(office, ask)
  return {
    title: 'Kontoret',
    lead: 'Det, der venter på sekretariatet, og det, parterne mangler.',
    marks: ask.site.examples ? ['eksempeldata'] : [],
    body: (
      <>
        {waiting.length > 0 ? (
          <CardGrid>
            {waiting.map(({ title, href, text }) => (
              <Card title={title} href={href} level={2}>
                <p>{text}</p>
              </Card>
            ))}
          </CardGrid>
        ) : (
          <Empty title="Intet venter på dig" />
        )}
        <Quick may={ask.may} />
        <h2 id="parter">Det mangler parterne</h2>
        <MissingTable missing={office.missing} />
        <h2 id="planen">Det mangler i planen</h2>
        <GapTable gaps={office.gaps} />
      </>
    ),
  }
}

type Waiting = { title: string; href: string; text: string }

const some = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** Only what somebody here can do something about, the most pressing first. */
function waitingFor({ lateCases, mail, missing, queue }: Office, { site }: Asked): Waiting[] {
  const all: (Waiting | false)[] = [
    lateCases > 0 && {
      title: some(lateCases, 'task force-sag over fristen', 'task force-sager over fristen'),
      href: '/tilbud/saerlige/task-force',
      text: 'Se, hvad der skulle være gjort, og flyt fristen eller afslut handlingen.',
    },
    mail.uncertain > 0 && {
      title: some(mail.uncertain, 'uvis mail', 'uvisse mails'),
      href: '/kontor/udbakke?tilstand=uncertain',
      text: 'Måske sendt, måske ikke. Afgør, hvad der skal ske.',
    },
    mail.dropped > 0 && {
      title: some(mail.dropped, 'mail blev ikke sendt', 'mails blev ikke sendt'),
      href: '/kontor/udbakke?tilstand=dropped',
      text: 'Se hvorfor, og om adressen skal rettes.',
    },
    mail.waiting > 0 && {
      title: some(mail.waiting, 'mail venter', 'mails venter'),
      href: '/kontor/udbakke?tilstand=waiting',
      text: site.mail ? 'De sendes af sig selv.' : 'Der er ikke valgt en mailserver, så de bliver liggende.',
    },
    missing.length > 0 && {
      title: some(missing.length, 'part mangler noget', 'parter mangler noget'),
      href: '/kontor/paamindelser',
      text: 'Se, hvem der er mindet om det, og send en påmindelse.',
    },
    queue.failing > 0 && {
      title: some(queue.failing, 'opgave fejler', 'opgaver fejler'),
      href: '/sundhed',
      text: 'Programmet prøver igen. Bliver det ved, så sig det til den, der driver Fælles.',
    },
    !site.wasUrl &&
      !site.trial && {
        title: 'Tilgængelighedserklæringen mangler',
        href: '/tilgaengelighed',
        text: 'Den er lovpligtig og skal ajourføres mindst én gang om året.',
      },
    site.examples === true && {
      title: 'Her er eksempeldata',
      href: '/kontor/eksempeldata',
      text: 'Se, hvad der er opfundet, og fjern det, når I tager Fælles i brug.',
    },
  ]
  return all.filter((one) => one !== false)
}

const Quick = ({ may }: Pick<Asked, 'may'>) => (
  <ButtonRow>
    {may('snapshots.freeze') && <LinkButton href="/plan/rapporter/frys">Frys status</LinkButton>}
    {may('reminders.send') && <LinkButton href="/kontor/paamindelser/send">Send påmindelser</LinkButton>}
    {may('people.manage') && <LinkButton href="/kontor/personer">Personer og roller</LinkButton>}
    {may('specialised.edit') && <LinkButton href="/tilbud/saerlige">Særlige tilbud</LinkButton>}
    <LinkButton href="/kontor/haendelser">Se hændelser</LinkButton>
  </ButtonRow>
)

const words: Record<Lack['kind'], string> = {
  never: 'ikke meldt',
  stale: 'bør bekræftes',
  waiting: 'venter på godkendelse',
  unapproved: 'ikke godkendt',
}
const kinds = Object.keys(words) as Lack['kind'][]

const lackText = (lacks: readonly Lack[]): string =>
  kinds
    .map((kind) => ({ kind, count: lacks.filter((lack) => lack.kind === kind).length }))
    .flatMap(({ kind, count }) => (count > 0 ? [`${count} ${words[kind]}`] : []))
    .join(', ')

const MissingTable = ({ missing }: { missing: Missing[] }) =>
  missing.length === 0 ? (
    <p>Alle parter har meldt, og det er godkendt.</p>
  ) : (
    <Table<Missing>
      caption="Parter, der mangler noget"
      captionHidden
      compact
      rows={missing}
      columns={[
        { head: 'Part', rowHead: true, cell: ({ party }) => <a href={`/plan/parter/${party.slug}`}>{party.name}</a> },
        { head: 'Indsatsområder', cell: ({ lacks }) => lackText(lacks) },
      ]}
    />
  )

const GapTable = ({ gaps }: { gaps: PlanGap[] }) =>
  gaps.length === 0 ? (
    <p>Alle initiativer har en ansvarlig og en dato.</p>
  ) : (
    <Table<PlanGap>
      caption="Initiativer, der mangler noget"
      captionHidden
      compact
      rows={gaps}
      columns={[
        { head: 'Initiativ', rowHead: true, cell: ({ item }) => <a href={item.href}>{item.title}</a> },
        { head: 'I planen', cell: ({ missing }) => missing.map((one) => gapTexts[one]).join(' og ') },
      ]}
    />
  )
