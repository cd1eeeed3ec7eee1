import type { HtmlEscapedString } from 'hono/utils/html'
import { z } from 'zod'
import { type Action, page, raw } from './action.ts'
import { ApiPage, addressOf } from './api-page.tsx'
import { API } from './serve.ts'

type Json = Record<string, unknown>

/** Addresses below one base that answer by somebody else's standard, with what a reader is to know of them. */
export type Standard = {
  /** '/api/name' */
  base: string
  title: string
  description: string
  /** In Danish, for the page. */
  introduction: HtmlEscapedString | Promise<HtmlEscapedString>
}

/** The open API described from the same declarations that serve it: what is not declared cannot be called, and cannot be listed. */
export function openApi(actions: readonly Action[], standards: readonly Standard[] = []): Action[] {
  const operations = operationsOf(actions)
  const below = (base: string) => operations.filter(({ path }) => path === base || path.startsWith(`${base}/`))
  const described = (base: string, info: object) => {
    const document = documentOf(below(base), base, info)
    return raw({ path: `${base}/openapi.json`, may: 'site.read', handle: async (_ask, c) => c.json(document) })
  }
  const sections = standards.map((standard) => ({ ...standard, operations: below(standard.base) }))
  return [
    described(API, {
      title: 'Fælles',
      description:
        'Rammeaftale Sjælland: plan, status, reports, offers. Day fields are Danish calendar days, YYYY-MM-DD. An asOf field says how old a fact is in the words of its source; example says that it is invented.',
    }),
    ...standards.map(({ base, title, description }) => described(base, { title, description })),
    page({ path: '/api', may: 'site.read', open: true, load: async () => ({ own: below(API), sections }), view: ApiPage }),
  ]
}

export type Operation = {
  method: 'get' | 'post'
  path: string
  summary: string
  parameters: Json[]
  input: Json | undefined
  output: Json | undefined
  open: boolean
  /** Of a question that is answered and saves nothing. */
  examples?: Record<string, { summary: string; input: unknown; output: unknown }>
}

export function operationsOf(actions: readonly Action[]): Operation[] {
  return actions.flatMap((action): Operation[] => {
    const { apiRead, apiWrite, apiAnswer, described } = action
    const reading: Operation[] = apiRead
      ? [
          {
            method: 'get',
            path: API + apiRead.path,
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
            path: API + apiWrite.path,
            summary: apiWrite.summary,
            parameters: [...pathParameters(apiWrite.path), idempotency],
            input: schemaOf(apiWrite.input ?? action.input ?? z.object({}), 'input'),
            output: savedWith(apiWrite.output && schemaOf(apiWrite.output, 'output')),
            open: false,
          },
        ]
      : []
    const fetching: Operation[] = described
      ? [
          {
            method: 'get',
            path: action.path,
            summary: described.summary,
            parameters: [...pathParameters(action.path), ...queryParameters(action)],
            input: undefined,
            output: schemaOf(described.output, 'output'),
            open: true,
          },
        ]
      : []
    const answering: Operation[] = apiAnswer
      ? [
          {
            method: 'post',
            path: API + apiAnswer.path,
            summary: apiAnswer.summary,
            parameters: pathParameters(apiAnswer.path),
            input: schemaOf(apiAnswer.input, 'input'),
            output: schemaOf(apiAnswer.output, 'output'),
            open: true,
            examples: apiAnswer.examples,
          },
        ]
      : []
    return [...reading, ...answering, ...writing, ...fetching]
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

const pathParameters = (path: string): Json[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

const queryParameters = ({ query }: Action): Json[] => {
  const properties = query ? (schemaOf(query, 'input')['properties'] as Record<string, Json> | undefined) : undefined
  return Object.entries(properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: false,
    ...(description ? { description } : {}),
    schema,
  }))
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

function documentOf(operations: readonly Operation[], base: string, info: object): Json {
  const paths: Record<string, Json> = {}
  for (const { method, path, summary, parameters, input, output, open, examples } of operations) {
    const key = addressOf(path)
    paths[key] = {
      ...paths[key],
      [method]: {
        summary,
        operationId: `${method}${path.slice(base.length).replace(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
        parameters,
        ...(open ? {} : { security: [{ key: [] }] }),
        ...(input
          ? {
              requestBody: {
                required: true,
                content: { 'application/json': { schema: input, ...(examples && { examples: examplesOf(examples, 'input') }) } },
              },
            }
          : {}),
        responses: {
          [method === 'get' || examples ? '200' : '201']: {
            description: 'OK',
            ...(output
              ? {
                  content: {
                    'application/json': { schema: output, ...(examples && { examples: examplesOf(examples, 'output') }) },
                  },
                }
              : {}),
          },
          default: problems,
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { version: '1', license: { name: 'MPL-2.0', identifier: 'MPL-2.0' }, ...info },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key made on the page Mine data.' } },
      schemas: { Problem: problemSchema },
    },
  }
}

/** The examples of one side, by name, as the description has them. */
const examplesOf = (examples: NonNullable<Operation['examples']>, side: 'input' | 'output'): Json =>
  Object.fromEntries(Object.entries(examples).map(([name, { summary, ...both }]) => [name, { summary, value: both[side] }]))

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
