import type { File } from '../../platform/action.ts'
import { type Block, type Document, pdfFile } from '../../platform/document.ts'
import type { Day } from '../../platform/values/day.ts'
import { tariffUnits } from './calculation.ts'
import { bySection, sections } from './order.ts'
import { waterfallSvg } from './pages/waterfall-picture.tsx'
import { nameOf, type SheetToRead } from './reading.ts'
import { fileName } from './sheets.ts'
import { changeText, inputText, oreText, periodText, quantityText } from './shown.ts'
import { usedRules } from './told.ts'

/** The tariff sheet on paper: the same steps, the same picture, the same rules. */
export function sheetDocument(read: SheetToRead, today: Day): Document {
  const { calculation, seen } = read
  const { result } = calculation.calculated
  const { period } = calculation.input
  return {
    title: `${nameOf(read)}: takst ${calculation.input.year}`,
    subtitle: [`${oreText(result.tariff.ore)} pr. ${tariffUnits[result.unit]}`, period && periodText(period)]
      .filter(Boolean)
      .join(', '),
    language: 'da-DK',
    author: 'Fælles',
    day: today,
    ...(calculation.example ? { mark: 'eksempeldata' } : {}),
    blocks: [
      ...(seen.why ? [{ kind: 'note' as const, text: seen.why }] : []),
      ...levels(read),
      ...moved(read),
      ...bySection(read.steps).flatMap(([section, steps]): Block[] => [
        { kind: 'heading', level: 2, text: sections[section] },
        {
          kind: 'table',
          caption: sections[section],
          rowHeader: true,
          columns: [{ title: 'Trin' }, { title: 'Sådan' }, { title: 'Giver', align: 'right' }],
          rows: steps.map((step) => [
            step.name,
            [step.formula, ...step.inputs.map((input) => `${input.name}: ${inputText(input)}`)].join('. '),
            quantityText(step.value, step.unit),
          ]),
        },
      ]),
      ...rules(read),
      { kind: 'note', text: `Kilde: ${calculation.source}. Version ${calculation.version}.` },
    ],
  }
}

function levels({ calculation }: SheetToRead): Block[] {
  const { levels } = calculation.calculated.result
  if (levels.length === 0) return []
  return [
    {
      kind: 'table',
      caption: 'Takst på hvert niveau',
      columns: [{ title: 'Niveau' }, { title: 'Takst', align: 'right' }],
      rows: levels.map(({ label, price }) => [label, oreText(price.ore)]),
    },
  ]
}

function moved({ fall, before, calculation, movedSeen }: SheetToRead): Block[] {
  if (!fall || !before || !movedSeen) return []
  const names = { from: `Takst ${before.input.year}`, to: `Takst ${calculation.input.year}` }
  const bars = [...fall.bars, { key: 'rounding', name: 'Afrunding', ore: fall.rounding }]
  return [
    { kind: 'heading', level: 2, text: 'Hvad har flyttet taksten?' },
    {
      kind: 'picture',
      svg: waterfallSvg(fall, names),
      alt: bars.map(({ name, ore }) => `${name}: ${changeText(ore)}`).join('. '),
    },
    {
      kind: 'table',
      caption: 'Ændringen, del for del',
      columns: [{ title: 'Hvad' }, { title: 'Kroner', align: 'right' }],
      rows: [
        [names.from, oreText(fall.from)],
        ...bars.map(({ name, ore }) => [name, changeText(ore)]),
        [names.to, oreText(fall.to)],
      ],
    },
  ]
}

function rules({ steps, calculation }: SheetToRead): Block[] {
  const used = usedRules(steps, calculation.rules)
  if (used.length === 0) return []
  return [
    { kind: 'heading', level: 2, text: 'Regler, der er brugt' },
    {
      kind: 'table',
      caption: 'Regler, der er brugt',
      columns: [{ title: 'Regel' }, { title: 'Værdi' }, { title: 'Kilde' }],
      rows: used.map(({ label, said, confirmed, source }) => [label, confirmed ? said : `${said} (ubekræftet)`, source]),
    },
  ]
}

export const sheetPdf = async (read: SheetToRead, today: Day): Promise<File> =>
  pdfFile(`${fileName(read)}.pdf`, sheetDocument(read, today))
