import { z } from 'zod'
import type { Ask, FormState, Outcome } from '../action.ts'
import type { Sql } from '../db.ts'
import {
  ColumnChoices,
  chosenColumns,
  type Field,
  type From,
  keepable,
  remember,
  remembered,
  type Survey,
  surveyOf,
  TitlesElsewhere,
  titlesText,
} from '../mapping.ts'
import type { Source } from '../sheet.ts'
import { Details, Form, Hidden, type Page, SubmitRow } from '../ui/index.ts'
import { optional, whole } from '../values/fields.ts'
import { Refusal } from '../values/refusal.ts'
import { readAgain } from './deeds.ts'
import type { Draft } from './draft.ts'
import { setSurvey } from './store.ts'
import { addressOf, type Way } from './way.ts'

/** How a file's columns are read. `chosen`: a person has said what they are. `wanted`: where he has said the titles are. */
export type ColumnPlan = Survey & { chosen: boolean; wanted?: { sheet?: string | undefined; row?: number | undefined } }

type OfPlan = Draft<unknown, unknown, ColumnPlan>

/** What the form of a file sends: yes, no, what the columns are, or where to look for them. */
export const columnAnswer = z.looseObject({
  svar: z.enum(['nej', 'kolonner', 'find']).optional().catch(undefined),
  sheet: z.string().max(200).optional(),
  row: optional(whole(1, 200)),
})
type Answer = z.output<typeof columnAnswer>

/** What a room reads in a column, for whom it is remembered, and what a file must say at least; `missing` is told when it does not. */
export type ToRead = {
  fields: readonly Field[]
  from: From
  saysEnough: (columns: ColumnPlan['columns']) => boolean
  missing: string
}

/** How a file is read: as a person has said, else as it was read last from the same sender, else as it looks. */
export async function columnPlan(
  sql: Sql,
  before: ColumnPlan | undefined,
  sources: readonly Source[],
  { fields, from, saysEnough }: ToRead,
): Promise<ColumnPlan> {
  if (before?.chosen) return before
  const { titles } = await remembered(sql, from)
  const survey = await surveyOf(sources, fields, titles, before?.wanted)
  return { ...survey, chosen: survey.settled && saysEnough(survey.columns), ...(before?.wanted ? { wanted: before.wanted } : {}) }
}

/**
 * What a person said of the columns is remembered for the sender, and the file is read by it.
 * @throws Refusal on top of the form
 */
export async function sayColumns(
  way: Way,
  ask: Pick<Ask, 'db' | 'actor' | 'now'>,
  of: OfPlan,
  answer: Answer,
  toRead: ToRead,
): Promise<Outcome> {
  const { db, actor, now } = ask
  const { svar, sheet, row, ...sent } = answer
  const plan = of.survey
  if (!plan || (of.state !== 'asking' && of.state !== 'ready'))
    throw new Refusal(undefined, 'not asking', 'Filen bliver læst lige nu, eller den er gemt. Vent et øjeblik, og se siden igen.')
  if (svar === 'find') {
    await setSurvey(db, of.id, { ...plan, chosen: false, wanted: { sheet, row } })
  } else {
    const columns = chosenColumns(plan.columns, toRead.fields, sent)
    if (!toRead.saysEnough(columns)) throw new Refusal(undefined, 'not enough', toRead.missing)
    const signed = { now, actorId: actor.id, actorName: actor.name }
    await remember(db, toRead.from, { columns: keepable(columns), fixed: {} }, signed)
    await setSurvey(db, of.id, { ...plan, columns, chosen: true })
  }
  return readAgain(way, db, of.id)
}

type ColumnsProps = { way: Way; draft: Pick<Draft, 'id'>; plan: ColumnPlan; fields: readonly Field[]; form: FormState }

/** Column by column what it is read as, and where the titles are. */
export const Columns = ({ way, draft, plan, fields, form }: ColumnsProps) => (
  <Form action={addressOf(way, draft.id)} errors={form.errors}>
    <Hidden name="_key" value={form.key} />
    <p>{titlesText(plan)}</p>
    <ColumnChoices survey={plan} fields={fields} form={form} />
    <SubmitRow text="Læs filen" name="svar" value="kolonner" />
    <Details summary="Står overskrifterne et andet sted?">
      <TitlesElsewhere survey={plan} form={form} />
    </Details>
  </Form>
)

/** The page of a file whose columns nobody has said yet. */
export const askingColumns = (props: ColumnsProps): Pick<Page, 'title' | 'lead' | 'body' | 'wide'> => ({
  title: 'Hvad er kolonnerne?',
  lead: 'Se forslagene igennem, og ret dem, der er forkerte. Svaret huskes til næste fil. Intet er gemt endnu.',
  wide: true,
  body: <Columns {...props} />,
})
