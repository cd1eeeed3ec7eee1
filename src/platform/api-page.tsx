import { html } from 'hono/html'
import type { Operation, Standard } from './openapi.tsx'
import { API } from './serve.ts'

type Json = Record<string, unknown>

/** As OpenAPI writes it: '/parties/:slug' is '/parties/{slug}'. */
export const addressOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** The names of what is sent or answered: of the thing itself, or of each thing in a list or a page of them. */
const fields = (schema: Json | undefined): string[] => {
  const properties = schema?.['properties'] as Record<string, Json> | undefined
  const inner = (schema?.['items'] ?? properties?.['contents']?.['items'] ?? schema) as Json | undefined
  return Object.keys((inner?.['properties'] as Json | undefined) ?? {})
}

const names = ({ parameters }: Operation) => parameters.filter((one) => one['in'] === 'query').map(({ name }) => String(name))

const Operations = (operations: readonly Operation[]) =>
  html`<dl class="api-list">${operations.map((operation) => {
    const { method, path, summary, input, output } = operation
    return html`<div><dt><code>${method.toUpperCase()} ${addressOf(path)}</code></dt><dd>${summary}
${names(operation).length > 0 && html`<br>Kan spørges med: <code>${names(operation).join(', ')}</code>`}
${fields(input).length > 0 && html`<br>Sendes: <code>${fields(input).join(', ')}</code>`}
${fields(output).length > 0 && html`<br>Svarer: <code>${fields(output).join(', ')}</code>`}
${method === 'get' && !path.includes(':') && html`<br><a href="${path}">Prøv</a>`}</dd></div>`
  })}</dl>`

type Loaded = { own: readonly Operation[]; sections: readonly (Standard & { operations: readonly Operation[] })[] }

/** Everything other systems can fetch, in words: ours first, then each standard below its own heading. */
export const ApiPage = ({ own, sections }: Loaded) => ({
  title: 'Åbne data og API',
  lead: 'Alt, der er offentligt på Fælles, kan også hentes af andre systemer, frit og uden nøgle.',
  body: html`<ul>${sections.map(({ base, title }) => html`<li><a href="#${idOf(base)}">${title}</a></li>`)}
<li><a href="#eget">Fælles’ egen API</a></li></ul>
${sections.map(
  ({ base, title, introduction, operations }) => html`<h2 id="${idOf(base)}">${title}</h2>${introduction}
<p>Beskrivelsen i maskinlæsbar form (OpenAPI 3.1): <a href="${base}/openapi.json">${base}/openapi.json</a>.</p>${Operations(operations)}`,
)}
<h2 id="eget">Fælles’ egen API</h2>
<p>Beskrivelsen i maskinlæsbar form (OpenAPI 3.1): <a href="${API}/openapi.json">${API}/openapi.json</a>. Dage er danske kalenderdage, ÅÅÅÅ-MM-DD.
Den, der vil indberette med et program, laver en nøgle på siden <a href="/mig">Mine data</a> og sender den som <code>Authorization: Bearer …</code>.
Send også <code>Idempotency-Key</code>, så det samme aldrig gemmes to gange. Fejl svares som problem details (RFC 9457) med feltets navn.</p>
${Operations(own)}`,
})

const idOf = (base: string) => base.split('/').at(-1)
