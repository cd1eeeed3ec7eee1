import { html } from 'hono/html'
import { z } from 'zod'
import { type Action, page, raw } from './action.ts'
import { API } from './serve.ts'

type Json = Record<string, unknown>

/** The open API described from the same declarations that serve it: what is not declared cannot be called, and cannot be listed. */
export function openApi(actions: readonly Action[]): Action[] {
  const document = documentOf(actions)
  return [
    raw({ path: `${API}/openapi.json`, may: 'site.read', handle: async (_ask, c) => c.json(document) }),
    page({ path: '/api', may: 'site.read', open: true, load: async () => operationsOf(actions), view: ApiPage }),
  ]
}

type Operation = {
  method: 'get' | 'post'
  path: string
  summary: string
  parameters: Json[]
  input: Json | undefined
  output: Json | undefined
  open: boolean
}

export function operationsOf(actions: readonly Action[]): Operation[] {
  return actions.flatMap((action): Operation[] => {
    const { apiRead, apiWrite } = action
    const reading: Operation[] = apiRead
      ? [
          {
            method: 'get',
            path: apiRead.path,
            summary: apiRead.summary,
            parameters: [...pathParameters(apiRead.path), ...queryParameters(action)],
            input: undefined,
            output: schemaOf(apiRead.output, 'output'),
            open: true,
          },
        ]
      : []
    const writing: Operation[] = apiWrite
      ? [
          {
            method: 'post',
            path: apiWrite.path,
            summary: apiWrite.summary,
            parameters: [...pathParameters(apiWrite.path), idempotency],
            input: schemaOf(apiWrite.input ?? action.input ?? z.object({}), 'input'),
            output: savedWith(apiWrite.output && schemaOf(apiWrite.output, 'output')),
            open: false,
          },
        ]
      : []
    return [...reading, ...writing]
  })
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => withoutAbsence(jsonSchema as Json),
  })
  return json as Json
}

/** What may be left out is told by `required`; as one of several shapes it would read as "anything". */
function withoutAbsence(json: Json): void {
  if (!Array.isArray(json['anyOf'])) return
  const shapes = (json['anyOf'] as Json[]).filter((shape) => Object.keys(shape).length > 0)
  const [only] = shapes
  if (shapes.length > 1 || !only) json['anyOf'] = shapes
  else {
    delete json['anyOf']
    Object.assign(json, only)
  }
}

/** What every deed answers, with what this one adds. */
function savedWith(own: Json | undefined): Json {
  const saved = schemaOf(z.object({ key: z.string(), next: z.string(), said: z.string().optional() }), 'output')
  const both = (name: string) => ({ ...(saved[name] as object), ...(own?.[name] as object | undefined) })
  return {
    ...saved,
    properties: both('properties'),
    required: ['key', 'next', ...((own?.['required'] as string[] | undefined) ?? [])],
  }
}

/** As OpenAPI writes it: '/parties/:slug' is '/api/v1/parties/{slug}'. */
const addressOf = (path: string): string => API + path.replace(/:(\w+)/g, '{$1}')

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

const queryParameters = ({ query }: Action): Json[] => {
  const properties = query ? (schemaOf(query, 'input')['properties'] as Record<string, Json> | undefined) : undefined
  return Object.entries(properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

const idempotency = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same body is saved once, however often it is sent.',
  schema: { type: 'string', minLength: 8, maxLength: 100 },
}

const problems = {
  description: 'RFC 9457 problem details; `errors` names the fields.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function documentOf(actions: readonly Action[]): Json {
  const paths: Record<string, Json> = {}
  for (const { method, path, summary, parameters, input, output, open } of operationsOf(actions)) {
    const key = addressOf(path)
    paths[key] = {
      ...paths[key],
      [method]: {
        summary,
        operationId: `${method}${path.replace(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
        parameters,
        ...(open ? {} : { security: [{ key: [] }] }),
        ...(input ? { requestBody: { required: true, content: { 'application/json': { schema: input } } } } : {}),
        responses: {
          [method === 'get' ? '200' : '201']: {
            description: 'OK',
            ...(output ? { content: { 'application/json': { schema: output } } } : {}),
          },
          default: problems,
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fælles',
      version: '1',
      description: 'Rammeaftale Sjælland: plan, status, rapporter. Day fields are Danish calendar days, YYYY-MM-DD.',
      license: { name: 'MPL-2.0', identifier: 'MPL-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key made on the page Mine data.' } },
      schemas: { Problem: problemSchema },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'title'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, detail: { type: 'string' } } } },
  },
}

const fields = (schema: Json | undefined): string[] => {
  const inner = (schema?.['items'] as Json | undefined) ?? schema
  return Object.keys((inner?.['properties'] as Json | undefined) ?? {})
}

const ApiPage = (operations: Operation[]) => ({
  title: 'Åbne data og API',
  lead: 'Alt, der er offentligt på Fælles, kan også hentes af andre systemer, frit og uden nøgle.',
  body: html`<p>Beskrivelsen i maskinlæsbar form (OpenAPI 3.1): <a href="${API}/openapi.json">${API}/openapi.json</a>. Dage er danske kalenderdage, ÅÅÅÅ-MM-DD.
Den, der vil indberette med et program, laver en nøgle på siden <a href="/mig">Mine data</a> og sender den som <code>Authorization: Bearer …</code>.
Send også <code>Idempotency-Key</code>, så det samme aldrig gemmes to gange. Fejl svares som problem details (RFC 9457) med feltets navn.</p>
<dl class="api-list">${operations.map(
    ({
      method,
      path,
      summary,
      input,
      output,
    }) => html`<div><dt><code>${method.toUpperCase()} ${addressOf(path)}</code></dt><dd>${summary}
${fields(input).length > 0 && html`<br>Sendes: <code>${fields(input).join(', ')}</code>`}
${fields(output).length > 0 && html`<br>Svarer: <code>${fields(output).join(', ')}</code>`}
${method === 'get' && !path.includes(':') && html`<br><a href="${API}${path}">Prøv</a>`}</dd></div>`,
  )}</dl>`,
})
