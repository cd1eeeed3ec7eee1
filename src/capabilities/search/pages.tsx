import { Empty, Form, type Page, Pager, Tag } from '../../platform/ui/index.ts'
import { numberText } from '../../platform/values/danish.ts'
import { dayText } from '../../platform/values/day.ts'
import type { Beside } from './beside.ts'
import type { Result } from './result.ts'
import { excerpt, LONGEST, marked, type Piece } from './words.ts'

type Search = {
  text: string
  cut: boolean
  words: string[]
  results: Result[]
  side: number
  pages: number
  count: number
  exact: number
  beside: Beside[]
  instead: string | undefined
}

const Pieces = ({ pieces }: { pieces: Piece[] }) => <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>

const address = (text: string, side = 1) =>
  `/soeg?${new URLSearchParams({ q: text, ...(side > 1 ? { side: String(side) } : {}) })}`

const One = ({ result, words }: { result: Result; words: string[] }) => {
  const { title, href, what, trail, other, body, day, example } = result
  return (
    <li class="found">
      <p class="found-what">
        {what}
        {day && ` · ${dayText(day)}`} {example && <Tag kind="warning">eksempeldata</Tag>}
      </p>
      <h2 class="found-title">
        <a href={href}>
          <Pieces pieces={marked(title, words)} />
        </a>
      </h2>
      {other && (
        <p class="found-other">
          <Pieces pieces={marked(other, words)} />
        </p>
      )}
      {body && (
        <p>
          <Pieces pieces={excerpt(body, words)} />
        </p>
      )}
      <p class="found-trail">{trail.join(' › ')}</p>
    </li>
  )
}

const BesideIt = ({ kind, all, found }: Beside) => (
  <section class="found-beside">
    <h2 class="found-title">{kind}</h2>
    <ul>
      {found.map(({ title, href, told, example }) => (
        <li>
          <a href={href}>{title}</a> <span class="found-other">{told}</span> {example && <Tag kind="warning">eksempeldata</Tag>}
        </li>
      ))}
    </ul>
    <p>
      <a href={all.href}>{all.text}</a>
    </p>
  </section>
)

const countText = ({ count, exact, text }: Search): string => {
  if (exact === 0 && count > 0) return `Ingen steder står »${text}«, men dette ligner.`
  return count === 1 ? `1 sted om »${text}«` : `${numberText(count)} steder om »${text}«`
}

export const SearchPage = (search: Search): Page => {
  const { text, cut, words, results, side, pages, count, instead, beside } = search
  return {
    title: text ? `Søg: ${text.slice(0, 60)}` : 'Søg',
    robots: 'noindex',
    marks: [...results, ...beside.flatMap(({ found }) => found)].some(({ example }) => example) ? ['eksempeldata'] : [],
    crumbs: [{ text: 'Forside', href: '/' }, { text: 'Søg' }],
    body: (
      <>
        <Form action="/soeg" method="get" label="Søg i alt offentligt">
          <div class="found-ask">
            <label class="form-label" for="felt-q">
              Hvad leder du efter?
            </label>
            <div class="found-row">
              <input class="form-input" id="felt-q" name="q" type="search" value={text} maxlength={LONGEST} />
              <button class="button button-primary" type="submit">
                Søg
              </button>
            </div>
          </div>
        </Form>
        {cut && <p>Søgningen var lang, så der er kun søgt på de første {LONGEST} tegn.</p>}
        {side === 1 && beside.map((one) => <BesideIt {...one} />)}
        {words.length === 0 ? (
          <Empty
            title={text ? 'Skriv et helt ord eller et tal' : 'Søg i planen, tilbud, takster, status, kilder, organer og parter'}
          >
            <p>Prøv for eksempel »standardkontrakt«, »plejefamilier«, »Himmelev«, »Slagelse« eller »KT3«.</p>
          </Empty>
        ) : count === 0 && beside.length > 0 ? null : count === 0 ? (
          <Empty title={`Intet fundet om »${text}«`}>
            <p>
              Prøv færre ord, en anden stavemåde, eller led i <a href="/plan">planen</a>, blandt <a href="/tilbud">tilbuddene</a>{' '}
              eller i <a href="/takster">taksterne</a>.
            </p>
          </Empty>
        ) : (
          <>
            <p class="found-count" role="status">
              {countText(search)}
              {instead && (
                <>
                  {' '}
                  Mente du <a href={address(instead)}>{instead}</a>?
                </>
              )}
            </p>
            <ol class="found-list">
              {results.map((result) => (
                <One result={result} words={words} />
              ))}
            </ol>
            <Pager page={side} pages={pages} href={(page) => address(text, page)} label="Sider med fund" />
          </>
        )}
      </>
    ),
  }
}
