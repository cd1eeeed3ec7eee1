import type { FormState } from '../../../platform/action.ts'
import { ButtonRow, Empty, Form, Hidden, LinkButton, SubmitRow, SummaryList, Table, Tag } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { dayOf, dayShort, instantText } from '../../../platform/values/day.ts'
import type { Mine } from '../actions/mine.ts'
import { deedName } from '../deed-names.ts'
import type { ApiKey, Deed } from '../person.ts'
import { RoleTable } from './roles.tsx'

export const MinePage = ({ person, roles, sessions, keys, deeds, mails }: Mine, most: number): Page => ({
  title: 'Mine data',
  lead: 'Alt, hvad Fælles har gemt om dig.',
  robots: 'noindex',
  body: (
    <>
      <SummaryList
        items={[
          { term: 'Navn', value: person.name },
          { term: 'E-mail', value: person.email ?? 'Ikke oplyst' },
          { term: person.demo ? 'Id i prøven' : 'Id i arbejdsloginet', value: person.subject },
          { term: 'Kendt her siden', value: instantText(person.createdAt) },
          { term: 'Sidst logget ind', value: person.lastSignIn ? instantText(person.lastSignIn) : 'Endnu ikke' },
          {
            term: 'Mails til dig',
            value: numberText(mails),
            action: { text: 'Stop eller start påmindelser', href: '/paamindelser' },
          },
        ]}
      />
      <p>
        Navn, e-mail og id kommer fra dit login. Er noget forkert, rettes det dér. <a href="/privatliv">Sådan passer vi på det</a>
        .
      </p>
      <ButtonRow>
        <LinkButton href="/mig/data.json" icon="download">
          Hent det hele som fil
        </LinkButton>
      </ButtonRow>

      <h2 id="roller">Mine roller</h2>
      {roles.length > 0 ? (
        <RoleTable roles={roles} caption="Mine roller" />
      ) : (
        <Empty title="Du har ingen rolle endnu" level={3}>
          Du kan læse alt offentligt. Skal du indberette eller godkende, så bed administratoren om en rolle, og giv det id, der
          står øverst.
        </Empty>
      )}

      <h2 id="sessioner">Her er du logget ind</h2>
      <Table
        caption="Her er du logget ind"
        captionHidden
        columns={[
          { head: 'Logget ind', cell: ({ createdAt }) => instantText(createdAt), rowHead: true },
          { head: 'Slutter', cell: ({ expiresAt }) => instantText(expiresAt) },
          { head: 'Hvor', cell: ({ current }) => (current ? <Tag kind="info">Denne browser</Tag> : 'Et andet sted') },
        ]}
        rows={sessions}
      />
      {sessions.length > 1 && (
        <ButtonRow>
          <LinkButton href="/mig/log-ud-andre">Log ud alle andre steder</LinkButton>
        </ButtonRow>
      )}

      <h2 id="noegler">Mine nøgler</h2>
      {keys.length > 0 ? <KeyTable keys={keys} /> : <p>Du har ingen. En nøgle lader et program kalde Fælles på dine vegne.</p>}
      <ButtonRow>
        <LinkButton href="/mig/noegler/ny">Lav en nøgle</LinkButton>
      </ButtonRow>

      <h2 id="haendelser">Det har jeg gjort</h2>
      <DeedTable deeds={deeds} />
      {deeds.length === most && <p>Her står de seneste {most}. Filen ovenfor har dem alle.</p>}
    </>
  ),
})

const KeyTable = ({ keys }: { keys: readonly ApiKey[] }) => (
  <Table
    caption="Mine nøgler"
    captionHidden
    columns={[
      { head: 'Til', cell: ({ name }) => name, rowHead: true },
      { head: 'Lavet', cell: ({ createdAt }) => dayShort(dayOf(createdAt)) },
      {
        head: 'Virker til',
        cell: ({ endedAt, expiresAt }) => (endedAt ? `Afsluttet ${dayShort(dayOf(endedAt))}` : dayShort(dayOf(expiresAt))),
      },
      { head: 'Sidst brugt', cell: ({ lastUsed }) => (lastUsed ? instantText(lastUsed) : 'Endnu ikke') },
      {
        head: 'Gør noget',
        cell: ({ id, name, endedAt }) =>
          endedAt ? (
            'Afsluttet'
          ) : (
            <a href={`/mig/noegler/${id}/slut`}>
              Afslut<span class="sr-only"> nøglen {name}</span>
            </a>
          ),
      },
    ]}
    rows={keys}
  />
)

const DeedTable = ({ deeds }: { deeds: readonly Deed[] }) => (
  <Table
    caption="Det har jeg gjort"
    captionHidden
    columns={[
      { head: 'Hvornår', cell: ({ at }) => instantText(at), rowHead: true },
      { head: 'Hvad', cell: ({ name, said }) => said ?? deedName(name) },
    ]}
    rows={deeds}
    empty="Du har ikke gjort noget endnu."
  />
)

export const EndOtherSessionsPage = ({ key, errors }: FormState): Page => ({
  title: 'Log ud alle andre steder',
  lead: 'Du bliver ved med at være logget ind her. Dine nøgler virker stadig.',
  crumbs: [{ text: 'Mine data', href: '/mig' }, { text: 'Log ud alle andre steder' }],
  body: (
    <Form action="/mig/log-ud-andre" errors={errors}>
      <Hidden name="_key" value={key} />
      <SubmitRow text="Log ud alle andre steder" secondary={{ text: 'Fortryd', href: '/mig' }} />
    </Form>
  ),
})
