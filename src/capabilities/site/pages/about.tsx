import { Details, SummaryList, Tag } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import type { Body, Party } from '../../parties/index.ts'
import { type Item, type Plan, type SourceBook, sourceText } from '../../plan/index.ts'
import { type Branch, drawn, undrawn } from '../organisation.ts'

type About = { plan: Plan; members: readonly Party[]; bodies: Body[]; book: SourceBook }

export const AboutPage = ({ plan, members, bodies, book }: About): Page => ({
  title: 'Om Fælles',
  lead: 'Fælles er stedet, hvor Rammeaftale Sjælland bliver ført ud i livet: planen, hvem der er nået hvor langt, og hvad der kommer nu.',
  body: (
    <>
      {['T-samarbejde', 'T-ansvar', 'T-vision', 'T-indhold'].map((key) => (
        <Passage item={plan.withKey(key)} book={book} />
      ))}
      <h2 id="parter">Parterne</h2>
      <p>{members.length} parter er med i aftalen i dag.</p>
      <ul class="site-parties">
        {members.map(({ name, longName, slug }) => (
          <li>
            <a href={`/plan/parter/${slug}`}>{longName || name}</a>
          </li>
        ))}
      </ul>
      <Organisation bodies={bodies} book={book} />
      <AboutSite />
    </>
  ),
})

const Passage = ({ item, book }: { item: Item | undefined; book: SourceBook }) => {
  const summary = item?.said('summary')
  if (!item || !summary) return null
  const background = item.said('background')
  const sources = [...summary.sources, ...(background?.sources ?? [])]
  return (
    <section>
      <h2 id={item.slug}>{item.title}</h2>
      <p>{item.text('summary')}</p>
      {background && <p>{item.text('background')}</p>}
      <p class="source">Kilde: {sourceText(sources, book)}</p>
    </section>
  )
}

const Organisation = ({ bodies, book }: { bodies: Body[]; book: SourceBook }) => (
  <section>
    <h2 id="organisation">Organisationen</h2>
    <p>
      Kilderne har to tegninger af organisationen fra efteråret 2024: den, der var da, og et forslag til en ny. De siger ikke, om
      forslaget er vedtaget, så begge står her.
    </p>
    <div class="split">
      <div>
        <h3>Som den var tegnet i 2024</h3>
        <Tree branches={drawn(bodies, 'parentCurrent')} />
      </div>
      <div>
        <h3>Som den blev foreslået</h3>
        <Tree branches={drawn(bodies, 'parentProposed')} />
      </div>
    </div>
    <Details summary="Hvad vi ved om organerne på tegningerne">
      <BodyList bodies={bodies.filter((body) => !undrawn(bodies).includes(body))} book={book} />
    </Details>
    <Details summary="Organer, der ikke står på tegningerne">
      <BodyList bodies={undrawn(bodies)} book={book} />
    </Details>
  </section>
)

const Tree = ({ branches }: { branches: Branch[] }) => (
  <ul class="site-tree">
    {branches.map(({ body, under }) => (
      <li>
        {body.name}
        {under.length > 0 && <Tree branches={under} />}
      </li>
    ))}
  </ul>
)

const standing: Record<string, string> = { proposed: 'Foreslået', planned: 'På vej', forming: 'Ved at blive dannet' }

const BodyList = ({ bodies, book }: { bodies: Body[]; book: SourceBook }) => (
  <SummaryList items={bodies.map((body) => ({ term: body.name, value: <Known body={body} book={book} /> }))} />
)

const Known = ({ body: { aliases, note, sources, status }, book }: { body: Body; book: SourceBook }) => (
  <>
    {status && standing[status] && (
      <>
        <Tag kind="info">{standing[status]}</Tag>{' '}
      </>
    )}
    {note}
    {aliases.length > 0 && <> Kaldes også {and.format(aliases)}.</>}
    {sources.length > 0 && <p class="source">Kilde: {sourceText(sources, book)}</p>}
  </>
)

const and = new Intl.ListFormat('da')

const AboutSite = () => (
  <section>
    <h2 id="siden">Om denne side</h2>
    <p>
      Alt i planen står med den kilde, det kommer fra. Er kilderne uenige, står det som en note, og det nyeste står øverst. Det,
      en part ikke har meldt, tæller aldrig som nul.
    </p>
    <ul>
      <li>
        <a href="/om/vejledning">Vejledning</a>: sådan bruger du Fælles
      </li>
      <li>
        <a href="/om/regler">Regler, der kan ændres</a>: frister og grænser, som Fælles regner med
      </li>
      <li>
        <a href="/plan/noter">Noter</a>: hvor kilderne er uenige eller tier
      </li>
      <li>
        <a href="/api">Åbne data og API</a>: alt offentligt kan hentes af andre systemer
      </li>
      <li>
        <a href="/tilgaengelighed">Tilgængelighed</a>, <a href="/cookies">cookies</a> og <a href="/privatliv">privatliv</a>
      </li>
    </ul>
    <p>Programmet er åben kildekode under MPL-2.0, så andre rammeaftaler kan bruge det.</p>
  </section>
)
