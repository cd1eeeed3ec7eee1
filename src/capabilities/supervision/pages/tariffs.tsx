import type { Ask } from '../../../platform/action.ts'
import { ButtonRow, Card, CardGrid, LinkButton, type Page, Source, Table, Tag } from '../../../platform/ui/index.ts'
import { numberText } from '../../../platform/values/danish.ts'
import type { LoadedTariffs } from '../actions/tariffs.ts'
import { categories, type Figure, figures, isShare, type Tariff } from '../tariff.ts'
import { BarPicture } from './picture.tsx'
import { Financing } from './tariff-financing.tsx'
import { Amounts } from './tariff-sizes.tsx'

export const pctText = (value: number): string => `${value > 0 ? '+' : ''}${numberText(value)} %`

export const TariffsPage = (loaded: LoadedTariffs, { may }: Ask): Page => ({
  title: 'Hvad tilsyn koster',
  lead: 'Hvad et tilbud betaler til socialtilsynet, hvor meget det ændrer sig, og hvad kommunerne betaler i fællesskab.',
  crumbs: [{ text: 'Tilsyn', href: '/tilsyn' }, { text: 'Hvad tilsyn koster' }],
  marks: loaded.parts.some(({ example }) => example) ? ['eksempeldata'] : [],
  wide: true,
  body: (
    <>
      <Changes tariffs={loaded.tariffs} />
      <Shares figures={loaded.figures} />
      <Financing loaded={loaded} />
      <Amounts loaded={loaded} />
      <ButtonRow>
        <LinkButton href="/tilsyn/takster.xlsx" icon="download">
          Hent som regneark
        </LinkButton>
        <LinkButton href="/tilsyn/takster.csv" look="tertiary">
          Hent takster som CSV
        </LinkButton>
      </ButtonRow>
      {may('supervision.setTariffs') && (
        <>
          <h2>Skriv nye tal</h2>
          <ButtonRow>
            <LinkButton href="/tilsyn/takster/ny">Takster for et år</LinkButton>
            <LinkButton href="/tilsyn/takster/noegletal">Et nøgletal</LinkButton>
            <LinkButton href="/tilsyn/takster/befolkning">Befolkningstal</LinkButton>
          </ButtonRow>
        </>
      )}
    </>
  ),
})

type Change = Tariff & { changePct: number }

const order = Object.keys(categories)

/** The changes of one authority and year, in the order of the categories. */
const groups = (tariffs: readonly Tariff[]): Change[][] => {
  const changes = tariffs.filter((one): one is Change => one.changePct !== undefined)
  const keys = [...new Set(changes.map(({ authorityKey, year }) => `${authorityKey} ${year}`))]
  return keys.map((key) =>
    changes
      .filter(({ authorityKey, year }) => `${authorityKey} ${year}` === key)
      .sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category)),
  )
}

const Changes = ({ tariffs }: { tariffs: readonly Tariff[] }) => (
  <>
    {groups(tariffs).map((changes) => {
      const [first] = changes
      if (!first) return null
      const title = `${first.authority}: ændringer i ${first.year}`
      return (
        <section>
          <h2>{title}</h2>
          <BarPicture
            id={`aendring-${first.authorityKey}-${first.year}`}
            title={title}
            bars={changes.map(({ category, changePct }) => ({
              label: categories[category],
              value: changePct,
              text: pctText(changePct),
            }))}
          />
          <Table<Change>
            caption={`${title}, i forhold til året før`}
            captionHidden
            compact
            rows={changes}
            columns={[
              { head: 'Takst for', rowHead: true, cell: ({ category }) => categories[category] },
              { head: 'Ændring', numeric: true, cell: ({ changePct }) => pctText(changePct) },
              { head: 'Forbehold', cell: ({ reservation }) => reservation && <Tag kind="warning">{reservation}</Tag> },
            ]}
          />
          <Source title={first.source} {...(first.sourceUrl !== undefined && { href: first.sourceUrl })} />
        </section>
      )
    })}
  </>
)

const Shares = ({ figures: all }: { figures: readonly Figure[] }) => {
  const shares = Object.keys(figures).flatMap((key) => all.filter((one) => one.key === key && isShare(one.key)))
  return (
    <section id="noegletal">
      <h2>Godkendt uden dialog</h2>
      <p>Så stor en del af tilbuddenes budgetter og regnskaber godkender socialtilsynet, uden at der er spurgt ind til dem.</p>
      {shares.length === 0 ? (
        <p>Ikke oplyst.</p>
      ) : (
        <CardGrid columns={2}>
          {shares.map((share) => (
            <Card title={`${figures[share.key]}: ${numberText(share.value)} %`}>
              <p>
                {share.authority}, {share.year}. {share.reservation}
              </p>
              <Source title={share.source} {...(share.sourceUrl !== undefined && { href: share.sourceUrl })} />
            </Card>
          ))}
        </CardGrid>
      )}
    </section>
  )
}
