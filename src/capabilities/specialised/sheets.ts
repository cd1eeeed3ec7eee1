import type { File } from '../../platform/action.ts'
import { type Column, csvFile, sheet, xlsxFile } from '../../platform/sheet.ts'
import type { LoadedList } from './actions/listing.ts'
import type { Running } from './actions/progress.ts'
import { results, type Specialised, type Standing, standingOn } from './listing.ts'
import { stepKinds, type Task } from './task-force.ts'

const EXAMPLE = { mark: 'eksempeldata' }

type ListRow = { one: Specialised; standing: Standing }

const listColumns: Column<ListRow>[] = [
  { key: 'name', title: 'Tilbud', kind: 'text', width: 30, value: ({ one }) => one.name },
  { key: 'speciality', title: 'Speciale', kind: 'text', width: 30, value: ({ standing }) => standing.listed?.speciality },
  { key: 'on', title: 'På listen', kind: 'flag', value: ({ standing }) => standing.on },
  { key: 'since', title: 'På listen siden', kind: 'day', value: ({ standing }) => standing.listed?.day },
  { key: 'sinceText', title: 'Med kildens ord', kind: 'text', value: ({ standing }) => standing.listed?.dayText },
  { key: 'until', title: 'Af listen', kind: 'day', value: ({ standing }) => standing.left?.day },
  { key: 'offer', title: 'Tilbud nr. i registret', kind: 'number', value: ({ one }) => one.offerId },
  { key: 'assessed', title: 'Sidst vurderet', kind: 'day', value: ({ standing }) => standing.assessed?.day },
  { key: 'by', title: 'Vurderet af', kind: 'text', width: 30, value: ({ standing }) => standing.assessed?.assessedBy },
  {
    key: 'result',
    title: 'Vurdering',
    kind: 'text',
    width: 26,
    value: ({ standing: { assessed } }) => assessed?.result && results[assessed.result],
  },
  { key: 'followUp', title: 'Under opfølgning', kind: 'flag', value: ({ standing }) => standing.assessed?.followUp ?? false },
  { key: 'source', title: 'Kilde', kind: 'text', width: 40, value: ({ standing }) => standing.listed?.source },
]

const listRows = ({ all, day }: LoadedList): ListRow[] =>
  all.map((one) => ({ one, standing: standingOn(one, day) })).filter(({ standing }) => standing.listed)

export const listWorkbook = async (loaded: LoadedList): Promise<File> =>
  xlsxFile(`faelles-mest-specialiserede-${loaded.day}.xlsx`, {
    title: 'De mest specialiserede tilbud',
    sheets: [sheet({ name: 'Listen', columns: listColumns, rows: listRows(loaded) })],
  })

export const listCsv = (loaded: LoadedList): File =>
  csvFile(`faelles-mest-specialiserede-${loaded.day}.csv`, listColumns, listRows(loaded))

const caseColumns: Column<Running>[] = [
  { key: 'id', title: 'Sag', kind: 'number', value: ({ of }) => of.id },
  { key: 'name', title: 'Tilbud', kind: 'text', width: 30, value: ({ of }) => of.name },
  { key: 'raisedOn', title: 'Rejst', kind: 'day', value: ({ of }) => of.raisedOn },
  { key: 'raisedBy', title: 'Rejst af', kind: 'text', width: 26, value: ({ of }) => of.raisedBy },
  { key: 'party', title: 'På vegne af', kind: 'text', value: ({ of }) => of.party },
  { key: 'reason', title: 'Problem', kind: 'text', width: 60, value: ({ of }) => of.reason },
  { key: 'convened', title: 'Indkaldt', kind: 'day', value: ({ progress }) => progress.convened?.day },
  { key: 'convener', title: 'Indkaldt af', kind: 'text', width: 26, value: ({ progress }) => progress.convened?.responsible },
  { key: 'dueOn', title: 'Skal være løst', kind: 'day', value: ({ of }) => of.dueOn },
  { key: 'late', title: 'Overskredet', kind: 'text', width: 50, value: ({ progress }) => progress.late.join(' ') },
  { key: 'closed', title: 'Lukket', kind: 'day', value: ({ progress }) => progress.closed?.day },
  { key: 'conclusion', title: 'Konklusion', kind: 'text', width: 60, value: ({ progress }) => progress.closed?.text },
  { key: 'example', title: 'Eksempeldata', kind: 'flag', value: ({ of }) => of.example },
]

type TaskRow = { running: Running; task: Task }

const taskColumns: Column<TaskRow>[] = [
  { key: 'id', title: 'Sag', kind: 'number', value: ({ running }) => running.of.id },
  { key: 'name', title: 'Tilbud', kind: 'text', width: 30, value: ({ running }) => running.of.name },
  { key: 'text', title: 'Handling', kind: 'text', width: 60, value: ({ task }) => task.step.text },
  { key: 'responsible', title: 'Ansvarlig', kind: 'text', width: 26, value: ({ task }) => task.step.responsible },
  { key: 'dueOn', title: 'Frist', kind: 'day', value: ({ task }) => task.dueOn },
  { key: 'lateDays', title: 'Dage over fristen', kind: 'number', value: ({ task }) => task.lateDays },
  { key: 'state', title: 'Stand', kind: 'text', value: ({ task }) => (task.settled ? stepKinds[task.settled.kind] : 'I gang') },
  { key: 'settled', title: 'Afsluttet', kind: 'day', value: ({ task }) => task.settled?.day },
]

type Cases = { cases: Running[] }

const holdsExample = ({ cases }: Cases) => cases.some(({ of }) => of.example)
const nameOf = (loaded: Cases, ending: string) => `faelles-task-force${holdsExample(loaded) ? '-eksempeldata' : ''}.${ending}`
const tasksOf = ({ cases }: Cases): TaskRow[] =>
  cases.flatMap((running) => running.progress.tasks.map((task) => ({ running, task })))

export const casesWorkbook = async (loaded: Cases): Promise<File> =>
  xlsxFile(nameOf(loaded, 'xlsx'), {
    title: 'Task force-sager',
    ...(holdsExample(loaded) && EXAMPLE),
    sheets: [
      sheet({ name: 'Sager', columns: caseColumns, rows: loaded.cases }),
      sheet({ name: 'Handlinger', columns: taskColumns, rows: tasksOf(loaded) }),
    ],
  })

export const casesCsv = (loaded: Cases): File => csvFile(nameOf(loaded, 'csv'), caseColumns, loaded.cases)
