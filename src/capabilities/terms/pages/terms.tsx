import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, Empty, LinkButton, type Page, Table, Tabs, Tag } from '../../../platform/ui/index.ts'
import { byDanish } from '../../../platform/values/danish.ts'
import { dayShort, dayText } from '../../../platform/values/day.ts'
import { audiences, forms, inAgreementTexts, type LegalBasis } from '../legal-basis.ts'
import { isValidOn, OWN, type Term } from '../term.ts'

type Loaded = { terms: Term[]; bases: LegalBasis[] }
type Asked = Ask<object, { vis: 'begreber' | 'maalgrupper' | 'retsgrundlag' }>

const tabs = { begreber: 'Begreber', maalgrupper: 'Målgrupper', retsgrundlag: 'Retsgrundlag' } as const

export const TermsPage = ({ terms, bases }: Loaded, ask: Asked): Page => {
  const shown = ask.query.vis
  return {
    title: 'Begreber',
    lead: 'De samme ord alle steder: hvad de betyder, hvor ordlyden kommer fra, og hvem der har godkendt den.',
    crumbs: [{ text: 'Tilbud', href: '/tilbud' }, { text: 'Begreber' }],
    wide: shown === 'retsgrundlag',
    body: (
      <>
        <Tabs
          label="Slags"
          items={Object.entries(tabs).map(([vis, text]) => ({
            text,
            href: vis === 'begreber' ? '/begreber' : `/begreber?vis=${vis}`,
            current: vis === shown,
          }))}
        />
        {ask.may('terms.edit') && (
          <ButtonRow>
            <LinkButton href="/begreber/nyt" icon="plus">
              Nyt begreb
            </LinkButton>
            <LinkButton href="/begreber/kodesystem" icon="upload">
              Læs et kodesystem ind
            </LinkButton>
          </ButtonRow>
        )}
        {shown === 'begreber' && <Concepts terms={terms.filter(({ kind }) => kind === 'concept')} />}
        {shown === 'maalgrupper' && <Groups terms={terms.filter(({ kind }) => kind === 'target_group')} today={ask.today} />}
        {shown === 'retsgrundlag' && <Bases bases={bases} today={ask.today} />}
      </>
    ),
  }
}

const Concepts = ({ terms }: { terms: Term[] }) =>
  terms.length === 0 ? (
    <Empty title="Ingen begreber endnu" />
  ) : (
    <Table
      caption="Begreber"
      captionHidden
      rows={[...terms].sort(byDanish(({ label }) => label))}
      columns={[
        { head: 'Begreb', rowHead: true, cell: ({ id, label }) => <a href={`/begreber/${id}`}>{label}</a> },
        { head: 'Betydning', cell: ({ definition }) => definition ?? 'Ikke skrevet endnu' },
        { head: 'Godkendt', cell: (term) => <Approved term={term} /> },
      ]}
    />
  )

export const Approved = ({ term: { approvedBy, approvedOn } }: { term: Term }) =>
  approvedBy ? (
    <span>{`${approvedBy}${approvedOn ? `, ${dayShort(approvedOn)}` : ''}`}</span>
  ) : (
    <Tag kind="warning">Ikke godkendt endnu</Tag>
  )

/** Each list as a tree: our own first, then what has been imported. */
const Groups = ({ terms, today }: { terms: Term[]; today: string }) => {
  const systems = [...new Set(terms.map(({ system }) => system))].sort((a, b) => Number(b === OWN) - Number(a === OWN))
  return (
    <>
      {systems.map((system) => {
        const own = terms.filter((term) => term.system === system && isValidOn(term, today))
        const ids = new Set(own.map(({ id }) => id))
        return (
          <section>
            <h2>{own[0]?.source ?? system}</h2>
            <Tree terms={own} under={own.filter(({ parentId }) => parentId === undefined || !ids.has(parentId))} />
          </section>
        )
      })}
    </>
  )
}

const Tree = ({ terms, under }: { terms: readonly Term[]; under: readonly Term[] }) => (
  <ul>
    {under.map((term) => {
      const below = terms.filter(({ parentId }) => parentId === term.id)
      return (
        <li>
          <a href={`/begreber/${term.id}`}>{term.label}</a>{' '}
          <a class="quiet" href={`/tilbud?maalgruppe=${term.id}`}>
            Find tilbud<span class="sr-only"> til {term.label}</span>
          </a>
          {below.length > 0 && <Tree terms={terms} under={below} />}
        </li>
      )
    })}
  </ul>
)

const Bases = ({ bases, today }: { bases: LegalBasis[]; today: string }) => (
  <Table
    caption="Retsgrundlag"
    captionHidden
    rows={bases}
    columns={[
      {
        head: 'Paragraf',
        rowHead: true,
        cell: ({ key, code }) => <a href={`/begreber/retsgrundlag/${key}`}>{code}</a>,
      },
      { head: 'Titel', cell: (basis) => <Title basis={basis} all={bases} today={today} /> },
      { head: 'Lov', cell: ({ act }) => act },
      { head: 'For', cell: ({ audience }) => audiences[audience] },
      { head: 'Form', cell: ({ form }) => forms[form] },
      { head: 'I rammeaftalen', cell: ({ inAgreement }) => inAgreementTexts[inAgreement] },
    ]}
  />
)

const Title = ({ basis, all, today }: { basis: LegalBasis; all: LegalBasis[]; today: string }) => {
  const ended = basis.validUntil !== undefined && basis.validUntil <= today
  const successor = all.find(({ key }) => key === basis.successorKey)
  return (
    <div>
      {basis.title}
      {!basis.confirmed && (
        <>
          {' '}
          <Tag kind="warning">Ikke bekræftet</Tag>
        </>
      )}
      {ended && (
        <span class="terms-ended">{`Ophævet ${dayText(basis.validUntil ?? today)}${successor ? `, nu ${successor.code}` : ''}`}</span>
      )}
    </div>
  )
}
